import type { Analysis } from '../../analysis/analyse.ts';

type Named = Pick<Analysis, 'decisionMakers' | 'options' | 'states' | 'statusQuo'>;

/** What a concept of stability says, as the field calls it and in plain words. */
const CONCEPTS: Readonly<Record<string, string>> = {
  nash: 'nobody gains by moving alone',
  gmr: 'any answer of the others may deter',
  smr: 'any answer may deter, and there is no way out of it',
  seq: 'only answers deter that serve who gives them',
  sim: 'others may improve at the same moment',
  sseq: 'only answers deter that serve who gives them, and there is no way out',
  seqOrSim: 'each side stays by one of the two (GMCR+ calls this row “SEQ & SIM”)',
};

export const conceptSays = (concept: string): string => CONCEPTS[concept] ?? '';

/** "Russia enters a dialogue" as it is; "Withdraw the missiles" as "Soviet Union: Withdraw the missiles". */
function clauses({ decisionMakers, options }: Named, ids: readonly string[]): readonly string[] {
  return decisionMakers.flatMap(({ id, name }) => {
    const own = options.filter((option) => option.decisionMaker === id && ids.includes(option.id));
    const told = own.filter((option) => option.name.startsWith(`${name} `)).map((option) => option.name);
    const bare = own.filter((option) => !option.name.startsWith(`${name} `)).map((option) => option.name);
    return [...told, ...(bare.length > 0 ? [`${name}: ${bare.join(', ')}`] : [])];
  });
}

const lettersWith = ({ options, states }: Named, state: number, letter: string): readonly string[] =>
  options.filter((_, bit) => states[state]?.[bit] === letter).map(({ id }) => id);

/** What is so in a state, in words. */
export function stateWords(analysis: Named, state: number): string {
  if (analysis.options.length === 0) return analysis.states[state] ?? '';
  const taken = clauses(analysis, lettersWith(analysis, state, 'Y'));
  const either = clauses(analysis, lettersWith(analysis, state, '-'));
  return [
    taken.length === 0 ? 'Nobody takes any of these options' : taken.join('; '),
    ...(either.length > 0 ? [`whether or not ${either.join('; ')}`] : []),
  ].join(', ');
}

/** "State 3": how a state is called for short, with a word where the conflict starts from it. */
export const stateName = ({ statusQuo }: Named, state: number): string =>
  `State ${state + 1}${state === statusQuo ? ' (status quo)' : ''}`;

/** What a move changes: "takes A.defect", "gives up A.talk". */
export function moveWords(analysis: Named, from: number, to: number): string {
  if (analysis.options.length === 0) return `goes to ${analysis.states[to]}`;
  const changed = (before: string, after: string) => {
    const ids = analysis.options
      .filter((_, bit) => analysis.states[from]?.[bit] === before && analysis.states[to]?.[bit] === after)
      .map(({ name }) => `“${name}”`);
    return ids.length === 0 ? [] : [ids.join(' and ')];
  };
  const parts = [
    ...changed('N', 'Y').map((list) => `takes ${list}`),
    ...changed('Y', 'N').map((list) => `gives up ${list}`),
  ];
  return parts.length === 0 ? 'moves' : parts.join(' and ');
}
