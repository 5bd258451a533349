import type { Sentence, Word } from '../text/tree.ts';
import type { ConditionRelation } from './claim.ts';
import { phraseFrom } from './phrases.ts';
import { isRelation, subtreeOf } from './syntax.ts';

/**
 * A stretch of a sentence that a conditional word opens, by the order of words: "if the US tests", "should Moscow test",
 * "as long as sanctions remain". The tree goes before it; the zone serves where the tree has hung the clause elsewhere.
 */
export interface ConditionalZone {
  readonly mark: Word;
  readonly relation: ConditionRelation;
  /** Indices of the first and last word behind the mark. */
  readonly first: number;
  readonly last: number;
  /** The clause opens its sentence, so that what follows hangs on it. */
  readonly opening: boolean;
  /** The condition holds where what it names is not so: "in the absence of guarantees". */
  readonly negative: boolean;
  /** "Had Russia tested": what is supposed against the facts. */
  readonly counterfactual: boolean;
}

/** Conditional words in a row, the longer first. */
const MARKS: readonly (readonly [words: string, relation: ConditionRelation, negative?: true])[] = [
  ['on the understanding that', 'only-if'],
  ['on the condition that', 'only-if'],
  ['on the proviso that', 'only-if'],
  ['with the proviso that', 'only-if'],
  ['in the absence of', 'if', true],
  ['unless and until', 'unless'],
  ['if and when', 'if'],
  ['if and only if', 'only-if'],
  ['for so long as', 'if'],
  ['contingent on', 'only-if'],
  ['contingent upon', 'only-if'],
  ['conditional on', 'only-if'],
  ['conditional upon', 'only-if'],
  ['the moment that', 'after'],
  ['the moment', 'after'],
  ['the minute', 'after'],
  ['the day', 'after'],
  ['subject to', 'only-if'],
  ['in exchange for', 'only-if'],
  ['in return for', 'only-if'],
  ['in answer to', 'if'],
  ['in reply to', 'if'],
  ['in response to', 'if'],
  ['in retaliation for', 'if'],
  ['except if', 'unless'],
  ['pending', 'until'],
  ['barring', 'unless'],
  ['failing', 'if', true],
  ['absent', 'if', true],
  ['short of', 'unless'],
  ['in the event that', 'in-case'],
  ['in the event of', 'in-case'],
  ['in the case of', 'in-case'],
  ['on condition that', 'only-if'],
  ['only on condition', 'only-if'],
  ['for as long as', 'if'],
  ['as long as', 'if'],
  ['so long as', 'if'],
  ['as soon as', 'after'],
  ['not before', 'until'],
  ['only after', 'only-if'],
  ['only when', 'only-if'],
  ['only once', 'only-if'],
  ['only if', 'only-if'],
  ['in case', 'in-case'],
  ['provided that', 'only-if'],
  ['providing that', 'only-if'],
  ['provided', 'only-if'],
  ['assuming', 'if'],
  ['unless', 'unless'],
  ['until', 'until'],
  ['till', 'until'],
  ['without', 'if', true],
  ['before', 'until'],
  ['once', 'after'],
  ['when', 'after'],
  ['after', 'after'],
  ['if', 'if'],
];

const FIRST_WORDS = new Set([...MARKS.map(([mark]) => mark.split(' ')[0]!), 'should', 'were', 'had']);

const isSubjectStart = (word: Word | undefined): boolean =>
  word !== undefined && /^(DET|PROPN|PRON|NOUN|ADJ)$/.test(word.upos);

const isVerbal = ({ upos }: Word): boolean => upos === 'VERB' || upos === 'AUX';

