import type { Sentence, Word } from '../text/tree.ts';
import { CONSIDER, DEMAND, DENY, INTEND, NOT_DO, OFFER, ORDER, REFUSE, REPORT, WARN } from './attitudes.ts';
import type { Mentions } from './mentions.ts';
import { governorsOf, isRelation, lemmaOf } from './syntax.ts';
import { knownBase } from './verb-forms.ts';

/**
 * Mends what a parser trained on other kinds of text gets wrong in reports, by the order of words alone: an infinitive or
 * gerund hangs on the attitude before it ("accuses Washington of violating it"), and a verb that was tagged a noun is a
 * verb again. Sentences whose tree already says so are left as they are.
 */
export function mended(sentence: Sentence, mentions: Mentions, verbs: ReadonlySet<string>): Sentence {
  const draft: Draft = {
    sentence,
    words: sentence.words.map((word) => relemmatised(verbs, retagged(sentence, mentions, verbs, word))),
  };
  for (const { index } of sentence.words) {
    hangOnAttitude(draft, mentions, index);
    hangOnRuledOut(draft, index);
    joinToVerb(draft, index);
  }
  return draft.words.every((word, index) => word === sentence.words[index])
    ? sentence
    : { ...sentence, words: draft.words };
}

interface Draft {
  readonly sentence: Sentence;
  readonly words: Word[];
}

const isKnownVerb = (verbs: ReadonlySet<string>, lemma: string): boolean =>
  verbs.has(lemma) || REPORT.has(lemma) || CONTROLS.test(lemma) || ATTITUDES.some((set) => set.has(lemma));

function relemmatised(verbs: ReadonlySet<string>, word: Word): Word {
  // "air bases" are no basis.
  if (word.upos === 'NOUN' && word.form.toLowerCase() === 'bases') return { ...word, lemma: 'base' };
  if (word.upos !== 'VERB') return word;
  const lemma = knownBase(word.form, word.lemma, (verb) => isKnownVerb(verbs, verb));
  return lemma === word.lemma ? word : { ...word, lemma };
}

const MODAL = /^(will|would|shall|should|must|may|might|can|could|to)$/i;

/**
 * A verb that was tagged a noun: after a modal ("will station"), or after a name and before a determiner ("demanded that
 * Tehran end all enrichment"), where no noun can stand; in headlines after a name and before any noun ("US hold talks").
 */
