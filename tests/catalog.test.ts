import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type Analysis,
  analyse,
  CONCEPTS,
  type Concept,
  conflictOf,
  isDefined,
  requirementsFor,
  shareOfRankings,
} from '../src/analysis/index.ts';
import { type Model, modelFromYaml, stateNamed } from '../src/model/index.ts';
import { extensionTerms, plainConflict, plainTerms, stable } from './oracle/graph-model.ts';

const folder = resolve(import.meta.dirname, '../catalog');
const words = z.array(z.string());

/** Which states a source says are stable; what the words mean is told in catalog/results.yaml. */
const statesClaimShape = z
  .strictObject({
    concept: z.enum([...CONCEPTS, 'seqOrSim']),
    for: z.string().optional(),
    under: z.string().optional(),
    states: words.optional(),
    with: words.optional(),
    without: words.optional(),
    count: z.number().optional(),
    ours: words.optional(),
    because: z.string().min(20).optional(),
    from: z.literal('memory').optional(),
  })
  .refine(
    ({ states, with: some, without, count }) => (states ?? some ?? without ?? count) !== undefined,
    'the claim says nothing',
  );
type StatesClaim = z.infer<typeof statesClaimShape>;

/** What a source says of a conflict. */
const claimShape = z.union([
  z.strictObject({ states: z.number(), from: z.literal('memory').optional() }),
  z.strictObject({ moves: z.number(), for: z.string() }),
  z.strictObject({
    rankings: z.number(),
    for: z.string(),
    state: z.string(),
    concept: z.enum(CONCEPTS),
    ours: z.number().optional(),
    because: z.string().min(20).optional(),
  }),
  statesClaimShape,
]);
type Claim = z.infer<typeof claimShape>;

const entries = z
  .array(
    z.strictObject({
      file: z.string(),
      source: z.string().min(20),
      evidence: z.enum(['read', 'model-read', 'memory']),
      published: z.array(claimShape).min(1),
    }),
  )
  .parse(parse(readFileSync(resolve(folder, 'results.yaml'), 'utf8')));

const textOf = (file: string) => readFileSync(resolve(folder, file), 'utf8');
const models = new Map(entries.map(({ file }) => [file, modelFromYaml(textOf(file), file)]));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'results.yaml');

/** The states that the analysis finds, where a claim looks for them. */
function found(model: Model, analysis: Analysis, claim: StatesClaim): readonly string[] {
  const { concept, for: maker, under } = claim;
  const indices = (): readonly number[] | undefined => {
    if (maker !== undefined) return analysis.stability[maker]?.[concept];
    if (under === undefined) return analysis.equilibria[concept];
    if (under === 'coalitions') return analysis.coalitions?.equilibria[concept];
    if (under === 'all-coalitions')
      return analyse(model, { coalitions: 'all', concepts: [concept as Concept] }).coalitions?.equilibria[
        concept
      ];
    return analysis.unknown?.extensions[under.replace('extension-', '')]?.[concept];
  };
  const states = indices();
  if (states === undefined) throw new Error(`the analysis does not tell ${JSON.stringify(claim)}`);
  return states.map((state) => analysis.states[state]!);
}

function rankingsFor(model: Model, maker: number, state: string, concept: Concept): number {
  const conflict = conflictOf(model);
  const rankings = Array.from({ length: conflict.space.count }, (_, k) => k + 1).reduce((a, b) => a * b);
  const requirements = requirementsFor(conflict, maker, stateNamed(conflict.space, state), concept);
  return rankings * shareOfRankings(requirements)!;
}

function compare(model: Model, analysis: Analysis, claim: Claim): void {
  const makerOf = (id: string) => model.decisionMakers.findIndex((maker) => maker.id === id);
  if ('rankings' in claim) {
    const ours = rankingsFor(model, makerOf(claim.for), claim.state, claim.concept);
    expect(ours).toBeCloseTo(claim.ours ?? claim.rankings, 6);
    expect(claim.ours === undefined).toBe(claim.because === undefined);
    expect(claim.ours).not.toBe(claim.rankings);
  } else if ('moves' in claim) {
    const { graph, space } = conflictOf(model);
    const moves = Array.from(
      space.masks.keys(),
      (state) => graph.movesFrom(makerOf(claim.for), state).length,
    );
    expect(moves.reduce((a, b) => a + b)).toBe(claim.moves);
  } else if ('concept' in claim) {
    const states = found(model, analysis, claim);
    const sorted = (list: readonly string[]) => [...list].sort();
    for (const word of [...(claim.with ?? []), ...(claim.without ?? []), ...(claim.states ?? [])])
      expect(analysis.states).toContain(word);
    if (claim.states !== undefined) expect(sorted(states)).toEqual(sorted(claim.ours ?? claim.states));
    if (claim.with !== undefined) expect(states).toEqual(expect.arrayContaining(claim.with));
    if (claim.without !== undefined)
      expect(claim.without.filter((word) => states.includes(word))).toEqual([]);
    if (claim.count !== undefined) expect(states).toHaveLength(claim.count);
    expect(claim.ours === undefined).toBe(claim.because === undefined);
    if (claim.ours !== undefined) expect(sorted(claim.ours)).not.toEqual(sorted(claim.states!));
  } else expect(analysis.states).toHaveLength(claim.states);
}

describe('the catalogue', () => {
  it('has an entry with a source for every file, and a line of README.md', () => {
    expect(entries.map(({ file }) => file).sort()).toEqual(files.sort());
    const readme = readFileSync(resolve(folder, 'README.md'), 'utf8');
    expect(files.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
  });

  it('tells in every file what the conflict was, where it was published and with which result', () => {
    for (const file of files) {
      const head = textOf(file).split('\ntitle:')[0]!;
      expect(head, file).toMatch(/^# .+\n/);
      expect(head, file).toMatch(/^# Source: .*\d{4}|^# Source: .*stored results/m);
      expect(head, file).toMatch(/^# Published result/m);
    }
  });

  it('explains in the file itself where ours departs', () => {
    const departing = entries.filter(({ published }) =>
      published.some((claim) => 'ours' in claim && claim.ours !== undefined),
    );
    expect(departing.length).toBeGreaterThan(0);
    for (const { file } of departing) expect(textOf(file), file).toMatch(/^# Ours: /m);
  });

  it('holds at least twelve models whose result was read, not remembered', () => {
    expect(entries.filter(({ evidence }) => evidence === 'read').length).toBeGreaterThanOrEqual(12);
  });
});

describe.each(entries)('$file', ({ file, published }) => {
  const model = models.get(file)!;
  const analysis = analyse(model);

  it.each(published.map((claim) => [JSON.stringify(claim), claim] as const))('%s', (_, claim) => {
    compare(model, analysis, claim);
  });

  it('has the verdicts of the definitions', () => {
    const conflict = conflictOf(model);
    const plain = plainConflict(model);
    const terms = analysis.unknown === undefined ? plainTerms(plain) : extensionTerms(plain, 'b');
    for (const concept of CONCEPTS.filter((one) => isDefined(conflict, one))) {
      plain.makers.forEach((maker, index) => {
        expect([maker, concept, analysis.stability[maker]![concept]]).toEqual([
          maker,
          concept,
          stable(plain, index, concept, terms),
        ]);
      });
    }
  });
});
