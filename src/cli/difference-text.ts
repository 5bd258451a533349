import type { Difference, Supposition } from '../analysis/index.ts';
import { conceptName } from './analysis-text.ts';

/** What is supposed, as a person would say it. */
export function supposedText({ set = {}, drop = [], add = [] }: Supposition): readonly string[] {
  return [
    ...Object.entries(set).map(([option, yes]) => `${option} is ${yes ? 'taken' : 'not taken'}`),
    ...drop.map((id) => `${id} is dropped`),
    ...add.map(({ holder, id }) => `${holder} holds ${id}`),
  ];
}

/** The difference that a supposition makes to a conflict, a line each; none where nothing changes. */
export function differenceLines(difference: Difference): readonly string[] {
  const changes = (what: string, { gone, fresh }: Difference['waits']): readonly string[] => [
    ...gone.map((line) => `  no longer ${what}: ${line}`),
    ...fresh.map((line) => `  now ${what}: ${line}`),
  ];
  const { before, after, follows, equilibria } = difference;
  const statusQuo = (analysis: Difference['before']) =>
    analysis.statusQuo === undefined ? 'infeasible' : analysis.states[analysis.statusQuo]!;
  return [
    ...(statusQuo(before) === statusQuo(after)
      ? []
      : [`  status quo: ${statusQuo(before)} becomes ${statusQuo(after)}`]),
    ...follows.map(
      ({ option, positions, after: triggers }) =>
        `  then by the positions: ${option} (${positions.join(', ')}${triggers.length > 0 ? `, after ${triggers.join(' and ')}` : ''})`,
    ),
    ...changes('a deadlock', difference.deadlocks),
    ...changes('waiting', difference.waits),
    ...changes('a first move for', difference.firstMoves),
    ...Object.entries(equilibria).flatMap(([concept, { lost, gained }]) => [
      ...(lost.length > 0 ? [`  no longer equilibria, ${conceptName(concept)}: ${lost.join(', ')}`] : []),
      ...(gained.length > 0 ? [`  now equilibria, ${conceptName(concept)}: ${gained.join(', ')}`] : []),
    ]),
  ];
}
