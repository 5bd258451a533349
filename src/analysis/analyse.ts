import {
  type Formula,
  formulaText,
  type Model,
  option,
  or,
  type Position,
  statementLines,
  stateName,
  statusQuoOf,
  truthAt,
} from '../model/index.ts';
import { type CoalitionConcept, partitionStability, universalStability } from './coalition.ts';
import { type Conflict, conflictOf } from './conflict.ts';
import { evolutionFrom, leastUnwillingPaths, type Step } from './evolution.ts';
import { type FirstMove, type FirstMoveQuestion, firstMovesFor } from './first-moves.ts';
import { type Gain, gainsOf } from './gains.ts';
import { limitedMoves } from './limited-move.ts';
import { EXTENSIONS, extensionReading, stableUnder, strongReading } from './reading.ts';
import { rulesOf } from './response-rules.ts';
import { ROBUST_CONCEPTS, robustVerdict } from './robust-verdict.ts';
import { type SilenceVerdict, silenceVerdicts } from './silence.ts';
import { CONCEPTS, type Concept, equilibriumOf, isDefined } from './stability.ts';
import { isUncertain, type Verdicts, verdictsOf } from './verdicts.ts';
import { deadlocksOf, type Wait, waitsOf } from './waits.ts';

/** What to analyse beyond the stability of each state. */
export interface AnalysisRequest {
  /** Concepts to judge by; all of CONCEPTS where absent. */
  readonly concepts?: readonly Concept[];
  /** Horizons h of limited-move stability L_h, for two decision makers. */
  readonly horizons?: readonly number[];
  readonly nonMyopic?: boolean;
  /** A partition into coalitions by ids, or all coalitions. */
  readonly coalitions?: readonly (readonly string[])[] | 'all';
  /** Index of the state that the conflict starts from; the model's status quo where absent. */
  readonly from?: number;
  /** Outcomes to find first moves for; what somebody asks for or makes conditional, where absent. */
  readonly outcomes?: readonly Formula[];
  /** The whole stand-off, where the model leaves out some of its options: who waits and who can begin is asked of it. */
  readonly standoff?: FirstMoveQuestion;
  /** Leave out what all completions of unknown preferences say, which takes long where there are many states. */
  readonly withoutCompletions?: boolean;
  /** Index of an outcome to find paths to, beside the equilibria. */
  readonly to?: number;
  /** False where nobody asks how an equilibrium is come to: only what improvements reach is told. */
  readonly paths?: boolean;
}

/** One move: who, from which state, to which. */
export interface Move {
  readonly dm: string;
  readonly from: number;
  readonly to: number;
}

export interface Path {
  readonly to: number;
  /** Whether every step improves for its mover. */
  readonly improvementsOnly: boolean;
  readonly moves: readonly Move[];
  /** Who can begin such a path, and the one who must where only one can. */
  readonly canStart: readonly string[];
  readonly mustStart?: string;
  /** Without whom there is no such path. */
  readonly needed: readonly string[];
}

type StatesBy = Readonly<Record<string, readonly number[]>>;

/** What the analysis of a model says; see docs/schema/analyse.json. States are named by their index. */
export interface Analysis {
  readonly decisionMakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly string[];
    readonly preferences: readonly string[];
  }[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly decisionMaker: string }[];
  readonly states: readonly string[];
  readonly statusQuo?: number;
  readonly ranking: Readonly<Record<string, readonly number[]>>;
  readonly stability: Readonly<Record<string, StatesBy>>;
  readonly equilibria: StatesBy;
  /** States reached from the status quo by improvements of whoever moves, the status quo first. */
  readonly reached: readonly number[];
  readonly paths: readonly Path[];
  /** For outcomes that improvements alone do not reach: a path with the fewest steps that their movers would not take. */
  readonly blocked: readonly {
    readonly to: number;
    readonly moves: readonly (Move & { readonly willing: boolean })[];
  }[];
  readonly coalitions?: {
    readonly members: readonly (readonly string[])[];
    readonly universal: boolean;
    /** By concept: the stable states of each coalition, in the order of `members`, and those stable for all. */
    readonly stability: Readonly<Record<string, readonly (readonly number[])[]>>;
    readonly equilibria: StatesBy;
  };
  /** Where preferences are unknown: equilibria by extension a to d, and verdicts over all completions. */
  readonly unknown?: {
    readonly extensions: Readonly<Record<string, StatesBy>>;
    readonly robust: Readonly<Record<string, Readonly<Record<string, ReturnType<typeof robustVerdict>>>>>;
  };
  /** Where some are silent on options: whether each equilibrium that improvements reach holds whatever they want. */
  readonly silence?: readonly SilenceVerdict[];
  /** Where preferences have strength: stable states told apart into strongly and weakly stable ones. */
  readonly strength?: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly strong: readonly number[]; readonly weak: readonly number[] }>>
    >
  >;
  /** Decision makers who see the conflict otherwise, and the states that they do not see. */
  readonly views?: readonly {
    readonly dm: string;
    readonly unseen: readonly number[];
    /** Whose preferences it is mistaken about. */
    readonly mistakenAbout: readonly string[];
  }[];
  readonly waits: readonly Wait[];
  readonly deadlocks: readonly (readonly string[])[];
  /** Each with whether its movers are better off once it has unlocked what it unlocks. */
  readonly firstMoves: readonly (FirstMove & { readonly movers: readonly Gain[] })[];
  /** Outcomes for which too many sets of moves would have to be tried. */
  readonly undetermined?: readonly string[];
}

