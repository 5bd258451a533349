import type { ComponentChildren } from 'preact';
import { conceptLabel } from '../../figures/from-analysis.ts';
import type { ShownDifference, ShownStandoff } from './standoff-answer.ts';

interface Line {
  readonly key: string;
  readonly mark: '+' | '−';
  readonly what: string;
  readonly words: ComponentChildren;
}

const MARKS = { '+': 'new', '−': 'gone' } as const;

/** Rings by their options, so that the same ring before and after is known again. */
const ringKey = (ring: readonly string[]) => ring.join(' ');

/** Whether a ring is of hostile options: each would follow the other, and neither waits for good. */
const isThreat = ({ options }: ShownStandoff, ring: readonly string[]) =>
  ring.every((id) => options.some((option) => option.id === id && option.hostile));

function lines(
  before: ShownStandoff,
  after: ShownStandoff,
  { equilibria }: ShownDifference,
  label: (option: string) => string,
): readonly Line[] {
  const compare = <T,>(
    what: string,
    list: (standoff: ShownStandoff) => readonly T[],
    key: (one: T) => string,
    words: (one: T) => string,
  ): readonly Line[] => {
    const [old, now] = [list(before), list(after)];
    const missing = (from: readonly T[], among: readonly T[], mark: '+' | '−') =>
      from
        .filter((one) => !among.some((other) => key(other) === key(one)))
        .map((one): Line => ({ key: `${what}${mark}${key(one)}`, mark, what, words: words(one) }));
    return [...missing(old, now, '−'), ...missing(now, old, '+')];
  };
  return [
    ...compare(
      'move by the positions',
      (one) => one.follows,
      ({ option }) => option,
      ({ option, positions, after: triggers }) =>
        `${label(option)}${triggers.length > 0 ? `, once ${triggers.map(label).join(' and ')}` : ''} (${positions.join(', ')})`,
    ),
    ...compare(
      'deadlock',
      (one) => one.deadlocks.filter((ring) => !isThreat(one, ring)),
      ringKey,
      (ring) => ring.map(label).join(' ⇄ '),
    ),
    ...compare(
      'mutual threat',
      (one) => one.deadlocks.filter((ring) => isThreat(one, ring)),
      ringKey,
      (ring) => ring.map(label).join(' ⇄ '),
    ),
    ...compare(
      'first move',
      (one) => one.firstMoves,
      ({ outcome, moves }) => `${outcome}: ${moves.join(' ')}`,
      ({ outcome, moves }) => `${moves.map(label).join(' and ')}, so that ${label(outcome)}`,
    ),
    ...compare(
      'wait',
      (one) => one.waits,
      ({ option, for: other }) => `${option} ${other.option}`,
      ({ option, for: other }) => `${label(option)} waits until ${label(other.option)}`,
    ),
    ...byState(equilibria).map(
      ({ state, mark, concepts }): Line => ({
        key: `${state}${mark}`,
        mark,
        what: `stable outcome by ${concepts.map(conceptLabel).join(', ')}`,
        words: stateText(mark === '−' ? before : after, state),
      }),
    ),
  ];
}

/** Outcomes lost and gained, each with the concepts by which. */
function byState(equilibria: ShownDifference['equilibria']) {
  const found = new Map<string, { state: string; mark: '+' | '−'; concepts: string[] }>();
  const note = (state: string, mark: '+' | '−', concept: string) => {
    const one = found.get(`${mark}${state}`) ?? { state, mark, concepts: [] };
    one.concepts.push(concept);
    found.set(`${mark}${state}`, one);
  };
  for (const [concept, { lost, gained }] of Object.entries(equilibria)) {
    for (const state of lost) note(state, '−', concept);
    for (const state of gained) note(state, '+', concept);
  }
  return [...found.values()].sort((a, b) => b.concepts.length - a.concepts.length);
}

/** A state of the model in words: the options taken in it. */
function stateText({ letters }: ShownStandoff, state: string): string {
  const taken = letters.filter((_, bit) => state[bit] === 'Y').map(({ name }) => name);
  return taken.length === 0 ? 'nobody takes any of these steps' : taken.join('; ');
}

/** So many lines are read; further ones are counted. */
const LINES_SHOWN = 24;

/** What a supposition changes against today, line by line. */
export function DifferenceList({
  before,
  after,
  difference,
  label,
}: {
  readonly before: ShownStandoff;
  readonly after: ShownStandoff;
  readonly difference: ShownDifference;
  readonly label: (option: string) => string;
}) {
  const all = lines(before, after, difference, label);
  if (all.length === 0) return <p>Nothing changes but what is supposed.</p>;
  return (
    <ul class="difference plain">
      {all.slice(0, LINES_SHOWN).map(({ key, mark, what, words }) => (
        <li key={key} data-change={MARKS[mark]}>
          <span class="mark" aria-hidden="true">
            {mark}
          </span>{' '}
          <span class="quiet">
            {MARKS[mark]} {what}:
          </span>{' '}
          {words}
        </li>
      ))}
      {all.length > LINES_SHOWN && <li>and {all.length - LINES_SHOWN} more changes.</li>}
    </ul>
  );
}