/** "as if" and "even if" set no condition, "until 2026", "more than once" and "provided arms" are no clauses. */
function opensClause({ words }: Sentence, at: number, length: number, mark: string): boolean {
  const before = words[at - 1]?.form.toLowerCase();
  const next = words[at + length];
  if (next === undefined || /^(NUM|PUNCT)$/.test(next.upos)) return false;
  // "if needed", "if necessary": no more than a reservation.
  if (
    mark === 'if' &&
    /^(needed|necessary|possible|required|appropriate|need|any|anything|at|ever|only|need-be)$/i.test(
      next.form,
    )
  )
    return false;
  if (/^(if|once|unless)$/.test(mark) && /^(as|even|than|at|what)$/.test(before ?? '')) return false;
  // "asked if", "not sure if": what is asked or unknown is no condition.
  if (mark === 'if' && words.slice(Math.max(0, at - 3), at).some(({ lemma }) => ASKS.test(lemma)))
    return false;
  if (/^(once|provided|assuming|till)$/.test(mark)) {
    if (words[at]!.upos === 'AUX' || /^(be|been|being|was|were|is|are|have|has|had|to)$/.test(before ?? ''))
      return false;
    const ahead = words.slice(at + length, at + length + 8);
    return (
      isSubjectStart(next) &&
      ahead.some(isVerbal) &&
      (mark !== 'provided' ||
        /^[,]|^(that)$/.test(before ?? ',') ||
        before === undefined ||
        words[at]!.xpos !== 'VBD')
    );
  }
  // "will sign when Washington ratifies", "without guarantees Iran will not": only what is still to come has such conditions.
  if (mark === 'short of') return deniedBefore(words, at);
  // "No dialogue without an end to the drills": a sentence without a verb.
  if (mark === 'without' && deniedBefore(words, at) && isVerbless(words, at)) return true;
  if (/^(when|after|without)$/.test(mark)) {
    const modal = words.findIndex(({ form }) => /^(will|would|wo|shall|can|could|must)$/i.test(form));
    if (modal < 0 || words[at - 1]?.form.toLowerCase() === 'even') return false;
    // "no deal without guarantees", "will not talk without them"
    if (mark === 'without')
      return (at === 0 && modal > at) || (modal >= 0 && modal < at && deniedBefore(words, at));
    const clause = words.slice(at + 1, at + 9);
    const subject = isSubjectStart(next) && clause.some(({ xpos }) => /^VB[DZP]$/.test(xpos));
    return subject && (at === 0 || modal < at);
  }
  // "will not return before sanctions are lifted": what is denied waits for it.
  if (mark === 'before')
    return (
      deniedBefore(words, at) &&
      isSubjectStart(next) &&
      words.slice(at + 1, at + 9).some(({ upos, xpos }) => upos === 'AUX' || /^VB[DZP]$/.test(xpos))
    );
  if (/^(absent|failing|barring|pending)$/.test(mark))
    return (
      (at === 0 || words[at - 1]!.upos === 'PUNCT' || mark === 'pending') && !/^(VERB|AUX)$/.test(next.upos)
    );
  if (/^the (moment|minute|day)/.test(mark))
    return isSubjectStart(next) && words.slice(at, at + 9).some(isVerbal);
  if (/^(until|till)$/.test(mark) && /^(then|that|now|recently|today|yesterday|lately)$/i.test(next.form))
    return false;
  if (mark === 'until') return words.slice(at + 1, at + 10).some(isVerbal);
  return true;
}

/** Whether nothing but a phrase stands before a mark, back to where its sentence or quotation begins. */
const isVerbless = (words: readonly Word[], at: number): boolean => {
  const opens = words.slice(0, at).findLastIndex(({ upos }) => upos === 'PUNCT');
  return at - opens > 1 && !words.slice(opens + 1, at).some(isVerbal);
};

