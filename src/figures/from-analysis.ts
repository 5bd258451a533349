import type { Analysis } from '../analysis/analyse.ts';
import type { DrawnMove, EvolutionPaths } from './evolution-path.ts';
import type { OutcomeStrip } from './outcome-strip.ts';
import type { WaitsGraph } from './waits-graph.ts';

/** Short names of the concepts, as the field writes them. */
const CONCEPT_LABELS: Readonly<Record<string, string>> = { nash: 'Nash', seqOrSim: 'SEQ or SIM' };

/** "Nash", "GMR", "SEQ or SIM": a concept as a figure names it. */
export const conceptLabel = (concept: string): string => CONCEPT_LABELS[concept] ?? concept.toUpperCase();

/** Who waits for whom in an analysis, with what its model's positions say. */
export function waitsGraphOf(
  { options, decisionMakers, states, statusQuo, waits, deadlocks }: Analysis,
  positions: WaitsGraph['positions'],
): WaitsGraph {
  const names = new Map(decisionMakers.map(({ id, name }) => [id, name]));
  const now = statusQuo === undefined ? '' : states[statusQuo]!;
  return {
    options: options.map(({ id, name, decisionMaker }, bit) => ({
      id,
      actor: names.get(decisionMaker) ?? decisionMaker,
      label: name,
      taken: now[bit] === 'Y',
    })),
    positions,
    waits,
    deadlocks,
  };
}

/** Concepts by which each state is an equilibrium, by the state's index. */
function conceptsByState({
  equilibria,
}: Pick<Analysis, 'equilibria'>): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const [concept, list] of Object.entries(equilibria)) {
    for (const state of list) found.set(state, [...(found.get(state) ?? []), conceptLabel(concept)]);
  }
  return found;
}

/** Which stable states to draw paths to: all, those that improvements reach, or one by its index. */
export type PathTargets = 'all' | 'reached' | number;

/**
 * Paths from the status quo to stable states: by improvements where those lead there, else the way with the fewest steps
 * against their mover's preference. Undefined where the analysis has no status quo.
 */
export function evolutionPathsOf(
  analysis: Analysis,
  targets: PathTargets = 'all',
): EvolutionPaths | undefined {
  const { statusQuo, paths, blocked, decisionMakers, options, states } = analysis;
  if (statusQuo === undefined) return undefined;
  const names = new Map(decisionMakers.map(({ id, name }) => [id, name]));
  const wanted = ({ to }: { readonly to: number }) => typeof targets === 'string' || to === targets;
  const moves: readonly DrawnMove[] = [
    ...paths
      .filter((path) => path.improvementsOnly && wanted(path))
      .flatMap((path) => path.moves.map((move) => ({ ...move, willing: true }))),
    ...(targets === 'reached' ? [] : blocked.filter(wanted).flatMap((path) => path.moves)),
  ].map(({ dm, from, to, willing }) => ({ who: names.get(dm) ?? dm, from, to, improves: willing }));
  return { options, states, statusQuo, moves, equilibria: conceptsByState(analysis) };
}

/** The status quo and the states that are equilibria by any concept, option by option. */
export function outcomeStripOf(analysis: Analysis): OutcomeStrip {
  const { equilibria, options, states, statusQuo } = analysis;
  const shown = [
    ...new Set([...(statusQuo === undefined ? [] : [statusQuo]), ...Object.values(equilibria).flat()]),
  ];
  return {
    options: options.map(({ id, name }) => ({ id, name })),
    states: shown
      .sort((a, b) => a - b)
      .map((state) => ({ number: state + 1, letters: states[state]!, statusQuo: state === statusQuo })),
    concepts: Object.entries(equilibria).map(([concept, list]) => ({
      name: conceptLabel(concept),
      states: list.map((state) => state + 1),
    })),
  };
}
