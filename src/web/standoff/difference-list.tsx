import type { ComponentChildren } from 'preact';
import { conceptLabel } from '../../figures/from-analysis.ts';
import type { ShownDifference, ShownStandoff } from './standoff-answer.ts';

interface Line {
  readonly key: string;
  readonly mark: '+' | '−' | '→';
  readonly what: string;
  readonly words: ComponentChildren;
}

const MARKS = { '+': 'new', '−': 'gone', '→': 'follows' } as const;

/** Rings by their options, so that the same ring before and after is known again. */
const ringKey = (ring: readonly string[]) => ring.join(' ');

function lines(
  before: ShownStandoff,
  after: ShownStandoff,
  { follows, equilibria }: ShownDifference,
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
    ...follows.map(
      ({ option, positions, after: triggers }): Line => ({
        key: `follows ${option}`,
        mark: '→',
        what: 'by the positions',
        words: `${label(option)}${triggers.length > 0 ? `, once ${triggers.map(label).join(' and ')}` : ''} (${positions.join(', ')})`,
      }),
    ),
    ...compare(
      'deadlock',
      (one) => one.deadlocks,
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
    ...Object.entries(equilibria).flatMap(([concept, { lost, gained }]): readonly Line[] => [
      ...(lost.length > 0
        ? [
            {
              key: `${concept}−`,
              mark: '−' as const,
              what: `stable by ${conceptLabel(concept)}`,
              words: counted(lost),
            },
          ]
        : []),
      ...(gained.length > 0
        ? [
            {
              key: `${concept}+`,
              mark: '+' as const,
              what: `stable by ${conceptLabel(concept)}`,
              words: counted(gained),
            },
          ]
        : []),
    ]),
  ];
}

const STATES_NAMED = 4;
const counted = (states: readonly string[]): string =>
  states.length <= STATES_NAMED
    ? states.join(', ')
    : `${states.slice(0, STATES_NAMED).join(', ')} and ${states.length - STATES_NAMED} more`;

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
  if (all.length === 0) return <p>Nothing changes.</p>;
  return (
    <ul class="difference plain">
      {all.map(({ key, mark, what, words }) => (
        <li key={key} data-change={MARKS[mark]}>
          <span class="mark" aria-hidden="true">
            {mark}
          </span>{' '}
          <span class="quiet">
            {MARKS[mark] === 'follows' ? 'then' : MARKS[mark]} {what}:
          </span>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