const deniedBefore = (words: readonly Word[], at: number): boolean =>
  words
    .slice(Math.max(0, at - 14), at)
    .some(({ form }) => /^(not|n't|n’t|no|never|cannot|nothing|neither|nor)$/i.test(form));

const ASKS = /^(wonder|ask|check|see|know|sure|unsure|certain|doubt|determine|inquire|enquire|unclear)$/i;

interface Opening {
  readonly length: number;
  readonly relation: ConditionRelation;
  readonly negative: boolean;
  readonly counterfactual: boolean;
}

function openingAt(sentence: Sentence, at: number): Opening | undefined {
  const { words } = sentence;
  if (!FIRST_WORDS.has(words[at]!.form.toLowerCase())) return undefined;
  for (const [mark, relation, negative] of MARKS) {
    const parts = mark.split(' ');
    if (!parts.every((part, offset) => words[at + offset]?.form.toLowerCase() === part)) continue;
    if (!opensClause(sentence, at, parts.length, mark)) continue;
    return { length: parts.length, relation, negative: negative === true, counterfactual: false };
  }
  return inversionAt(sentence, at);
}

/** "Should the North test", "were Beijing to test again", "had a decision been taken": the verb before its subject. */
function inversionAt({ words }: Sentence, at: number): Opening | undefined {
  const form = words[at]!.form.toLowerCase();
  if (!/^(should|were|had)$/.test(form) || !isSubjectStart(words[at + 1])) return undefined;
  if (words.slice(-3).some((word) => word.form === '?')) return undefined;
  const before = words[at - 1];
  const begins =
    before === undefined || before.upos === 'PUNCT' || (form === 'should' && before.upos === 'CCONJ');
  const ahead = words.slice(at + 2, at + 10);
  const plain = { length: 1, relation: 'if' as const, negative: false };
  if (form === 'should') {
    // "will restore the balance should Washington field them": behind a noun only where what is foretold stands before.
    const foretold =
      before !== undefined &&
      /^(NOUN|PROPN|PRON)$/.test(before.upos) &&
      words
        .slice(0, at)
        .some((word) => /^(will|would|could|can|may|might|ready|prepared|'ll)$/i.test(word.form));
    const free = begins || /^(ADJ|VERB|ADV|NUM)$/.test(before.upos) || foretold;
    return free && (before === undefined || ahead.some(({ xpos }) => xpos === 'VB'))
      ? { ...plain, counterfactual: false }
      : undefined;
  }
  if (!begins) return undefined;
  if (form === 'were')
    return ahead.some((word) => word.form.toLowerCase() === 'to')
      ? { ...plain, counterfactual: false }
      : undefined;
  return ahead.some(({ xpos }) => /^VB[ND]$/.test(xpos)) ? { ...plain, counterfactual: true } : undefined;
}

const ZONES = new WeakMap<Sentence, readonly ConditionalZone[]>();

/** The conditional zones of a sentence, found once. */
export function conditionalZones(sentence: Sentence): readonly ConditionalZone[] {
  const known = ZONES.get(sentence);
  if (known !== undefined) return known;
  const zones = zonesOf(sentence);
  ZONES.set(sentence, zones);
  return zones;
}

/** From the mark to the end, or to the comma that ends an opening clause. */
function zonesOf(sentence: Sentence): readonly ConditionalZone[] {
  const { words } = sentence;
  const zones: ConditionalZone[] = [];
  for (let at = 0; at < words.length; at++) {
    const opening = openingAt(sentence, at);
    if (opening === undefined) continue;
    const mark = words[at]!;
    const first = at + opening.length;
    const before = words[at - 1];
    const opens = before === undefined || /^(PUNCT|SCONJ|CCONJ)$/.test(before.upos);
    const stop = words.findIndex(
      ({ form, upos, index }) =>
        index > first &&
        (form === ';' ||
          (upos === 'PUNCT' &&
            form === ',' &&
            (opens ? !isList(sentence, index) : /^(but|and|so|which)$/i.test(words[index + 1]?.form ?? '')))),
    );
    const phrase = PHRASAL.test(words[first - 1]?.form ?? '')
      ? phraseWithAttachments(sentence, first)
      : undefined;
    const main = opens ? mainClauseBehind(sentence, first) : undefined;
    const last =
      phrase === undefined
        ? closing(sentence, first, Math.min(stop < 0 ? words.length : stop, main ?? words.length) - 1)
        : phrase;
    zones.push({
      mark,
      relation: opening.relation,
      opening: opens,
      first,
      last,
      negative: opening.negative,
      counterfactual: opening.counterfactual || isCounterfactual(sentence, first, last),
    });
    at = first - 1;
  }
  return zones;
}

/** Where the main clause begins behind an opening clause that no comma closes: "if Iran refuses we will act". */
function mainClauseBehind(sentence: Sentence, first: number): number | undefined {
  const { words } = sentence;
  const clause = words
    .slice(first, first + 12)
    .find(
      (word) =>
        word.index >= first && word.index < first + 12 && isRelation(word, 'advcl') && word.head > word.index,
    );
  if (clause === undefined) return undefined;
  const begins = words
    .slice(clause.index + 1, clause.head + 1)
    .filter((word) => word.head === clause.head && word.index > clause.index && word.upos !== 'PUNCT')
    .map((word) => subtreeOf(sentence, word)[0]!.index)
    .filter((index) => index > clause.index);
  return Math.min(clause.head, ...begins);
}

/** Marks that end so open a phrase, not a clause: "in the absence of", "in exchange for", "pending". */
export const PHRASAL = /^(of|for|to|on|upon|pending|barring|failing|absent)$/i;

/** The last word of a noun phrase with the prepositional phrases that follow it: "a halt to enrichment by Iran". */
function phraseWithAttachments(sentence: Sentence, first: number): number | undefined {
  let phrase = phraseFrom(sentence, first);
  for (let steps = 0; phrase !== undefined && steps < 3; steps++) {
    const last = phrase.words.at(-1)!.index;
    const next = sentence.words[last + 1];
    const more = next?.upos === 'ADP' ? phraseFrom(sentence, last + 2) : undefined;
    if (more === undefined) return last;
    phrase = more;
  }
  return phrase?.words.at(-1)?.index;
}

/** A comma inside a list of names does not end a clause. */
const isList = ({ words }: Sentence, comma: number): boolean =>
  words[comma - 1]?.upos === 'PROPN' &&
  words[comma + 1]?.upos === 'PROPN' &&
  /^(,|and|or)$/i.test(words[comma + 2]?.form ?? '');

/** A zone that would swallow the report clause ("…, Zarif said") ends before it. */
function closing({ words }: Sentence, first: number, last: number): number {
  for (let index = last; index > first; index--) {
    if (words[index]!.form !== ',') continue;
    const rest = words.slice(index + 1, last + 1);
    if (rest.length <= 6 && rest.some(({ lemma }) => /^(say|add|tell|warn|write|declare|argue)$/.test(lemma)))
      return index - 1;
  }
  return last;
}

/** "if a decision had been taken": a past perfect supposes what is not so. */
const isCounterfactual = ({ words }: Sentence, first: number, last: number): boolean =>
  words
    .slice(first, last + 1)
    .some(({ form, index }) => /^had$/i.test(form) && words[index + 1]?.xpos === 'VBN') &&
  words.some(
    ({ form, index }) =>
      (index < first || index > last) &&
      /^would$/i.test(form) &&
      words.slice(index + 1, index + 4).some(({ form: next }) => /^have$/i.test(next)),
  );

export const inZone = ({ first, last }: ConditionalZone, word: Word): boolean =>
  first <= word.index && word.index <= last;
