import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/index.ts';
import { formulaText, modelFromYaml } from '../model/index.ts';
import { evolutionFigure, moveRows } from './evolution-path.ts';
import { evolutionPathsOf, outcomeStripOf, waitsGraphOf } from './from-analysis.ts';
import { wrapped } from './graph-parts.ts';
import { layeredLayout } from './layered-layout.ts';
import { stripFigure, stripRows } from './outcome-strip.ts';
import { type WaitsGraph, waitRows, waitsFigure } from './waits-graph.ts';

const catalog = (name: string) => {
  const file = resolve(import.meta.dirname, `../../catalog/${name}.yaml`);
  return modelFromYaml(readFileSync(file, 'utf8'), file);
};

const wait = (option: string, other: string, ...positions: string[]) => ({
  actor: option.split('.')[0]!,
  option,
  for: { actor: other.split('.')[0]!, option: other },
  positions,
});
const graphOf = (waits: WaitsGraph['waits'], more: Partial<WaitsGraph> = {}): WaitsGraph => ({
  options: [...new Set(waits.flatMap((one) => [one.option, one.for.option]))].map((id) => ({
    id,
    actor: id.split('.')[0]!,
    label: `does ${id}`,
    taken: false,
  })),
  positions: [],
  waits,
  deadlocks: [],
  ...more,
});