function retagged(sentence: Sentence, mentions: Mentions, verbs: ReadonlySet<string>, word: Word): Word {
  // "Witkoff held talks": a person whose name the tagger does not know is a name, and acts where a verb is next.
  const person = mentions.get(word.index)?.person !== undefined;
  if (person && !/^(PROPN|NOUN)$/.test(word.upos)) {
    const verb = sentence.words[word.head];
    const acts =
      verb !== undefined &&
      verb.upos === 'VERB' &&
      verb.index > word.index &&
      isRelation(word, 'mark', 'advmod', 'case', 'discourse', 'cc', 'dep', 'obl');
    return { ...word, upos: 'PROPN', xpos: 'NNP', lemma: word.form, ...(acts ? { relation: 'nsubj' } : {}) };
  }
  // "they test and others test": what stands between such a subject and the end of its clause is a verb.
  const who = sentence.words[word.index - 1];
  const next2 = sentence.words[word.index + 1];
  if (
    word.upos === 'NOUN' &&
    /^(test|tests|launch|strike|attack)$/i.test(word.form) &&
    /^(they|you|we|i|others|other)$/i.test(who?.form ?? '') &&
    (who?.form.toLowerCase() !== 'other' || word.form.toLowerCase() === 'tests') &&
    (next2 === undefined || /^(PUNCT|CCONJ|SCONJ)$/.test(next2.upos))
  )
    return { ...word, upos: 'VERB', xpos: 'VBP', lemma: word.form.toLowerCase().replace(/s$/, '') };
  // "demands security guarantees": an object is no finite verb.
  if (word.upos === 'VERB' && word.xpos === 'VBZ' && isRelation(word, 'obj'))
    return { ...word, upos: 'NOUN', xpos: 'NNS' };
  const after = sentence.words[word.index + 1];
  // "recalls Trump but rules out giving it up"
  if (word.upos === 'NOUN' && /^rules$/i.test(word.form) && /^out$/i.test(after?.form ?? ''))
    return { ...word, upos: 'VERB', xpos: 'VBZ', lemma: 'rule' };
  // "return to talks": an infinitive has no ending, so this is a noun behind a preposition.
  const before = sentence.words[word.index - 1];
  if (before?.form.toLowerCase() === 'to' && word.upos === 'VERB' && /[^s]s$/.test(word.form))
    return { ...word, upos: 'NOUN', xpos: 'NNS', lemma: word.form.slice(0, -1), relation: 'obl' };
  // "a halt to North Korean launches": what a preposition stands with is a noun.
  const prepositional = sentence.words.some(
    (other) => other.head === word.index && other.relation === 'case' && other.index < word.index,
  );
  if (
    word.upos === 'VERB' &&
    word.xpos !== 'VBG' &&
    prepositional &&
    isRelation(word, 'obl', 'nmod') &&
    /[^s]s$/.test(word.form)
  )
    return { ...word, upos: 'NOUN', xpos: 'NNS' };
  // "dismissed reports that …": no finite verb follows a finite verb.
  if (word.xpos === 'VBZ' && before?.upos === 'VERB' && /^that$/i.test(after?.form ?? ''))
    return { ...word, upos: 'NOUN', xpos: 'NNS' };
  if (word.form.toLowerCase() === 'to' && after?.upos === 'VERB' && /[^s]s$/.test(after.form))
    return { ...word, upos: 'ADP', xpos: 'IN', relation: 'case' };
  // "Washington's leaving the treaty": "is", where no verb has come yet.
  if (word.form.toLowerCase() === "'s" || word.form === '’s') {
    const leaving = after?.upos === 'VERB' && after.xpos === 'VBG' && mentions.has(word.index - 1);
    const verbless = !sentence.words
      .slice(0, word.index)
      .some(({ upos }) => upos === 'VERB' || upos === 'AUX');
    return leaving && verbless && sentence.words[word.index + 2]?.upos !== 'NOUN'
      ? { ...word, upos: 'AUX', xpos: 'VBZ', lemma: 'be', head: after.index, relation: 'aux' }
      : word;
  }
  // "agreed to prolong New START": a verb behind an attitude and "to", whatever it was tagged.
  const attitude = sentence.words[word.index - 2];
  if (
    before?.form.toLowerCase() === 'to' &&
    /^(NOUN|PROPN|ADJ)$/.test(word.upos) &&
    attitude !== undefined &&
    takesClause(attitude) &&
    verbs.has(word.form) &&
    after !== undefined &&
    /^(DET|PRON|ADJ|NOUN|PROPN|NUM)$/.test(after.upos)
  )
    return { ...word, upos: 'VERB', xpos: 'VB', lemma: word.form };
  const known = verbs.has(lemmaOf(word)) || REPORT.has(lemmaOf(word)) || takesClause(word);
  if (word.upos !== 'NOUN' || !known) return word;
  const next = after;
  if (before === undefined || next === undefined) return word;
  const verbless = !sentence.words.some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  const object =
    (verbless && word.xpos === 'NNS' && next.upos === 'NOUN') ||
    next.upos === 'DET' ||
    next.xpos === 'PRP$' ||
    (next.upos === 'PROPN' && mentions.has(next.index));
  if (before.upos === 'AUX' && MODAL.test(before.form)) return { ...word, upos: 'VERB', xpos: 'VB' };
  // "Putin to station arms": a headline's future.
  const headlined =
    sentence.place !== 'prose' &&
    before.form.toLowerCase() === 'to' &&
    mentions.has(word.index - 2) &&
    word.xpos === 'NN' &&
    /^(ADJ|NOUN|PROPN|DET|NUM|ADP|PRON)$/.test(next.upos);
  if (headlined) return { ...word, upos: 'VERB', xpos: 'VB' };
  const infinitive =
    before.form.toLowerCase() === 'to' &&
    /^(ought|want|wants|wanted|going|plan|plans|planned|ready|free|first|last|able)$/i.test(
      sentence.words[word.index - 2]?.form ?? '',
    );
  if (infinitive && word.xpos === 'NN') return { ...word, upos: 'VERB', xpos: 'VB' };
  if (!mentions.has(before.index)) return word;
  const listed = /^(,|and)$/.test(sentence.words[(mentions.get(before.index)?.first ?? 1) - 1]?.form ?? '');
  const headline =
    sentence.place !== 'prose' &&
    /^(ADJ|NOUN|PROPN|NUM|PART)$/.test(next.upos) &&
    (word.xpos !== 'NN' || listed);
  return object || headline ? { ...word, upos: 'VERB', xpos: word.xpos === 'NNS' ? 'VBZ' : 'VBP' } : word;
}

