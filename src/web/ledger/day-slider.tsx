import { useEffect, useState } from 'preact/hooks';
import { addDays, daysBetween } from '../../time/day.ts';
import { firstDay, inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { useShortcuts } from '../shortcuts.ts';
import { adjust } from './ledger-address.ts';
import type { TreatyRow } from './ledger-answer.ts';

/** While the slider is moved the desk is asked so many milliseconds after the last step. */
const SETTLED = 60;

/** Days on which some state did something under some treaty. */
function actDays(treaties: readonly TreatyRow[]): readonly string[] {
  const days = treaties.flatMap(({ opened, since, ended, states }) => [
    opened,
    since,
    ended,
    ...states.flatMap(({ signature, ratification, suspended, withdrawn }) => [
      signature,
      ratification,
      suspended,
      withdrawn,
    ]),
  ]);
  return [...new Set(days.flatMap((day) => (day === undefined ? [] : [firstDay(day)])))].sort();
}

/** The day that the ledger is looked at, as a slider over all the days that it knows. */
export function DaySlider({
  treaties,
  today,
}: {
  readonly treaties: readonly TreatyRow[];
  readonly today: string;
}) {
  const days = actDays(treaties);
  const first = days[0] ?? today;
  const span = daysBetween(first, today);
  const given = address.value.params.get('asOf') ?? today;
  const [day, setDay] = useState(given);
  useEffect(() => setDay(given), [given]);
  useEffect(() => {
    if (day === given) return;
    const settle = setTimeout(() => adjust({ asOf: day === today ? undefined : day }), SETTLED);
    return () => clearTimeout(settle);
  }, [day, given, today]);
  const before = days.filter((one) => one < day).at(-1);
  const after = days.find((one) => one > day) ?? (day < today ? today : undefined);
  useShortcuts([
    { keys: ['['], words: 'The day of the act before', run: () => before !== undefined && setDay(before) },
    { keys: [']'], words: 'The day of the next act', run: () => after !== undefined && setDay(after) },
  ]);
  return (
    <div class="day-slider no-print">
      <button type="button" disabled={before === undefined} onClick={() => before && setDay(before)}>
        ← act before
      </button>
      <label class="field grow">
        <span>
          Day: <strong>{inWords(day)}</strong>
          {day === today && ' (today)'}
        </span>
        <input
          type="range"
          min={0}
          max={span}
          value={daysBetween(first, day)}
          aria-valuetext={inWords(day)}
          onInput={(event) => setDay(addDays(first, Number(event.currentTarget.value)))}
        />
      </label>
      <button type="button" disabled={after === undefined} onClick={() => after && setDay(after)}>
        next act →
      </button>
    </div>
  );
}
