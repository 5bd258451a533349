import type {
  Analysis,
  Concept,
  Conflict,
  Goal,
  Reason,
  RobustVerdict,
  Sensitivity,
  StatementEdit,
} from '../analysis/index.ts';
import { formulaText, type Model, stateName } from '../model/index.ts';

export const CONCEPT_NAMES: Readonly<Record<string, string>> = {
  nash: 'Nash (no one gains by moving alone)',
  gmr: 'General metarational, GMR (any answer may deter)',
  smr: 'Symmetric metarational, SMR (and no way out of the answer)',
  seq: 'Sequential, SEQ (only credible answers deter)',
  sim: 'Simultaneous, SIM (others may improve at once)',
  sseq: 'Symmetric sequential, SSEQ (credible answers, and no way out)',
  seqOrSim: 'SEQ or SIM (each stable by one of the two; GMCR+ calls this row "SEQ & SIM")',
  nonmyopic: 'Non-myopic (L_h for every h from some h on)',
};
export const conceptName = (concept: string): string =>
  CONCEPT_NAMES[concept] ?? `Limited move with a horizon of ${concept.slice(1)}, ${concept.toUpperCase()}`;

/** More states than this in a line say no more than their number. */
const STATES_SHOWN = 12;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, STATES_SHOWN).join(', ');
  return names.length > STATES_SHOWN ? `${shown} and ${names.length - STATES_SHOWN} more` : shown;
}

/** An analysis for a person at a terminal. */
export function analysisText(analysis: Analysis): string {
  const { decisionMakers, options, states, statusQuo, equilibria, paths, blocked } = analysis;
  const name = (state: number) =>
    `${states[state]} (${state + 1}${state === statusQuo ? ', status quo' : ''})`;
  const names = (list: readonly number[]) => listed(list.map(name));
  const route = (moves: readonly { dm: string; to: number; willing?: boolean }[]) =>
    moves
      .map(
        ({ dm, to, willing }) =>
          `${dm}${willing === false ? ' (against its preference)' : ''} → ${states[to]}`,
      )
      .join(', ');
  return [
    ...(options.length > 0 ? [`Letters stand for: ${options.map(({ id }) => id).join(', ')}`] : []),
    `Feasible states: ${states.length}${statusQuo === undefined ? '' : `; status quo ${name(statusQuo)}`}`,
    ...decisionMakers.map(({ id, name: maker, preferences }) =>
      preferences.length > 0
        ? `${maker} prefers, most important first: ${preferences.join('; ')}`
        : `${maker} ranks, best first: ${rankedText(analysis, id)}`,
    ),
    '',
    analysis.unknown === undefined
      ? 'Equilibria'
      : 'Equilibria, where nobody leaves for or is deterred by what it is not known to prefer (extension b)',
    ...Object.entries(equilibria).map(([concept, list]) => `  ${conceptName(concept)}: ${names(list)}`),
    ...(analysis.views ?? []).map(viewLine),
    ...coalitionLines(analysis, names),
    ...unknownLines(analysis, names),
    ...silenceLines(analysis, names),
    ...strengthLines(analysis, names),
    ...(paths.length > 0 ? ['', 'From the status quo'] : []),
    ...paths
      .filter(
        (path) =>
          path.improvementsOnly || !paths.some((other) => other.improvementsOnly && other.to === path.to),
      )
      .map(({ to, improvementsOnly, moves, canStart, mustStart, needed }) => {
        const begins =
          mustStart === undefined ? `${canStart.join(' or ')} can begin` : `only ${mustStart} can begin`;
        const without = needed.length > 0 ? `; not without ${needed.join(', ')}` : '';
        return `  to ${name(to)}, ${improvementsOnly ? 'each step improving' : 'by any moves'}: ${route(moves)} (${begins}${without})`;
      }),
    ...blocked.map(
      ({ to, moves }) => `  ${name(to)} is not reached by improvements alone; what stops it: ${route(moves)}`,
    ),
    ...(analysis.waits.length + analysis.firstMoves.length > 0 ? ['', 'Who must move first'] : []),
    ...analysis.waits.map(({ option, for: other }) => `  ${option} waits for ${other.option}`),
    ...analysis.deadlocks.map((ring) => `  Deadlock: ${ring.join(' → ')} → ${ring[0]}`),
    ...analysis.firstMoves.map(
      ({ outcome, moves, unlocks }) =>
        `  First move for ${outcome}: ${moves.join(' and ')}; then ${unlocks.join(', ')}`,
    ),
  ].join('\n');
}

