import type { Analysis, Move } from '../analysis/index.ts';
import { listed } from './listed.ts';

type Named = Pick<Analysis, 'decisionMakers' | 'options' | 'states'>;

const namesOf = (
  { options, states }: Named,
  state: number,
  letter: string,
): readonly Named['options'][number][] => options.filter((_, bit) => states[state]![bit] === letter);

/** "Russia enters a dialogue" as it is; "Withdraw" as "Soviet Union: Withdraw". */
function clauses({ decisionMakers }: Named, taken: readonly Named['options'][number][]): readonly string[] {
  return decisionMakers.flatMap(({ id, name }) => {
    const own = taken.filter(({ decisionMaker }) => decisionMaker === id).map((option) => option.name);
    const whole = own.filter((text) => text.startsWith(`${name} `));
    const bare = own.filter((text) => !whole.includes(text));
    return [...whole, ...(bare.length > 0 ? [`${name}: ${listed(bare)}`] : [])];
  });
}

/** What is so in a state, in words; of a model without options, the state's own name. */
export function stateInWords(analysis: Named, state: number): string {
  if (analysis.options.length === 0) return analysis.states[state]!;
  const taken = clauses(analysis, namesOf(analysis, state, 'Y'));
  const either = clauses(analysis, namesOf(analysis, state, '-'));
  return [
    taken.length === 0 ? 'Nobody takes any of these options' : taken.join('; '),
    ...(either.length > 0 ? [`whether or not ${either.join('; ')}`] : []),
  ].join(', ');
}

/** What a move is, in words: "the United States takes “engage”". */
export function moveInWords(analysis: Named, { dm, from, to }: Move): string {
  const name = analysis.decisionMakers.find(({ id }) => id === dm)?.name ?? dm;
  if (analysis.options.length === 0) return `${name} goes to ${analysis.states[to]}`;
  const [before, after] = [analysis.states[from]!, analysis.states[to]!];
  const changed = (was: string, is: string) =>
    listed(
      analysis.options
        .filter((_, bit) => before[bit] === was && after[bit] === is)
        .map((option) => `“${option.name}”`),
    );
  const [takes, leaves] = [changed('N', 'Y'), changed('Y', 'N')];
  const parts = [
    ...(takes === '' ? [] : [`takes ${takes}`]),
    ...(leaves === '' ? [] : [`gives up ${leaves}`]),
  ];
  return `${name} ${parts.length === 0 ? 'moves' : parts.join(' and ')}`;
}

/** What each concept says of a state that is stable for everyone; the strictest first. */
const STABLE_SAYS: readonly (readonly [string, string])[] = [
  ['nash', 'nobody gains by moving alone'],
  ['sseq', 'who would gain by moving meets an answer that serves its giver, and finds no way out of it'],
  ['seq', 'who would gain by moving meets an answer that serves its giver'],
  ['sim', 'who would gain by moving may find that others improve at the same moment'],
  ['smr', 'who would gain by moving could be answered, and finds no way out of it'],
  ['gmr', 'who would gain by moving could be answered, though not by an answer that serves its giver'],
];

/** A state that is stable for everyone by some concept, in words. */
export interface StableOutcome {
  readonly state: number;
  readonly name: string;
  readonly concepts: readonly string[];
  readonly reached: boolean;
  readonly sentence: string;
}

/** How the conflict can come to a stable state, in words. */
export interface Evolution {
  readonly to: number;
  readonly name: string;
  readonly improvementsOnly: boolean;
  readonly steps: readonly string[];
  readonly sentence: string;
}

function stableOutcome(analysis: Analysis, state: number): StableOutcome {
  const concepts = Object.entries(analysis.equilibria)
    .filter(([concept, states]) => concept !== 'seqOrSim' && states.includes(state))
    .map(([concept]) => concept);
  const strictest = STABLE_SAYS.find(([concept]) => concepts.includes(concept));
  const isStart = state === analysis.statusQuo;
  const reached = analysis.reached.includes(state);
  const where = isStart
    ? ' It is the status quo.'
    : analysis.statusQuo === undefined
      ? ''
      : reached
        ? ' Improvements lead there from the status quo.'
        : ' No chain of improvements leads there from the status quo.';
  const why = strictest === undefined ? '' : `: ${strictest[1]}`;
  return {
    state,
    name: analysis.states[state]!,
    concepts,
    reached,
    sentence: `${stateInWords(analysis, state)}. Stable by ${listed(concepts.map((concept) => (concept === 'nash' ? 'Nash' : concept.toUpperCase())))}${why}.${where}`,
  };
}

/** Every state that is stable for everyone by one of the concepts asked, those of most concepts first. */
export function stableOutcomes(analysis: Analysis): readonly StableOutcome[] {
  const states = [...new Set(Object.values(analysis.equilibria).flat())];
  return states
    .map((state) => stableOutcome(analysis, state))
    .filter(({ concepts }) => concepts.length > 0)
    .sort((a, b) => b.concepts.length - a.concepts.length || a.state - b.state);
}

/** The ways from the status quo to stable states, a sentence each; one by improvements goes before any other. */
export function evolutionInWords(analysis: Analysis): readonly Evolution[] {
  const name = (id: string) => analysis.decisionMakers.find((maker) => maker.id === id)?.name ?? id;
  const willing = new Set(
    analysis.paths.filter(({ improvementsOnly }) => improvementsOnly).map(({ to }) => to),
  );
  return analysis.paths
    .filter(({ to, improvementsOnly }) => improvementsOnly || !willing.has(to))
    .map(({ to, improvementsOnly, moves, canStart, mustStart }) => {
      const steps = moves.map((move) => moveInWords(analysis, move));
      const begin =
        mustStart === undefined
          ? `${listed(canStart.map(name), 'or')} can begin`
          : `only ${name(mustStart)} can begin`;
      const served = improvementsOnly
        ? moves.length === 1
          ? 'the step serves its mover'
          : 'each step serves its mover'
        : 'on every way there somebody moves against its preference';
      return {
        to,
        name: analysis.states[to]!,
        improvementsOnly,
        steps,
        sentence: `${steps.join(', then ')}: ${served}; ${begin}.`,
      };
    });
}