/** Start tags and their ends balance, ids are single, and nothing failed to be a number. */
function expectSound(svg: string): void {
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toMatch(/<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|https?:\/\/(?!www\.w3\.org)/);
  const open: string[] = [];
  for (const [, end, name, self] of svg.matchAll(/<(\/?)([a-z]+)\b[^<>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!self) open.push(name!);
  }
  expect(open).toEqual([]);
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const rects = (svg: string, kind: string): readonly Rect[] =>
  [...svg.matchAll(new RegExp(`<rect [^>]*class="${kind}"[^>]*>`, 'g'))].flatMap(([tag]) => {
    const at = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
    return Number.isNaN(at('x'))
      ? []
      : [{ x: at('x'), y: at('y'), width: at('width'), height: at('height') }];
  });
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
function expectApart(svg: string): void {
  const all = [...rects(svg, 'figure-box'), ...rects(svg, 'figure-ground')];
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
  all.forEach((a, index) => {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.x + a.width).toBeLessThanOrEqual(width!);
    expect(a.y + a.height).toBeLessThanOrEqual(height!);
    expect(all.slice(index + 1).filter((b) => overlap(a, b))).toEqual([]);
  });
}

const each = modelFromYaml(
  `
decisionMakers:
  - { id: RUS, name: Russia, options: [{ id: RUS.engage, name: Russia enters a dialogue }] }
  - { id: USA, name: United States, options: [{ id: USA.engage, name: United States enters a dialogue }] }
statusQuo: []
positions:
  - { id: p1, holder: RUS, kind: offer, formula: RUS.engage iff USA.engage }
  - { id: p2, holder: USA, kind: offer, formula: USA.engage only if RUS.engage }
`,
  'each.yaml',
);
const eachGraph = waitsGraphOf(
  analyse(each),
  each.positions.map(({ id, formula }) => ({ id, formula: formulaText(formula) })),
);

describe('the waits-for graph', () => {
  it('marks a deadlock by words, weight and a doubled frame, not by colour alone', () => {
    const svg = waitsFigure(eachGraph);
    expectSound(svg);
    expectApart(svg);
    expect(svg.match(/⟲ deadlock 1</g)).toHaveLength(2);
    expect(svg.match(/stroke-width="3" class="figure-ring-line"/g)).toHaveLength(2);
    expect(svg).toContain('Deadlock 1: RUS.engage waits for USA.engage waits for RUS.engage.');
  });

  it('calls a ring of hostile options a mutual threat', () => {
    const waits = [wait('A.test', 'B.test', 'p1'), wait('B.test', 'A.test', 'p2')];
    const graph = graphOf(waits, { deadlocks: [['A.test', 'B.test']] });
    const hostile = { ...graph, options: graph.options.map((option) => ({ ...option, hostile: true })) };
    expect(waitsFigure(hostile)).toContain('⟲ mutual threat 1<');
    expect(waitsFigure(hostile)).not.toContain('deadlock');
    expect(waitRows(hostile)[0]!.ring).toBe('mutual threat 1');
  });

  it('writes each arrow’s option, condition and position, and the same in its table', () => {
    const svg = waitsFigure(eachGraph);
    for (const words of ['>RUS.engage<', '>iff USA.engage<', '>p1<']) expect(svg).toContain(words);
    expect(waitRows(eachGraph)[0]).toEqual({
      who: 'Russia',
      option: 'Russia enters a dialogue',
      waitsFor: 'United States enters a dialogue',
      condition: 'RUS.engage iff USA.engage',
      positions: 'p1',
      ring: 'deadlock 1',
    });
  });

  it('fits a narrow page by standing one below the other', () => {
    const widthOf = (svg: string) => Number(/ width="(\d+)"/.exec(svg)![1]);
    expect(widthOf(waitsFigure(eachGraph, { width: 340 }))).toBeLessThanOrEqual(400);
    expectApart(waitsFigure(eachGraph, { width: 340 }));
  });

  it.each([340, 900, 1900])('keeps boxes and words of thirty waits apart in a width of %d', (width) => {
    const waits = Array.from({ length: 30 }, (_, i) =>
      wait(`A${i % 7}.x${i % 11}`, `B${i % 5}.y${i % 6}`, `p${i}`),
    );
    expectApart(waitsFigure(graphOf(waits), { width }));
  });

  it('draws no more than a hundred boxes, deadlocks first, and says so', () => {
    const ring = [wait('Z.last', 'Y.last', 'p1'), wait('Y.last', 'Z.last', 'p2')];
    const many = Array.from({ length: 80 }, (_, i) => wait(`A${i}.x`, `B${i}.y`, `q${i}`));
    const svg = waitsFigure(graphOf([...many, ...ring], { deadlocks: [['Y.last', 'Z.last']] }));
    expectSound(svg);
    expect(rects(svg, 'figure-box')).toHaveLength(100);
    expect(svg).toContain('data-option="Z.last"');
    expect(svg).toContain('100 of 162 options are drawn');
  });

  it('says that nobody waits where nobody does', () => {
    const svg = waitsFigure(graphOf([]));
    expectSound(svg);
    expect(svg).toContain('nobody waits for anybody');
  });

  it('lets hostile names do nothing', () => {
    const name = '"/><script>alert(1)</script>\u0000\ud800&<svg onload=x>';
    const hostile = graphOf([wait('A.x', 'B.y', 'p<1>')], {
      options: [{ id: 'A.x', actor: name, label: `${name} ${'very-long'.repeat(40)}`, taken: true }],
      positions: [{ id: 'p<1>', formula: name }],
    });
    const svg = waitsFigure(hostile, { id: '"><script>' });
    expectSound(svg);
    expectApart(svg);
    expect(svg).not.toContain('<script');
    expect(svg.isWellFormed()).toBe(true);
    expect(svg).not.toContain('\u0000');
  });
});

describe('the evolution path', () => {
  it.each(['chicken', 'cuban-crisis', 'elmira', 'korea-2017'])(
    'of %s is sound and nothing overlaps',
    (name) => {
      const paths = evolutionPathsOf(analyse(catalog(name)))!;
      for (const width of [340, 900]) {
        const svg = evolutionFigure(paths, { width });
        expectSound(svg);
        expectApart(svg);
      }
    },
  );

  it('tells improvements from moves against preference by line and words', () => {
    const paths = evolutionPathsOf(analyse(catalog('chicken')))!;
    const svg = evolutionFigure(paths);
    expect(svg).toContain('>State 1 · status quo<');
    expect(svg.match(/stroke-dasharray="6 4"/g)).toHaveLength(1);
    expect(svg.match(/>against its preference</g)).toHaveLength(1);
    expect(svg.match(/>improves</g)).toHaveLength(2);
    expect(moveRows(paths)).toContainEqual({
      step: 1,
      who: 'A',
      from: 'NN (1)',
      to: 'YN (2)',
      changes: '+ A.swerve',
      improves: 'improves for its mover',
    });
  });

  it('shows one outcome alone where asked', () => {
    const paths = evolutionPathsOf(analyse(catalog('chicken')), 1)!;
    expect(paths.moves).toEqual([{ who: 'A', from: 0, to: 1, improves: true }]);
  });

  it('shows only what improvements reach where asked', () => {
    const paths = evolutionPathsOf(analyse(catalog('chicken')), 'reached')!;
    expect(paths.moves.map(({ to, improves }) => [to, improves])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('is absent without a status quo', () => {
    const { statusQuo, ...model } = catalog('chicken');
    expect(statusQuo).toEqual([]);
    expect(evolutionPathsOf(analyse(model))).toBeUndefined();
  });
});

describe('the outcome strip', () => {
  it('shows each stable state by letter and mark, and says the same in its table', () => {
    const strip = outcomeStripOf(analyse(catalog('prisoners-dilemma')));
    const svg = stripFigure(strip);
    expectSound(svg);
    expect(stripRows(strip).slice(0, 3)).toEqual([
      { row: 'A.defect', marks: ['N', 'Y'] },
      { row: 'B.defect', marks: ['N', 'Y'] },
      { row: 'Nash', marks: ['', 'equilibrium'] },
    ]);
    expect(svg).toContain('>Y</text>');
    expect(svg).toContain('state 4 is an equilibrium by Nash');
  });

  it('says what it leaves out', () => {
    const strip = outcomeStripOf(analyse(catalog('korea-2017')));
    const states = Array.from({ length: 30 }, (_, i) => ({ ...strip.states[0]!, number: i + 1 }));
    expect(stripFigure({ ...strip, states })).toContain('Drawn are the first 24 of 30 states.');
  });
});

describe('the words of a figure', () => {
  it('are broken at spaces, cut with an ellipsis, and never end in half a character', () => {
    expect(wrapped('to be or not to be', 8, 3)).toEqual(['to be or', 'not to', 'be']);
    expect(wrapped('to be or not to be', 8, 2)).toEqual(['to be or', 'not to…']);
    expect(wrapped('𝒳'.repeat(30), 8, 1)[0]!.isWellFormed()).toBe(true);
  });

  it('get room on their arrows', () => {
    const box = (id: string) => ({ id, width: 100, height: 40 });
    const { arrows } = layeredLayout(
      [box('a'), box('b')],
      [{ id: '1', from: 'a', to: 'b', label: { width: 90, height: 30 } }],
      { direction: 'LR', width: 900 },
    );
    const { points, label } = arrows.get('1')!;
    expect(points.at(-1)!.x - points[0]!.x).toBeGreaterThan(90);
    expect(label.x).toBeGreaterThan(points[0]!.x);
  });
});