const ATTITUDES = [CONSIDER, DEMAND, DENY, INTEND, NOT_DO, OFFER, ORDER, REFUSE, WARN];
const CONTROLS =
  /^(tell|accuse|suspect|blame|allow|enable|permit|force|push|lead|persuade|convince|compel|encourage|get|help|begin|start|continue|try|manage|fail|vow|threaten|want|hope|like|prefer|claim|admit|boast|first|last)$/;
const takesClause = (word: Word): boolean =>
  ATTITUDES.some((set) => set.has(lemmaOf(word))) || CONTROLS.test(lemmaOf(word));

const current = ({ sentence, words }: Draft): Sentence => ({ ...sentence, words });

/** Hangs a word elsewhere; where the new governor stood below it, that one first takes the word's own place. */
function hang(draft: Draft, index: number, governor: number, relation: string): void {
  const word = draft.words[index]!;
  if (word.head === governor && isRelation(word, relation)) return;
  const above = governorsOf(current(draft), draft.words[governor]!);
  if (above.some((other) => other.index === index)) {
    const top = draft.words[governor]!;
    draft.words[governor] = { ...top, head: word.head, relation: word.relation };
  }
  draft.words[index] = { ...draft.words[index]!, head: governor, relation };
}

/** Skips what may stand between a subject and its verb, leftwards. */
function leftOver(words: readonly Word[], from: number, skip: RegExp): number {
  let index = from;
  while (
    index >= 0 &&
    (skip.test(words[index]!.upos) || /^(last|first|again|both|all|each)$/i.test(words[index]!.form))
  )
    index -= 1;
  return index;
}

/** An infinitive or gerund hangs on the attitude word right before it, or before the one who is asked or accused. */
function hangOnAttitude(draft: Draft, mentions: Mentions, index: number): void {
  const { words } = draft;
  const verb = words[index]!;
  const having = words[index - 1]?.form.toLowerCase() === 'having';
  if (verb.upos !== 'VERB' || !(/^VBG?$/.test(verb.xpos) || (verb.xpos === 'VBN' && having))) return;
  let at = leftOver(words, index - 1, /^(ADV)$/);
  while (at >= 0 && /^(be|been|being|having|have)$/i.test(words[at]!.form)) at -= 1;
  at = leftOver(words, at, /^(ADV)$/);
  const link = words[at]?.form.toLowerCase() ?? '';
  if (!/^(to|of|from|for|into|not|on|in|about|out)$/.test(link)) {
    if (verb.xpos !== 'VBG' && !(words[index - 1]?.form.toLowerCase() === 'having')) return;
  } else at -= 1; // also over "out" in "rules out giving it up"
  if (/^(not|never)$/i.test(words[at]?.form ?? '')) at -= 1;
  const direct = words[at];
  if (direct === undefined) return;
  if (takesClause(direct) && direct.index !== index) {
    if (/^(VERB|ADJ|NOUN)$/.test(direct.upos))
      hang(draft, index, at, direct.upos === 'NOUN' ? 'acl' : 'xcomp');
    return;
  }
  // "urged Russia to return", "accused China of having tested"
  const named = mentions.get(at);
  const start = named?.first ?? (direct.upos === 'PRON' ? at : nounPhraseStart(words, at));
  if (start === undefined) {
    hangOnNearest(draft, index, link);
    return;
  }
  let verbAt = start - 1;
  if (/^(on|upon|for|with|to)$/i.test(words[verbAt]?.form ?? '')) verbAt -= 1;
  const governor = words[verbAt];
  if (governor?.upos !== 'VERB' || !takesClause(governor) || link === '') {
    hangOnNearest(draft, index, link);
    return;
  }
  hang(draft, index, verbAt, 'xcomp');
  if (!words.some((other) => other.head === verbAt && isRelation(other, 'obj') && other.index < index))
    hang(draft, at, verbAt, 'obj');
}