/** States from the best to the worst, ties in brackets, as many as fit. */
function rankedText({ ranking, states }: Analysis, id: string): string {
  const ranks = ranking[id]!;
  const most = Math.max(...ranks);
  if (most === 1) return 'all states equally';
  const classes = Array.from({ length: Math.min(most, STATES_SHOWN) }, (_, place) => {
    const equal = states.filter((_, state) => ranks[state] === place + 1);
    const shown = equal.slice(0, STATES_SHOWN).join(', ');
    return equal.length === 1 ? shown : `(${shown}${equal.length > STATES_SHOWN ? ', …' : ''})`;
  });
  return `${classes.join(' > ')}${most > STATES_SHOWN ? ' > …' : ''}`;
}

/** How a decision maker who sees another conflict is judged, and where GMCR+ would judge otherwise. */
function viewLine({ dm, unseen, mistakenAbout }: NonNullable<Analysis['views']>[number]): string {
  const parts = [
    ...(unseen.length > 0
      ? [
          `does not see ${unseen.length} state${unseen.length > 1 ? 's' : ''}, so that no move into one deters it (GMCR+ lets such moves deter, and may call more states stable)`,
        ]
      : []),
    ...(mistakenAbout.length > 0 ? [`is mistaken about what ${mistakenAbout.join(', ')} prefers`] : []),
  ];
  return `  ${dm} is judged by the conflict as it sees it: it ${parts.join(', and ')}`;
}

type Names = (list: readonly number[]) => string;

function coalitionLines({ coalitions }: Analysis, names: Names): readonly string[] {
  if (coalitions === undefined) return [];
  const groups = coalitions.members.map((members) => `{${members.join(', ')}}`);
  return [
    '',
    coalitions.universal ? 'Stable for every coalition' : `Stable for the coalitions ${groups.join(', ')}`,
    ...Object.entries(coalitions.equilibria).map(
      ([concept, list]) => `  ${conceptName(concept)}: ${names(list)}`,
    ),
  ];
}

function unknownLines({ unknown, decisionMakers }: Analysis, names: Names): readonly string[] {
  if (unknown === undefined) return [];
  const open = (robust: RobustVerdict) =>
    robust.open.map(({ state, deciding }) =>
      deciding.length === 0
        ? names([state])
        : `${names([state])} turns on how it compares with ${names(deciding.map(({ other }) => other))}`,
    );
  return [
    '',
    'Where preferences are unknown',
    ...Object.entries(unknown.extensions).map(
      ([extension, by]) =>
        `  extension ${extension}, equilibria: ${Object.entries(by)
          .map(([concept, list]) => `${concept.toUpperCase()} ${names(list)}`)
          .join('; ')}`,
    ),
    ...decisionMakers.flatMap(({ id, name }) =>
      Object.entries(unknown.robust[id]!).map(
        ([concept, robust]) =>
          `  ${name}, ${concept.toUpperCase()}: stable whatever is unknown ${names(robust.always)}; open ${open(robust).join('; ') || 'none'}`,
      ),
    ),
  ];
}

function silenceLines({ silence }: Analysis, names: Names): readonly string[] {
  if (silence === undefined) return [];
  return [
    '',
    'Where words are silent (they are held indifferent above)',
    ...silence.map(({ state, concept, holds, turnsOn }) => {
      const wishes = turnsOn.map(({ dm, options }) => `${dm} on ${options.join(' and ')}`);
      return `  ${names([state])}, ${concept.toUpperCase()}: ${holds ? 'holds whatever the silent sides want' : `turns on what is wanted by ${wishes.join('; by ')}`}`;
    }),
  ];
}

