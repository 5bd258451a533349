import type { Word } from '../text/tree.ts';
import { writtenDates } from '../time/written-date.ts';
import type { ActorContext } from './actor-reference.ts';
import { DEMAND, OFFER, REFUSE, REPORT, WARN } from './attitudes.ts';
import type { ClaimTime } from './claim.ts';
import { entryDate } from './entry-date.ts';
import { nameAt } from './names.ts';
import { governorsOf, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from?: string;
  readonly to?: string;
}

function stretchesIn(context: ActorContext): readonly Stretch[] {
  const { reading, sentence } = context;
  const text = reading.tree.text.slice(sentence.start, sentence.end);
  const dates: Stretch[] = writtenDates(text, reading.date).map((date) => ({
    ...date,
    start: date.start + sentence.start,
    end: date.end + sentence.start,
  }));
  for (const word of sentence.words) {
    const era = nameAt(reading.lexicon.eras, reading.tree.text, word.start);
    if (era === undefined || dates.some(({ start, end }) => start < era.end && era.start < end)) continue;
    dates.push({ start: era.start, end: era.end, ...era.value });
  }
  return dates;
}

/** The trigger whose clause a word belongs to: the first on the way up to the root. */
function ownerOf(context: ActorContext, word: Word, triggers: readonly Trigger[]): Trigger | undefined {
  for (const up of [word, ...governorsOf(context.sentence, word)]) {
    const owner = triggers.find(({ predicate, word: named }) => predicate === up || named === up);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The words before a date that give it a direction: "since 1992", "until 2026", "before 1990". */
function direction(text: string, start: number): 'since' | 'until' | 'first-since' | 'in' {
  const before = text.slice(Math.max(0, start - 48), start).toLowerCase();
  if (/first[\s\w-]{0,24} since (?:the |early |late )*$/.test(before)) return 'first-since';
  if (/\bsince (?:the (?:end|fall|collapse|days) of )?(?:the |early |late |\w+ )?$/.test(before))
    return 'since';
  if (/\b(?:until|till|before|by|through) (?:the |early |late )*$/.test(before)) return 'until';
  return 'in';
}

const asTime = (text: string, stretch: Stretch): ClaimTime => {
  const words = text.slice(stretch.start, stretch.end);
  const way = direction(text, stretch.start);
  // "since the Soviet era" counts from the era's end, "since 1992" from that year.
  if (way === 'since') return { ...optional('from', stretch.from ?? stretch.to), text: `since ${words}` };
  if (way === 'until') return { ...optional('to', stretch.to ?? stretch.from), text: words };
  return { ...optional('from', stretch.from), ...optional('to', stretch.to), text: words };
};

const optional = (key: 'from' | 'to', value: string | undefined) =>
  value === undefined ? {} : { [key]: value };

export interface ClaimDates {
  readonly time?: ClaimTime;
  /** "for the first time since 1992": when the act was last done, by the report. */
  readonly lastDone?: ClaimTime;
  /** When it was said: a date that hangs on the report verb. */
  readonly saidAt?: string;
}

/** When the act of a trigger happens, by the dates of its own clause, or of the sentence where it is the only act. */
export function datesOf(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): ClaimDates {
  const { reading, sentence } = context;
  const { text } = reading.tree;
  let own: ClaimTime | undefined;
  let borrowed: { time: ClaimTime; distance: number } | undefined;
  let lastDone: ClaimTime | undefined;
  let saidAt: string | undefined;
  for (const stretch of stretchesIn(context)) {
    const word = sentence.words.find(({ start, end }) => start <= stretch.start && stretch.start < end);
    if (word === undefined) continue;
    const owner = ownerOf(context, word, triggers);
    if (owner === undefined && stretch.from !== undefined && hangsOnReport(context, word, trigger)) {
      saidAt ??= stretch.from;
      continue;
    }
    const onRoot = owner === undefined && governorsOf(sentence, trigger.predicate).length <= 3;
    const shared = owner !== undefined && sharesClause(owner, trigger);
    if (owner !== trigger && !shared && !onRoot) continue;
    if (direction(text, stretch.start) === 'first-since') {
      if (owner === trigger && stretch.from !== undefined) {
        const words = text.slice(stretch.start, stretch.end);
        lastDone = { from: stretch.from, ...optional('to', stretch.to), text: words };
      }
    } else if (shared) {
      // Of the dates of coordinated verbs the nearest counts.
      const distance = Math.abs(word.index - trigger.predicate.index);
      if (borrowed === undefined || distance < borrowed.distance)
        borrowed = { time: asTime(text, stretch), distance };
    } else own ??= asTime(text, stretch);
  }
  const time = own ?? borrowed?.time ?? entryDate(context, trigger.predicate);
  return {
    ...(time === undefined ? {} : { time }),
    ...(lastDone === undefined ? {} : { lastDone }),
    ...(saidAt === undefined ? {} : { saidAt }),
  };
}

/** "Ryabkov said in November that …": the date is that of the words, not of the act. */
function hangsOnReport(context: ActorContext, date: Word, trigger: Trigger): boolean {
  const above = new Set(governorsOf(context.sentence, trigger.predicate));
  const [verb] = governorsOf(context.sentence, date).filter((word) => above.has(word));
  return (
    verb !== undefined &&
    (REPORT.has(lemmaOf(verb)) ||
      WARN.has(lemmaOf(verb)) ||
      OFFER.has(lemmaOf(verb)) ||
      DEMAND.has(lemmaOf(verb)) ||
      REFUSE.has(lemmaOf(verb)))
  );
}

/** "has signed but not ratified it since 1996": coordinated verbs share a date. */
const sharesClause = (a: Trigger, b: Trigger): boolean =>
  (a.predicate.relation === 'conj' && a.predicate.head === b.predicate.index) ||
  (b.predicate.relation === 'conj' && b.predicate.head === a.predicate.index);
