import type { Sentence, Span, Word } from '../text/tree.ts';
import { firstDay, lastDay, type PartialDate } from '../time/partial-date.ts';
import type { ActorCode } from './claim.ts';
import type { ActorNameKind, Lexicon, Office } from './lexicon.ts';
import { type NameMatch, nameAt } from './names.ts';

/** A stretch of a sentence that names an actor, a person, a treaty or a thing of the stand-off. */
export interface Mention extends Span {
  /** Indices of the first and last word. */
  readonly first: number;
  readonly last: number;
  readonly actor?: ActorCode;
  readonly nameKind?: ActorNameKind | 'person';
  readonly person?: string;
  readonly role?: string;
  readonly treaty?: string;
  readonly object?: string;
}

/** The mention that covers each word of a sentence, by the word's index. */
export type Mentions = ReadonlyMap<number, Mention>;

/** The office that a person held on a day; where the source gives no such, the one whose dates come nearest. */
export function officeOn(offices: readonly Office[], date: PartialDate | undefined): Office {
  if (date === undefined) return offices.find((office) => office.to === undefined) ?? offices.at(-1)!;
  const [from, to] = [firstDay(date), lastDay(date)];
  const distance = (office: Office): number => {
    const start = office.from ?? office.seenOn;
    const end = office.to ?? (office.from === undefined ? office.seenOn : undefined);
    if (start !== undefined && start > to) return Number(start.slice(0, 4)) - Number(to.slice(0, 4)) + 1;
    if (end !== undefined && end < from) return Number(from.slice(0, 4)) - Number(end.slice(0, 4)) + 1;
    return 0;
  };
  return offices.reduce((best, office) => (distance(office) < distance(best) ? office : best));
}

/** What finding a name needs of a word. */
type Named = Pick<Word, 'start' | 'end' | 'form'>;

const CAPITAL = /^\p{Lu}/u;
const MONTHS = new Set(
  'January February March April May June July August September October November December'.split(' '),
);
const YEARS_NEAR = 12;

/** Whether an office was held within some years of a date: reports speak of former officials too. */
function heldNear(office: Office, date: PartialDate): boolean {
  const year = Number(date.slice(0, 4));
  const from = Number((office.from ?? office.seenOn ?? '0').slice(0, 4));
  const to = Number((office.to ?? office.seenOn ?? '9999').slice(0, 4));
  return from - 1 <= year && year <= Math.max(from, to) + YEARS_NEAR;
}

function personMention(
  lexicon: Lexicon,
  text: string,
  word: Named,
  date: PartialDate | undefined,
  namesake: boolean,
) {
  const full = nameAt(lexicon.persons, text, word.start);
  const surname =
    CAPITAL.test(word.form) && !namesake ? lexicon.surnames.get(titleCase(word.form)) : undefined;
  const offices = full?.value ?? surname;
  // "in May" names a month; and a bare family name is that of somebody in office, not of a namesake of long ago.
  if (offices === undefined || (full === undefined && MONTHS.has(word.form))) return undefined;
  const office = officeOn(offices, date);
  if (full === undefined && date !== undefined && !heldNear(office, date)) return undefined;
  return { start: word.start, end: full?.end ?? word.end, value: office };
}

const titleCase = (form: string): string =>
  form.length > 3 && form === form.toUpperCase() ? form[0]! + form.slice(1).toLowerCase() : form;