/** "freed the pilot and proposed talks": a second verb that the parser took for a modifier of its own object. */
function joinToVerb(draft: Draft, index: number): void {
  const { words } = draft;
  const [word, joint] = [words[index]!, words[index - 1]];
  if (word.upos !== 'VERB' || word.xpos !== 'VBN' || word.relation !== 'amod' || joint?.upos !== 'CCONJ')
    return;
  if (!/^(NOUN|PROPN|NUM)$/.test(words[index - 2]?.upos ?? '')) return;
  const first = words.slice(0, index).findLast(({ xpos }) => /^VB[DZP]$/.test(xpos));
  const object = words[word.head];
  if (first === undefined || object === undefined || object.index < index) return;
  const followed = words
    .slice(index + 1, object.index)
    .every(({ upos }) => /^(ADJ|NOUN|NUM|DET)$/.test(upos));
  if (!followed) return;
  words[index] = { ...word, xpos: 'VBD', head: first.index, relation: 'conj' };
  words[object.index] = { ...object, head: index, relation: 'obj' };
}

/** "Wright rules out explosions": a headline's object, where the parser took the verb for a noun. */
function hangOnRuledOut(draft: Draft, index: number): void {
  const [rule, out] = [draft.words[index]!, draft.words[index + 1]];
  if (rule.upos !== 'VERB' || lemmaOf(rule) !== 'rule' || out?.form.toLowerCase() !== 'out') return;
  let at = index + 2;
  while (/^(DET|ADJ|NUM)$/.test(draft.words[at]?.upos ?? '') || draft.words[at + 1]?.upos === 'NOUN') at += 1;
  const object = draft.words[at];
  if (object?.upos !== 'NOUN') return;
  hang(draft, at, index, 'obj');
  const name = draft.words[index - 1];
  if (name !== undefined && /^(PROPN|NOUN)$/.test(name.upos) && name.head === index)
    draft.words[index - 1] = { ...name, relation: 'nsubj' };
}

/** "promised Trump more than once not to resume": an infinitive hangs on the attitude that is the last verb before it. */
function hangOnNearest(draft: Draft, index: number, link: string): void {
  if (link !== 'to') return;
  const { words } = draft;
  for (let at = index - 2; at >= Math.max(0, index - 9); at--) {
    const word = words[at]!;
    if (word.upos === 'PUNCT' || word.upos === 'SCONJ') return;
    if (word.upos !== 'VERB') continue;
    if (takesClause(word)) hang(draft, index, at, 'xcomp');
    return;
  }
}

/** Where the noun phrase that ends at a word begins, if it is one that follows a verb directly. */
function nounPhraseStart(words: readonly Word[], end: number): number | undefined {
  if (words[end]?.upos !== 'NOUN' && words[end]?.upos !== 'PROPN') return undefined;
  let start = end;
  while (
    start > 0 &&
    /^(DET|ADJ|NOUN|PROPN|NUM|PART|CCONJ|PUNCT)$/.test(words[start - 1]!.upos) &&
    end - start < 10
  )
    start -= 1;
  return start;
}
