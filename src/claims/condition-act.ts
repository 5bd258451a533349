import type { Word } from '../text/tree.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { type Act, type ClaimCondition, type ConditionRelation, flip, type Polarity } from './claim.ts';
import { isNegated } from './negation.ts';
import { clauseActors, triggerActors } from './subject.ts';
import { dependentsBy, governorsOf, lemmaOf, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Verbs that say that what follows does not happen: "if Europe failed to protect". */
const NOT_DONE = new Set('fail refuse decline stop cease refrain neglect'.split(' '));

/** "the lifting of sanctions", "an end to the drills": nouns that say that what follows is over. */
const ENDS = /^(lifting|removal|end|ending|halt|cessation|stop|suspension|easing|abolition|cancellation)$/;

/** Whether a noun of ending governs an act named by a noun, with nothing but its own words between. */
function isEnded({ sentence: { words } }: ActorContext, act: Word): boolean {
  const before = words.slice(Math.max(0, act.index - 6), act.index);
  const at = before.findLastIndex((word) => ENDS.test(lemmaOf(word)) && word.upos !== 'VERB');
  if (at < 0 || !/^(of|to)$/i.test(before[at + 1]?.form ?? '')) return false;
  return before.slice(at + 2).every(({ upos }) => /^(DET|ADJ|NOUN|PROPN|PRON|PART|NUM)$/.test(upos));
}

/** The act that a condition's words name; "other" where they name none of the vocabulary. */
export function conditionFrom(
  context: ActorContext,
  head: Word,
  relation: ConditionRelation,
  triggers: readonly Trigger[],
  claimed: Trigger,
  zone?: readonly Word[],
  reversed = false,
): ClaimCondition | undefined {
  const below = new Set(zone ?? subtreeOf(context.sentence, head));
  const span = spanOf([...below]);
  const trigger = triggers
    .filter(
      (other) =>
        other.word !== claimed.word &&
        !other.again &&
        (below.has(other.word) || followsWill(context, head, other.word)),
    )
    .sort(
      (a, b) => governorsOf(context.sentence, a.word).length - governorsOf(context.sentence, b.word).length,
    )[0];
  const predicate = trigger?.predicate ?? head;
  const actors: readonly ActorReference[] =
    trigger === undefined ? conditionActors(context, head) : triggerActors(context, trigger);
  // Where the tree has gone wrong, the first actor named before the verb is its subject.
  const named = firstNamed(
    context,
    (zone ?? []).filter(({ index }) => index < predicate.index),
  );
  // "if attacked": whoever does it.
  const clause = zone === undefined ? [head] : zone.slice(0, 1);
  const reduced =
    /^VB[ND]$/.test(clause[0]?.xpos ?? '') &&
    dependentsBy(context.sentence, clause[0]!, 'nsubj', 'aux').length === 0;
  const [actor] = reduced
    ? [{ actor: 'ANY', by: 'context' as const }]
    : [...named, ...actors, ...conditionActors(context, head)];
  const own = triggerActors(context, claimed)[0]?.actor;
  // "talks only if it stops", "in exchange for a halt": a condition is set to the other, where nobody else is named.
  const self =
    actor !== undefined &&
    actor.actor === own &&
    named.every(({ by }) => by === 'context') &&
    (actor.by === 'context' || trigger?.nominal === true);
  const clausal = zone !== undefined || /^(VERB|AUX)$/.test(head.upos);
  const party =
    actor === undefined || self
      ? ((clausal || self ? otherParty(context, claimed) : undefined) ??
        // "until the removal of sanctions": not the one who waits for it, whoever it is.
        (self && trigger?.nominal === true ? { actor: 'ANY', by: 'context' as const } : actor))
      : actor;
  // A clause whose subject is nobody known is a condition all the same: "as long as bombs keep falling".
  if (party === undefined && trigger === undefined && zone?.some(({ upos }) => upos === 'VERB') !== true)
    return undefined;
  // "unless they test" is a condition of their not testing; "until" waits for the act itself.
  const denies =
    isNegated(context, predicate) ||
    (predicate !== head && isNegated(context, head)) ||
    (zone ?? []).some((word) => NOT_DONE.has(lemmaOf(word)) && word.upos === 'VERB' && word !== predicate) ||
    (trigger?.nominal === true && isEnded(context, trigger.word));
  // "will refrain as long as America does": does refrain.
  const refrains =
    trigger === undefined &&
    governorsOf(context.sentence, claimed.predicate)
      .slice(0, 1)
      .some((word) => /^(refrain|abstain|avoid|desist|forgo)$/.test(lemmaOf(word)));
  const negated = reversed || (denies !== (trigger?.not ?? false)) !== (refrains && doesSo(context, head));
  const stated: Polarity = negated ? 'negative' : 'positive';
  const words = [...below]
    .sort((a, b) => a.index - b.index)
    .map(({ form }) => form)
    .join(' ');
  const again =
    (trigger === undefined && DOES_SO.test(words)) ||
    (trigger === undefined && doesSo(context, head)) ||
    (trigger === undefined && isLikeMove(context, head)) ||
    (trigger !== undefined && lemmaOf(trigger.word) === 'reciprocate');
  const same = again ? meantAgain(context, claimed) : undefined;
  return {
    act: same?.act ?? trigger?.act ?? 'other',
    actor:
      again && party !== undefined
        ? otherThan(context, party.actor, claimed)
        : (oneOfTwo(context, below, party, claimed) ?? 'ANY'),
    ...objectField(same === undefined ? trigger?.object?.object : same.object),
    polarity: relation === 'unless' || relation === 'until' ? flip(stated) : stated,
    relation,
    span,
  };
}

/** "willingness to engage": the infinitive right behind a noun belongs to it, wherever it has been hung. */
export const followsWill = (context: ActorContext, noun: Word, verb: Word): boolean =>
  noun.upos === 'NOUN' &&
  verb.index === noun.index + 2 &&
  context.sentence.words[noun.index + 1]?.form.toLowerCase() === 'to';

/** "if the other side does", "if the US did the same": the act above, meant again. */
const DOES_SO =
  /\b(?:(?:do|does|did|done|doing|acts?|acted) (?:so|the same|likewise|it|in kind)|follow(?:s|ed)? suit|reciprocate[sd]?)\b/i;

export const objectField = (object: string | undefined) => (object ? { object } : {});

/** The act that "does so" repeats: that of the claim, or for an answer that of the sentence before. */
function meantAgain(
  context: ActorContext,
  claimed: Trigger,
): { readonly act: Act | 'other'; readonly object?: string } {
  if (claimed.act === 'respond') return context.discourse.lastAct ?? { act: 'other' };
  return { act: claimed.act, ...objectField(claimed.object?.object) };
}

/** "if they do" is never the one who would answer: another party that was spoken of is meant. */
function otherThan(context: ActorContext, actor: string, claimed: Trigger): string {
  const own = triggerActors(context, claimed)[0]?.actor;
  if (actor !== own) return actor;
  return context.discourse.actors.find((other) => other !== own && other !== 'SUN') ?? 'OTHERS';
}

/** "in answer to a like move by Washington": the same act. */
const isLikeMove = ({ sentence }: ActorContext, head: Word): boolean =>
  /^(move|step|action|act|deed|test|measure|gesture)$/.test(lemmaOf(head)) &&
  dependentsBy(sentence, head, 'amod', 'det').some(({ form }) =>
    /^(like|similar|same|identical|such|corresponding|analogous|reciprocal|equal|comparable)$/i.test(form),
  );

/** Of whom a condition speaks that names nobody: the other party, where one was spoken of. */
function otherParty(context: ActorContext, claimed: Trigger): ActorReference | undefined {
  const own = triggerActors(context, claimed)[0]?.actor ?? context.quoted?.actor;
  const here = [...context.reading.mentions[context.sentence.index]!.values()].map(({ actor }) => actor);
  const other = [...here, ...context.discourse.actors].find(
    (code) => code !== undefined && code !== own && /^[A-Z]{3}$/.test(code) && code !== 'SUN',
  );
  return other === undefined || own === undefined ? undefined : { actor: other, by: 'context' };
}

/** "as long as the other does": of two parties the one that does not act. */
function oneOfTwo(
  context: ActorContext,
  below: ReadonlySet<Word>,
  party: ActorReference | undefined,
  claimed: Trigger,
): string | undefined {
  if (party?.actor !== 'OTHERS') return party?.actor;
  const single = [...below].some(
    ({ form, index }) =>
      /^other$/i.test(form) &&
      /^the$/i.test(context.sentence.words[index - 1]?.form ?? '') &&
      !/^(NOUN)$/.test(context.sentence.words[index + 1]?.xpos === 'NNS' ? 'NOUN' : ''),
  );
  return single ? (otherParty(context, claimed)?.actor ?? 'OTHERS') : 'OTHERS';
}

function doesSo(context: ActorContext, head: Word): boolean {
  const lemma = lemmaOf(head);
  if (lemma !== 'do' && head.upos !== 'AUX') return /^(likewise|same|so)$/.test(lemma);
  return dependentsBy(context.sentence, head, 'obj', 'advmod').every((word) =>
    /^(so|same|that|likewise|it|first|not|n't|n’t|too|also)$/.test(lemmaOf(word)),
  );
}

/** The first actor that a zone names: the subject of its clause, where the tree gives none. */
const firstNamed = (context: ActorContext, zone: readonly Word[]): readonly ActorReference[] =>
  zone.map((word) => actorsOf(context, word)).find((actors) => actors.length > 0) ?? [];

function conditionActors(context: ActorContext, head: Word): readonly ActorReference[] {
  const own = modifierActor(context, head);
  if (own.length > 0) return own;
  const subject = dependentsBy(context.sentence, head, 'nsubj').flatMap((word) => {
    const actors = actorsOf(context, word);
    return actors.length > 0 ? [...actors] : modifierActor(context, word);
  });
  if (subject.length > 0) return subject;
  const named = actorsOf(context, head);
  if (named.length > 0) return named;
  return head.upos === 'VERB' ? clauseActors(context, head) : [];
}