function found(lexicon: Lexicon, text: string, word: Named, date: PartialDate | undefined, namesake = false) {
  const candidates: (NameMatch<Omit<Mention, keyof Span | 'first' | 'last'>> | undefined)[] = [];
  const add = <T>(
    match: NameMatch<T> | undefined,
    fields: (value: T) => Omit<Mention, keyof Span | 'first' | 'last'>,
  ) => {
    if (match !== undefined)
      candidates.push({ start: match.start, end: match.end, value: fields(match.value) });
  };
  add(nameAt(lexicon.treaties, text, word.start), (treaty) => ({ treaty }));
  add(nameAt(lexicon.objectNames, text, word.start), (object) => ({ object }));
  add(nameAt(lexicon.media, text, word.start), () => ({ actor: 'press', nameKind: 'institution' as const }));
  add(nameAt(lexicon.actorNames, text, word.start), ({ actor, kind }) => ({ actor, nameKind: kind }));
  add(personMention(lexicon, text, word, date, namesake), ({ actor, person, role }) => ({
    actor,
    person,
    role,
    nameKind: 'person' as const,
  }));
  const office = nameAt(lexicon.offices, text, word.start);
  // "Secretary of State for Defence" is another state's.
  if (
    office !== undefined &&
    CAPITAL.test(word.form) &&
    !/^ for\b/.test(text.slice(office.end, office.end + 5))
  )
    add(office, (actor) => ({ actor, nameKind: 'institution' as const }));
  add(nameAt(lexicon.figures, text, word.start), ({ actor, person }) => ({
    actor,
    person,
    nameKind: 'person' as const,
  }));
  return candidates.reduce((best, next) => (next && (!best || next.end > best.end) ? next : best), undefined);
}

const TITLE =
  /^(mr|ms|mrs|dr|sir|senator|sen\.?|admiral|general|gen\.?|lieutenant|rear|vice|colonel|ambassador|president|minister|secretary|chairman|foreign|defence|defense|prime|deputy|first|chief|director|spokesman|spokeswoman|envoy|leader|comrade|marshal)\.?$/i;

/** "Sung Kim": a family name behind a forename that is no part of a known name belongs to somebody else. */
function hasForename(sentence: Sentence, word: Word, mentions: ReadonlyMap<number, Mention>): boolean {
  const before = sentence.words[word.index - 1];
  return (
    before !== undefined &&
    (before.upos === 'PROPN' ||
      (before.index === 0 && /^(NOUN|ADJ|X|VERB)$/.test(before.upos) && before.form === before.lemma)) &&
    CAPITAL.test(before.form) &&
    !/^\p{Lu}+$/u.test(before.form) &&
    isFlatPart(word, before) &&
    !mentions.has(before.index) &&
    !TITLE.test(before.form)
  );
}

/** Whether two names beside one another are parts of one. */
const isFlatPart = (word: Word, before: Word): boolean =>
  (word.head === before.index && /^(flat|compound|appos)/.test(word.relation)) ||
  (before.head === word.index && /^(flat|compound|amod|nmod)/.test(before.relation)) ||
  (word.head === before.head && word.relation === before.relation);

/** Finds what a sentence names; where names overlap, the longer and earlier one counts. */
export function mentionsIn(lexicon: Lexicon, text: string, sentence: Sentence, date?: PartialDate): Mentions {
  const mentions = new Map<number, Mention>();
  let end = -1;
  for (const word of sentence.words) {
    // "the Soviet era" names a time, not an actor.
    const era = nameAt(lexicon.eras, text, word.start);
    if (era !== undefined) end = Math.max(end, era.end);
    if (word.start < end || word.start === word.end) continue;
    const match = found(lexicon, text, word, date, hasForename(sentence, word, mentions));
    if (match === undefined) continue;
    let last = word.index;
    while (last + 1 < sentence.words.length && sentence.words[last + 1]!.start < match.end) last += 1;
    const mention: Mention = { start: match.start, end: match.end, first: word.index, last, ...match.value };
    for (let index = word.index; index <= last; index++) mentions.set(index, mention);
    end = match.end;
  }
  return mentions;
}

/** The person, or else the state, that a stretch names outside any sentence: the label before a colon. */
export function nameIn(
  lexicon: Lexicon,
  text: string,
  { start, end }: Span,
  date?: PartialDate,
): { readonly actor: ActorCode; readonly person?: string } | undefined {
  let state: ActorCode | undefined;
  for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}.’'-]+/gu)) {
    const word = { start: start + match.index, end: start + match.index + match[0].length, form: match[0] };
    const name = found(lexicon, text, word, date)?.value;
    if (name?.actor === undefined) continue;
    if (name.person !== undefined) return { actor: name.actor, person: name.person };
    state ??= name.actor;
  }
  return state === undefined ? undefined : { actor: state };
}
