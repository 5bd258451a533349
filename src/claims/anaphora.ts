import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { DENY, UNTRUE } from './attitudes.ts';
import type { Act } from './claim.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { behind } from './phrases.ts';
import { clauseActors } from './subject.ts';
import { dependentsBy, governorsOf, isRelation, lemmaOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

interface Antecedent {
  readonly act: Act;
  readonly object?: string;
}

const ALLEGATION =
  /^(claim|charge|allegation|accusation|insinuation|suggestion|assertion|report|rumour|rumor)$/;
const BARE_AUXILIARY = /^(will|would|wo|shall|do|does|did|has|have|had)$/i;

/** The act that was last named before a word: in its own sentence, or in the one before. */
function antecedentOf(
  context: ActorContext,
  word: Word,
  triggers: readonly Trigger[],
): Antecedent | undefined {
  // "If they test, then we will": the act of the condition is meant again.
  const zones = conditionalZones(context.sentence);
  const conditional = triggers.findLast(
    (trigger) => trigger.word.index < word.index && zones.some((zone) => inZone(zone, trigger.word)),
  );
  if (conditional !== undefined && word.upos === 'AUX')
    return {
      act: conditional.act,
      ...(conditional.object?.object ? { object: conditional.object.object } : {}),
    };
  // Of several acts before it the one of the highest clause is meant.
  const depth = (trigger: Trigger) => governorsOf(context.sentence, trigger.predicate).length;
  const [before] = triggers
    .filter((trigger) => trigger.word.index < word.index)
    .sort((a, b) => depth(a) - depth(b) || b.word.index - a.word.index);
  if (before !== undefined)
    return { act: before.act, ...(before.object?.object ? { object: before.object.object } : {}) };
  return context.discourse.lastAct;
}

const asTrigger = (word: Word, { act, object }: Antecedent, extra: Partial<Trigger> = {}): Trigger => ({
  act,
  word,
  predicate: word,
  ...(object === undefined ? {} : { object: { object, by: 'context' as const } }),
  nominal: false,
  again: true,
  ...extra,
});

/** A verb phrase that stands for the act before it: "and had done so since 1991", "then we will", "follow suit". */
function ellipsisAt(context: ActorContext, word: Word): boolean {
  const { sentence } = context;
  const next = sentence.words[word.index + 1];
  const lemma = lemmaOf(word);
  if (lemma === 'follow' && word.upos === 'VERB') {
    if (next?.form.toLowerCase() === 'suit') return true;
    // "Russia will follow within months": after what was done or supposed.
    const foretold = dependentsBy(sentence, word, 'aux').some(({ form }) =>
      /^(will|would|could|might|may|'ll)$/i.test(form),
    );
    const object = dependentsBy(sentence, word, 'obj', 'obl').some(
      (other) => /^(NOUN|PRON|PROPN)$/.test(other.upos) && isRelation(other, 'obj'),
    );
    return foretold && !object && (next === undefined || /^(PUNCT|ADP|ADV|CCONJ|SCONJ)$/.test(next.upos));
  }
  if (lemma === 'do' && next !== undefined) {
    if (/^(so|likewise|both)$/i.test(next.form)) return true;
    if (/^the$/i.test(next.form)) return /^same$/i.test(sentence.words[next.index + 1]?.form ?? '');
  }
  // "then so will we", "nor does Beijing": the subject behind the auxiliary, and nothing more.
  const inverted = /^(so|neither|nor)$/i.test(sentence.words[word.index - 1]?.form ?? '');
  if (
    inverted &&
    BARE_AUXILIARY.test(word.form) &&
    next !== undefined &&
    /^(PRON|PROPN|DET|NOUN)$/.test(next.upos)
  ) {
    const behind = sentence.words.slice(next.index + 1, next.index + 5);
    const end = behind.findIndex(({ form }) => /^[.,;:!”"]+$/.test(form));
    return end >= 0 && !behind.slice(0, end).some(({ upos }) => upos === 'VERB');
  }
  if (!BARE_AUXILIARY.test(word.form) || /^(it|this)$/i.test(next?.form ?? '')) return false;
  // "If the United States conducts tests, then we will."
  const end = next === undefined || /^[.,;:!”"]+$/.test(next.form) || /^(not|n't|n’t)$/i.test(next.form);
  const after = sentence.words[word.index + (/^(not|n't|n’t)$/i.test(next?.form ?? '') ? 2 : 1)];
  const closes = after === undefined || /^[.,;:!”"]+$/.test(after.form);
  const subject = sentence.words[word.index - 1];
  return end && closes && subject !== undefined && /^(PRON|PROPN|NOUN)$/.test(subject.upos);
}

/** "called the charge a lie", "branded the claim baseless" */
function isCalledFalse({ sentence }: ActorContext, verb: Word): boolean {
  if (verb.upos !== 'VERB' || !/^(call|brand|label|term|dub)$/.test(lemmaOf(verb))) return false;
  const ahead = sentence.words.slice(verb.index + 1, verb.index + 12);
  return (
    ahead.some((word) => ALLEGATION.test(lemmaOf(word))) &&
    ahead.some(({ lemma }) => UNTRUE.has(lemma.toLowerCase()))
  );
}

/** "said the claim was entirely unfounded": what is said to be untrue; the word that says so. */
function isSaidUntrue({ sentence }: ActorContext, word: Word): boolean {
  if (!UNTRUE.has(word.form.toLowerCase()) || dependentsBy(sentence, word, 'cop').length === 0) return false;
  return dependentsBy(sentence, word, 'nsubj').some((subject) => ALLEGATION.test(lemmaOf(subject)));
}

/** "blames it for arming them, a charge Islamabad rejects" */
const isChargeDenied = ({ sentence }: ActorContext, verb: Word): boolean => {
  const above = verb.head < 0 ? undefined : sentence.words[verb.head];
  return (
    verb.upos === 'VERB' &&
    above !== undefined &&
    isRelation(verb, 'acl') &&
    ALLEGATION.test(lemmaOf(above)) &&
    (DENY.has(lemmaOf(verb)) || lemmaOf(verb) === 'reject')
  );
};

/** What is denied: what was last said of the one who denies it, in this sentence or before; else what was last named. */
function allegedOf(context: ActorContext, verb: Word, triggers: readonly Trigger[]): Antecedent | undefined {
  const deniers = clauseActors(context, verb).map(({ actor }) => actor);
  const known = context.discourse.alleged.find(({ actor }) => deniers.includes(actor));
  const here = triggers.some(({ word }) => word.index < verb.index);
  if (here || known === undefined) return antecedentOf(context, verb, here ? triggers : []);
  return { act: known.act, ...(known.object === undefined ? {} : { object: known.object }) };
}

/** "Both deny it", "dismissed the allegation": the denial of what was last alleged. */
function deniesAlleged(context: ActorContext, verb: Word, triggers: readonly Trigger[]): boolean {
  const { sentence } = context;
  if (isCalledFalse(context, verb) || isChargeDenied(context, verb)) return true;
  if (verb.upos !== 'VERB' || !(DENY.has(lemmaOf(verb)) || lemmaOf(verb) === 'reject')) return false;
  const below = new Set(subtreeOf(sentence, verb));
  if (triggers.some((trigger) => trigger.word.index > verb.index && below.has(trigger.word))) return false;
  const object =
    behind(sentence, verb).object?.head ??
    dependentsBy(sentence, verb, 'obj', 'nsubj:pass').find(({ index }) => index > verb.index);
  const next = sentence.words[verb.index + 1];
  const beyond = sentence.words[verb.index + 2];
  const ends = beyond === undefined || /^(PUNCT|CCONJ|ADV|ADP)$/.test(beyond.upos);
  if (next !== undefined && /^(it|this|that)$/i.test(next.form) && ends) return true;
  return object !== undefined && ALLEGATION.test(lemmaOf(object)) && !isRelation(verb, 'amod');
}

/** The acts that a sentence names only by pointing back: ellipses and denials. */
export function anaphoricTriggers(context: ActorContext, triggers: readonly Trigger[]): readonly Trigger[] {
  const found: Trigger[] = [];
  for (const word of context.sentence.words) {
    if (triggers.some((trigger) => trigger.word === word || trigger.predicate === word)) continue;
    if (isSaidUntrue(context, word)) {
      // "the report that it tested is false" names the act itself.
      const below = new Set(subtreeOf(context.sentence, word));
      if (triggers.some((trigger) => below.has(trigger.word))) continue;
      const alleged = antecedentOf(context, word, []);
      if (alleged !== undefined)
        found.push(asTrigger(word, alleged, { modality: 'denied', not: true, agentBehind: 'speaker' }));
    } else if (deniesAlleged(context, word, triggers)) {
      const alleged = allegedOf(context, word, triggers);
      if (alleged !== undefined) found.push(asTrigger(word, alleged, { modality: 'denied', not: true }));
    } else if (ellipsisAt(context, word)) {
      const meant = antecedentOf(context, word, triggers);
      if (meant !== undefined) found.push(asTrigger(word, meant));
    }
  }
  return found;
}