/** Outcomes worth unlocking: what somebody demands, and what somebody would do once another moves. */
export function outcomesOf(positions: readonly Position[]): readonly string[] {
  const demanded = positions
    .filter(({ kind }) => kind === 'demand')
    .flatMap(({ formula }) => (formula.kind === 'option' ? [formula.option] : []));
  const conditional = positions
    .flatMap(rulesOf)
    .filter(({ when }) => when !== undefined)
    .map((rule) => rule.option);
  return [...new Set([...demanded, ...conditional])].sort();
}

const indices = (flags: Uint8Array): readonly number[] => {
  const found: number[] = [];
  for (let state = 0; state < flags.length; state++) if (flags[state]) found.push(state);
  return found;
};

/** From a larger space no paths are searched unless a start is asked for: every pair of state and mover is followed. */
const PATHS_UNASKED_TO = 1 << 15;
/** Paths to more equilibria than this would fill pages: those of the stricter concepts come first. */
const PATHS_AT_MOST = 60;

/**
 * The whole analysis of a model.
 * @throws StateSpaceError when the model is too large, leaves no state feasible, or asks for what is not defined for it.
 */
export function analyse(model: Model, request: AnalysisRequest = {}): Analysis {
  const conflict = conflictOf(model);
  return analysisFrom(conflict, verdictsOf(conflict, request.concepts ?? CONCEPTS), request);
}

/** The analysis of a conflict whose verdicts are at hand. */
export function analysisFrom(
  conflict: Conflict,
  verdicts: Verdicts,
  request: AnalysisRequest = {},
): Analysis {
  const { model, space, preferences } = conflict;
  const ids = model.decisionMakers.map(({ id }) => id);
  const all = new Map<string, readonly Uint8Array[]>([...verdicts, ...limited(conflict, request)]);
  const equilibria = new Map([...all].map(([concept, stable]) => [concept, equilibriumOf(stable)]));
  const [seq, sim] = [verdicts.get('seq'), verdicts.get('sim')];
  if (seq !== undefined && sim !== undefined)
    equilibria.set(
      'seqOrSim',
      equilibriumOf(seq.map((stable, maker) => stable.map((yes, state) => yes | sim[maker]![state]!))),
    );
  const statusQuo = request.from ?? statusQuoOf(model, space);
  const question = request.standoff ?? {
    positions: model.positions,
    options: space.options,
    taken: new Set(model.statusQuo ?? []),
  };
  const waits = waitsOf(question.positions);
  const reached = evolution(conflict, statusQuo, equilibria, request);
  return {
    decisionMakers: model.decisionMakers.map(({ id, name, preferences: statements }) => ({
      id,
      name,
      options: model.options.filter(({ owners }) => owners.includes(id)).map((own) => own.id),
      preferences: statementLines(statements),
    })),
    options: model.options.map(({ id, name, owners }) => ({
      id,
      name,
      decisionMaker: owners[0]!,
      ...(owners.length > 1 ? { sharedBy: owners } : {}),
    })),
    states: Array.from({ length: space.count }, (_, state) => stateName(space, state)),
    ...(statusQuo < 0 ? {} : { statusQuo }),
    ranking: Object.fromEntries(ids.map((id, maker) => [id, Array.from(preferences[maker]!.rank)])),
    stability: Object.fromEntries(
      ids.map((id, maker) => [
        id,
        Object.fromEntries([...all].map(([concept, stable]) => [concept, indices(stable[maker]!)])),
      ]),
    ),
    equilibria: Object.fromEntries([...equilibria].map(([concept, flags]) => [concept, indices(flags)])),
    ...reached,
    ...coalitions(conflict, request),
    ...(request.withoutCompletions ? {} : unknown(conflict)),
    ...silence(conflict, equilibria, reached.reached),
    ...strength(conflict, verdicts),
    ...views(conflict),
    waits,
    deadlocks: deadlocksOf(waits),
    ...firstMoves(conflict, question, request),
  };
}