function strengthLines({ strength, decisionMakers }: Analysis, names: Names): readonly string[] {
  if (strength === undefined) return [];
  return [
    '',
    'Strength of stability',
    ...decisionMakers.flatMap(({ id, name }) =>
      Object.entries(strength[id]!).map(
        ([concept, { strong, weak }]) =>
          `  ${name}, ${concept.toUpperCase()}: strongly ${names(strong)}; weakly ${names(weak)}`,
      ),
    ),
  ];
}

/** Why a state is stable or not, a sentence a decision maker and concept. */
export function reasonText(
  conflict: Conflict,
  { maker, state, concept, stable, improvements }: Reason,
): string {
  const { decisionMakers } = conflict.model;
  const who = decisionMakers[maker]!.name;
  const at = (one: number) => stateName(conflict.space, one);
  const head = `${who} at ${at(state)}, ${concept.toUpperCase()}: ${stable ? 'stable' : 'not stable'}`;
  if (improvements.length === 0) return `${head}, since no move of its own improves.`;
  const upset = improvements.find(({ deterrent }) => deterrent === undefined);
  if (upset !== undefined)
    return `${head}, since it would rather be at ${at(upset.to)}, and ${
      concept === 'nash'
        ? 'can go there.'
        : `no ${concept === 'seq' || concept === 'sseq' || concept === 'sim' ? 'improvement' : 'move'} of the others then leaves it no better off${concept === 'smr' || concept === 'sseq' ? ' without a way out' : ''}.`
    }`;
  const parts = improvements.map(({ to, deterrent }) => {
    const answer = deterrent!.moves
      .map((step) => `${decisionMakers[step.maker]!.name} to ${at(step.to)}`)
      .join(', then ');
    const out =
      deterrent!.bestEscape === undefined
        ? ''
        : `, from where it gets no further than ${at(deterrent!.bestEscape)}`;
    return concept === 'sim'
      ? `its move to ${at(to)} would meet, at once, ${answer}, and end at ${at(deterrent!.end)}`
      : `its move to ${at(to)} would be answered by ${answer}${out}`;
  });
  return `${head}: ${parts.join('; ')}; none of which it prefers to staying.`;
}

const editText = (model: Model, edit: StatementEdit): string => {
  const maker = model.decisionMakers[edit.maker]!;
  const words = `statement ${edit.place + 1} of ${maker.name}`;
  const line = maker.preferences[edit.place];
  const quoted = line === undefined ? words : `${words} (${formulaText(line.formula)})`;
  if (edit.kind === 'drop') return `drop ${quoted}`;
  return edit.kind === 'reverse'
    ? `turn ${quoted} into its opposite`
    : `move ${quoted} to place ${edit.to + 1}`;
};

/** What a single change of a statement does to the equilibria, a line a change. */
export function sensitivityText(model: Model, concept: Concept, all: readonly Sensitivity[]): string {
  const head = `Single changes of a statement that change the ${concept.toUpperCase()} equilibria: ${all.length}`;
  return [
    head,
    ...all.map(({ edit, lost, gained }) => {
      const parts = [
        ...(lost.length > 0 ? [`loses ${listed(lost)}`] : []),
        ...(gained.length > 0 ? [`gains ${listed(gained)}`] : []),
      ];
      return `  ${editText(model, edit)}: ${parts.join('; ')}`;
    }),
  ].join('\n');
}

/** The smallest changes of statements that meet goals. */
export function changesText(
  model: Model,
  goals: readonly Goal[],
  changes: readonly (readonly StatementEdit[])[],
  most: number,
): string {
  const wish = goals
    .map(
      ({ state, concept, stable }) =>
        `${state} ${stable ? 'an' : 'no'} equilibrium by ${concept.toUpperCase()}`,
    )
    .join(' and ');
  if (changes.length === 0) return `No change of up to ${most} statements makes ${wish}.`;
  if (changes[0]!.length === 0) return `Already so: ${wish}.`;
  return [
    `Smallest changes that make ${wish}: ${changes.length} of ${changes[0]!.length} statement${changes[0]!.length > 1 ? 's' : ''}`,
    ...changes.slice(0, 40).map((edits) => `  ${edits.map((edit) => editText(model, edit)).join(', then ')}`),
    ...(changes.length > 40 ? [`  and ${changes.length - 40} more`] : []),
  ].join('\n');
}
