import type { Wait } from '../analysis/waits.ts';
import { capitalised } from '../brief/listed.ts';
import {
  arrowPath,
  BOXED,
  boxFrame,
  boxSize,
  centredText,
  figureFrame,
  inked,
  labelSize,
  lined,
  type TextLine,
  widthOf,
  wordsOnGround,
  wrapped,
} from './graph-parts.ts';
import { type Arrow, layeredLayout } from './layered-layout.ts';
import { svgText } from './verdict-marks.ts';

/** Who waits for whom: what the figure and its table are made from. */
export interface WaitsGraph {
  readonly options: readonly {
    readonly id: string;
    /** Name of the party that has the option. */
    readonly actor: string;
    /** What a party that takes it does, in words. */
    readonly label: string;
    readonly taken: boolean;
    /** Whether it is meant to harm: a ring of such options is no deadlock but a mutual threat. */
    readonly hostile?: boolean;
  }[];
  /** What each position says, as a formula. */
  readonly positions: readonly { readonly id: string; readonly formula: string }[];
  readonly waits: readonly Wait[];
  readonly deadlocks: readonly (readonly string[])[];
}

/** One wait, for the table beside the figure and for CSV. */
export interface WaitRow {
  readonly who: string;
  readonly option: string;
  readonly waitsFor: string;
  readonly condition: string;
  readonly positions: string;
  readonly ring: string;
}

/** Beyond so many boxes nobody can follow the arrows. */
const MOST_DRAWN = 100;
const LETTERS = 24;
const NARROW = 560;

/** A ring of waits by its name: a deadlock, or where all of its options are hostile, a mutual threat. */
function ringNames({ options, deadlocks }: Pick<WaitsGraph, 'options' | 'deadlocks'>): readonly string[] {
  const hostile = new Set(options.flatMap((option) => (option.hostile ? [option.id] : [])));
  return deadlocks.map((ring, index) =>
    ring.every((id) => hostile.has(id)) ? `mutual threat ${index + 1}` : `deadlock ${index + 1}`,
  );
}

/** The names of the rings in which an option waits for another. */
function ringsOf(graph: Pick<WaitsGraph, 'options' | 'deadlocks'>, from: string, to: string): string {
  const names = ringNames(graph);
  return graph.deadlocks
    .flatMap((ring, index) =>
      ring.some((option, place) => option === from && ring[(place + 1) % ring.length] === to)
        ? [names[index]!]
        : [],
    )
    .join(', ');
}

/** The formula that says most of a wait: one that binds both ways before one that binds one way. */
function conditionOf({ positions }: WaitsGraph, wait: Wait): readonly string[] {
  const said = wait.positions.flatMap((id) => positions.find((one) => one.id === id)?.formula ?? []);
  const rank = (formula: string) => (formula.includes(' iff ') ? 0 : formula.includes(' only if ') ? 1 : 2);
  return [...new Set(said)].sort((a, b) => rank(a) - rank(b));
}

/** A row for each wait. */
export function waitRows(graph: WaitsGraph): readonly WaitRow[] {
  const options = new Map(graph.options.map((option) => [option.id, option]));
  return graph.waits.map((wait) => ({
    who: options.get(wait.option)?.actor ?? wait.actor,
    option: options.get(wait.option)?.label ?? wait.option,
    waitsFor: options.get(wait.for.option)?.label ?? wait.for.option,
    condition: conditionOf(graph, wait).join('; '),
    positions: wait.positions.join(', '),
    ring: ringsOf(graph, wait.option, wait.for.option),
  }));
}

/** Options that wait or are waited for: those of deadlocks first, then those with the most waits. */
function optionsDrawn({ options, waits, deadlocks }: WaitsGraph) {
  const inRing = new Set(deadlocks.flat());
  const count = new Map<string, number>();
  for (const id of waits.flatMap((wait) => [wait.option, wait.for.option]))
    count.set(id, (count.get(id) ?? 0) + 1);
  const known = new Map(options.map((option) => [option.id, option]));
  const weight = (id: string) => (inRing.has(id) ? 1e6 : 0) + count.get(id)!;
  const all = [...count.keys()].sort((a, b) => weight(b) - weight(a));
  const kept = new Set(all.slice(0, MOST_DRAWN));
  return {
    total: all.length,
    inRing,
    // In the order in which they first wait, so that the layout follows the stand-off and not their weight.
    drawn: [...count.keys()]
      .filter((id) => kept.has(id))
      .map((id) => known.get(id) ?? { id, actor: id, label: id, taken: false }),
  };
}

/** Who has the option, and what it does; the name is not said twice. */
function boxLines(
  { id, actor, label, taken }: WaitsGraph['options'][number],
  rings: string,
): readonly TextLine[] {
  return [
    { text: wrapped(actor, LETTERS, 1)[0] ?? id, size: 13, bold: true },
    ...wrapped(label.startsWith(`${actor} `) ? label.slice(actor.length) : label, LETTERS, 3).map((text) => ({
      text,
      size: 13,
    })),
    { text: `${wrapped(id, LETTERS, 1)[0]!}${taken ? ' · ✓ taken' : ''}`, size: 11, ink: 'muted' as const },
    ...(rings !== '' ? [{ text: `⟲ ${rings}`, size: 12, bold: true, ink: 'ring' as const }] : []),
  ];
}