function firstMoves(
  conflict: Conflict,
  question: FirstMoveQuestion,
  { outcomes }: AnalysisRequest,
): Pick<Analysis, 'firstMoves' | 'undetermined'> {
  const wanted = outcomes ?? outcomesOf(question.positions).map(option);
  const answers = wanted.map((outcome) => ({ outcome, ...firstMovesFor(question, outcome) }));
  const open = answers.filter(({ settled }) => !settled).map(({ outcome }) => formulaText(outcome));
  return {
    firstMoves: answers.flatMap((answer) =>
      answer.firstMoves.map((move) => ({ ...move, movers: gainsOf(conflict, question.taken, move) })),
    ),
    ...(open.length > 0 ? { undetermined: open } : {}),
  };
}

function limited(
  conflict: Conflict,
  { horizons = [], nonMyopic = false }: AnalysisRequest,
): readonly (readonly [string, readonly Uint8Array[]])[] {
  if (horizons.length === 0 && !nonMyopic) return [];
  const play = limitedMoves(conflict);
  return [
    ...horizons.map((h) => [`l${h}`, [0, 1].map((maker) => play.stable(maker, h))] as const),
    ...(nonMyopic ? [['nonmyopic', [0, 1].map((maker) => play.nonMyopic(maker))] as const] : []),
  ];
}

function evolution(
  conflict: Conflict,
  start: number,
  equilibria: ReadonlyMap<string, Uint8Array>,
  { from, to, paths: wanted = true }: AnalysisRequest,
): Pick<Analysis, 'reached' | 'paths' | 'blocked'> {
  if (start < 0 || (conflict.space.count > PATHS_UNASKED_TO && from === undefined && to === undefined))
    return { reached: [], paths: [], blocked: [] };
  const ids = conflict.model.decisionMakers.map(({ id }) => id);
  const named = ({ maker, from: before, to: after }: Step): Move => ({
    dm: ids[maker]!,
    from: before,
    to: after,
  });
  const targets = [
    ...new Set([...(to === undefined ? [] : [to]), ...[...equilibria.values()].flatMap(indices)]),
  ]
    .filter((state) => state !== start)
    .slice(0, PATHS_AT_MOST);
  const byImprovements = evolutionFrom(conflict, start, true);
  const reached = [start, ...byImprovements.reached];
  if (!wanted) return { reached, paths: [], blocked: [] };
  const byMoves = evolutionFrom(conflict, start, false);
  const paths = targets.flatMap((target) =>
    [byImprovements, byMoves].flatMap((spread): Path[] => {
      const steps = spread.pathTo(target);
      if (steps === undefined) return [];
      const canStart = spread.canStart(target).map((maker) => ids[maker]!);
      return [
        {
          to: target,
          improvementsOnly: spread === byImprovements,
          moves: steps.map(named),
          canStart,
          ...(canStart.length === 1 ? { mustStart: canStart[0]! } : {}),
          needed: spread.needed(target).map((maker) => ids[maker]!),
        },
      ];
    }),
  );
  const unwilled = targets.filter((target) => byImprovements.pathTo(target) === undefined);
  const reluctantly = unwilled.length === 0 ? () => undefined : leastUnwillingPaths(conflict, start);
  const blocked = unwilled.flatMap((target) => {
    const steps = reluctantly(target);
    return steps === undefined
      ? []
      : [{ to: target, moves: steps.map((step) => ({ ...named(step), willing: step.willing })) }];
  });
  return { reached, paths, blocked };
}

