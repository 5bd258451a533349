import type { Analysis } from '../../analysis/analyse.ts';

type Started = Pick<Analysis, 'statusQuo'>;

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

/** "State 3": how a state is called for short, with a word where the conflict starts from it. */
export const stateName = ({ statusQuo }: Started, state: number): string =>
  `State ${state + 1}${state === statusQuo ? ' (status quo)' : ''}`;