function arrowLines(condition: readonly string[], positions: readonly string[]): readonly TextLine[] {
  const [first = '', ...more] = condition;
  const [, own, hangs] = /^(.*?) ((?:only if|if|iff) .*)$/.exec(first) ?? [];
  const lines =
    own === undefined
      ? wrapped(first, LETTERS, 3)
      : [...wrapped(own, LETTERS, 2), ...wrapped(hangs!, LETTERS, 3)];
  const from = wrapped(positions.join(', '), LETTERS, 1)[0] ?? '';
  return [
    ...lines.map((text) => ({ text, size: 12 })),
    { text: more.length > 0 ? `${from} (+ ${more.length} like it)` : from, size: 11, ink: 'muted' },
  ];
}

/**
 * Who waits for whom, as SVG: a box an option, an arrow from an option to the one that it waits for, with the words'
 * condition. The arrows and boxes of a deadlock are heavier, doubled and numbered.
 * @param width room for the figure; where it is narrow the boxes stand below one another.
 */
export function waitsFigure(
  graph: WaitsGraph,
  { width = 900, id = 'waits' }: { readonly width?: number; readonly id?: string } = {},
): string {
  const { drawn, total, inRing } = optionsDrawn(graph);
  const names = ringNames(graph);
  const shown = new Set(drawn.map((option) => option.id));
  const waits = graph.waits
    .map((wait, index) => ({ wait, key: String(index) }))
    .filter(({ wait }) => shown.has(wait.option) && shown.has(wait.for.option));
  const boxes = drawn.map((option) => {
    const rings = names.filter((_, index) => graph.deadlocks[index]!.includes(option.id)).join(', ');
    const lines = boxLines(option, rings);
    return { ...option, lines, ...boxSize(lines) };
  });
  const arrows = waits.map(({ wait, key }): Arrow & { readonly lines: readonly TextLine[] } => {
    const lines = arrowLines(conditionOf(graph, wait), wait.positions);
    return { id: key, from: wait.option, to: wait.for.option, label: labelSize(lines), lines };
  });
  const placed = layeredLayout(boxes, arrows, { direction: width < NARROW ? 'TB' : 'LR', width: width - 24 });
  const cut =
    drawn.length < total
      ? `${drawn.length} of ${total} options are drawn: those of deadlocks first, then those with the most waits.`
      : '';
  const empty = waits.length === 0 ? 'By these words nobody waits for anybody.' : '';
  const note = cut || empty;
  const top = note === '' ? 12 : 40;
  const at = ({ x, y }: { x: number; y: number }) => ({ x: x + 12, y: y + top });
  return figureFrame(
    {
      id,
      width: Math.max(placed.width + 24, note === '' ? 0 : widthOf({ text: note, size: 13 }) + 24),
      height: placed.height + top + 12,
      title: 'Who waits for whom',
      description: [
        `${waits.length} wait${waits.length === 1 ? '' : 's'} between ${drawn.length} options; ${graph.deadlocks.length === 0 ? 'no ring of waits' : `${graph.deadlocks.length} ring${graph.deadlocks.length === 1 ? '' : 's'} of waits`}.`,
        ...(cut === '' ? [] : [cut]),
        ...graph.deadlocks.map(
          (ring, index) => `${capitalised(names[index]!)}: ${[...ring, ring[0]].join(' waits for ')}.`,
        ),
      ].join(' '),
    },
    [
      ...(note === ''
        ? []
        : [`<text x="12" y="24" font-size="13" ${inked('muted')}>${svgText(note)}</text>`]),
      ...arrows.flatMap(({ id: key, lines }, index) => {
        const { wait } = waits[index]!;
        const rings = ringsOf(graph, wait.option, wait.for.option);
        const { points, label } = placed.arrows.get(key)!;
        const ring = rings !== '';
        return [
          `<g class="figure-wait${ring ? ' figure-in-ring' : ''}" data-from="${svgText(wait.option)}" data-to="${svgText(wait.for.option)}">`,
          `<title>${svgText(`${wait.option} waits for ${wait.for.option}: ${conditionOf(graph, wait).join('; ')} (${wait.positions.join(', ')})${ring ? `, ${rings}` : ''}`)}</title>`,
          arrowPath(points.map(at), ring ? { ink: 'ring', wide: 3 } : { ink: 'muted' }),
          wordsOnGround(lines, at(label)),
          '</g>',
        ];
      }),
      ...boxes.flatMap((box) => {
        const middle = at(placed.boxes.get(box.id)!);
        const ring = inRing.has(box.id);
        return [
          `<g class="figure-option" data-option="${svgText(box.id)}">`,
          `<title>${svgText(`${box.label}${box.taken ? ' (taken)' : ''}`)}</title>`,
          boxFrame(middle, box, 0, BOXED),
          ...(ring
            ? [
                boxFrame(middle, box, 0, `${lined('ring')} stroke-width="2"`),
                boxFrame(middle, box, 4, `${lined('ring')} stroke-width="1"`),
              ]
            : []),
          centredText(box.lines, middle),
          '</g>',
        ];
      }),
    ],
  );
}