function coalitions(
  conflict: Conflict,
  { coalitions: asked = conflict.model.coalitions, concepts = CONCEPTS }: AnalysisRequest,
): Pick<Analysis, 'coalitions'> {
  if (asked === undefined) return {};
  const ids = conflict.model.decisionMakers.map(({ id }) => id);
  const judged = concepts.filter((concept): concept is CoalitionConcept =>
    ['nash', 'gmr', 'smr', 'seq'].includes(concept),
  );
  const universal = asked === 'all';
  const blocks = universal ? [] : partitionOf(asked, ids);
  const results = judged.map((concept) =>
    universal
      ? universalStability(conflict, concept)
      : { coalitions: blocks, ...partitionStability(conflict, blocks, concept) },
  );
  const members = results[0]?.coalitions ?? blocks;
  return {
    coalitions: {
      members: members.map((coalition) => coalition.map((maker) => ids[maker]!)),
      universal,
      stability: Object.fromEntries(
        judged.map((concept, index) => [concept, results[index]!.stable.map(indices)]),
      ),
      equilibria: Object.fromEntries(
        judged.map((concept, index) => [concept, indices(results[index]!.equilibria)]),
      ),
    },
  };
}

/** A partition by indices; whoever stands in no coalition acts alone. */
function partitionOf(
  groups: readonly (readonly string[])[],
  ids: readonly string[],
): readonly (readonly number[])[] {
  const grouped = groups.map((group) => group.map((id) => ids.indexOf(id)));
  const alone = [...ids.keys()].filter((maker) => !grouped.some((group) => group.includes(maker)));
  return [...grouped, ...alone.map((maker) => [maker])];
}

function unknown(conflict: Conflict): Pick<Analysis, 'unknown'> {
  if (!isUncertain(conflict)) return {};
  const { model } = conflict;
  const makers = [...model.decisionMakers.keys()];
  return {
    unknown: {
      extensions: Object.fromEntries(
        EXTENSIONS.map((extension) => [
          extension,
          Object.fromEntries(
            ROBUST_CONCEPTS.map((concept) => {
              const reading = extensionReading(conflict, extension);
              const stable = makers.map((maker) => stableUnder(conflict, maker, concept, reading));
              return [concept, indices(equilibriumOf(stable))];
            }),
          ),
        ]),
      ),
      robust: Object.fromEntries(
        makers.map((maker) => [
          model.decisionMakers[maker]!.id,
          Object.fromEntries(
            ROBUST_CONCEPTS.map((concept) => [concept, robustVerdict(conflict, maker, concept)]),
          ),
        ]),
      ),
    },
  };
}

function silence(
  conflict: Conflict,
  equilibria: ReadonlyMap<string, Uint8Array>,
  reached: readonly number[],
): Pick<Analysis, 'silence'> {
  const verdicts = (['nash', 'seq'] as const).flatMap((concept) => {
    const stable = equilibria.get(concept);
    const states = stable === undefined ? [] : reached.filter((state) => stable[state]);
    return silenceVerdicts(conflict, concept, states.slice(0, PATHS_AT_MOST));
  });
  return verdicts.length === 0 ? {} : { silence: verdicts };
}

function views({ model, space }: Conflict): Pick<Analysis, 'views'> {
  const seen = model.decisionMakers.flatMap(({ id, view }) =>
    view === undefined
      ? []
      : [
          {
            dm: id,
            unseen: view.unseen.length === 0 ? [] : indices(truthAt(view.unseen.reduce(or), space)),
            mistakenAbout: Object.keys(view.preferences),
          },
        ],
  );
  return seen.length === 0 ? {} : { views: seen };
}

function strength(conflict: Conflict, verdicts: Verdicts): Pick<Analysis, 'strength'> {
  if (conflict.preferences.every(({ strongRank }) => strongRank === undefined)) return {};
  const reading = strongReading(conflict);
  return {
    strength: Object.fromEntries(
      conflict.model.decisionMakers.map(({ id }, maker) => [
        id,
        Object.fromEntries(
          [...verdicts]
            .filter(([concept]) => concept !== 'nash' && isDefined(conflict, concept))
            .map(([concept, stable]) => {
              const strongly = stableUnder(conflict, maker, concept, reading);
              const states = indices(stable[maker]!);
              return [
                concept,
                {
                  strong: states.filter((state) => strongly[state]),
                  weak: states.filter((state) => !strongly[state]),
                },
              ];
            }),
        ),
      ]),
    ),
  };
}
