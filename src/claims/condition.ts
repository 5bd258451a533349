import type { Word } from '../text/tree.ts';
import { type ActorContext, type ActorReference, actorsOf, modifierActor } from './actors.ts';
import { isConditionMark, isNegated } from './assertion.ts';
import type { Act, ClaimCondition, ConditionRelation, Polarity } from './claim.ts';
import { conditionalZones, inZone, PHRASAL } from './conditional-zone.ts';
import { linkedTo } from './linked-condition.ts';
import { behind } from './phrases.ts';
import { clauseActors, triggerActors } from './subject.ts';
import { dependentsBy, dependentsOf, governorsOf, isRelation, lemmaOf, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Predicates whose object or complement is a condition of their subject. */
const DEPENDS =
  /^(depend|hinge|rest|rely|turn|contingent|conditional|conditioned|dependent|subject|predicated)$/;
const REQUIRES = /^(require|need|presuppose|demand|necessitate)$/;

/** The marker that opens a conditional clause, and what it says of the act above. */
function relationOf(context: ActorContext, clause: Word): ConditionRelation | undefined {
  const { sentence } = context;
  const marks = dependentsBy(sentence, clause, 'mark', 'advmod', 'case');
  for (const mark of marks) {
    const lemma = lemmaOf(mark);
    if (!isConditionMark(context, mark) && !/^(after|before|when|whenever|as)$/.test(lemma)) continue;
    const only = sentence.words
      .slice(Math.max(0, mark.index - 2), mark.index)
      .some(({ form }) => /^(only|solely)$/i.test(form));
    switch (lemma) {
      case 'unless':
        return 'unless';
      case 'until':
      case 'till':
        // "until 2026" is a time.
        return clause.upos === 'NUM' || /^(then|now)$/i.test(clause.form) ? undefined : 'until';
      case 'in':
        return 'in-case';
      case 'after':
        return only ? 'only-if' : undefined;
      case 'when':
      case 'whenever':
        return only ? 'only-if' : undefined;
      case 'before':
      case 'whether':
      case 'as':
        return asLongAs(context, mark) ? 'if' : undefined;
      default:
        // "once Trump's adviser": no clause.
        if (lemma === 'once')
          return /^(VERB|AUX)$/.test(clause.upos) || dependentsBy(sentence, clause, 'cop', 'nsubj').length > 0
            ? 'after'
            : undefined;
        if (lemma === 'whether') return undefined;
        return only || /^(provided|providing)$/.test(lemma) ? 'only-if' : 'if';
    }
  }
  return undefined;
}

const asLongAs = (context: ActorContext, mark: Word): boolean =>
  /^as long as$/i.test(
    context.sentence.words
      .slice(mark.index, mark.index + 3)
      .map(({ form }) => form)
      .join(' '),
  ) ||
  /^as long as$/i.test(
    context.sentence.words
      .slice(Math.max(0, mark.index - 2), mark.index + 1)
      .map(({ form }) => form)
      .join(' '),
  );

const flip = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');

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
function conditionFrom(
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
const followsWill = (context: ActorContext, noun: Word, verb: Word): boolean =>
  noun.upos === 'NOUN' &&
  verb.index === noun.index + 2 &&
  context.sentence.words[noun.index + 1]?.form.toLowerCase() === 'to';

/** "if the other side does", "if the US did the same": the act above, meant again. */
const DOES_SO =
  /\b(?:(?:do|does|did|done|doing|acts?|acted) (?:so|the same|likewise|it|in kind)|follow(?:s|ed)? suit|reciprocate[sd]?)\b/i;

const objectField = (object: string | undefined) => (object ? { object } : {});

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

/** "in response to", "in return for", "in exchange for", "contingent on", "following": conditions without a clause. */
function phraseCondition(
  context: ActorContext,
  word: Word,
): { relation: ConditionRelation; head: Word } | undefined {
  const words = subtreeOf(context.sentence, word);
  const from = words[0]!.index;
  const text = context.sentence.words
    .slice(from, word.index + 4)
    .map(({ form }) => form.toLowerCase())
    .join(' ');
  const inner = dependentsBy(context.sentence, word, 'nmod').find(({ index }) => index > word.index) ?? word;
  if (/^(only )?in (direct )?(response|reaction|reply|answer|retaliation) (to|for)\b/.test(text))
    return { relation: text.startsWith('only') ? 'only-if' : 'if', head: inner };
  if (/^in (return|exchange) for\b/.test(text)) return { relation: 'only-if', head: inner };
  if (/^in (the )?(case|event) of\b/.test(text)) return { relation: 'in-case', head: inner };
  return undefined;
}

/** The clauses and phrases on whose truth the predicate of a claim hangs, the nearest first. */
export function conditionOf(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): ClaimCondition | undefined {
  const { sentence } = context;
  const path = [trigger.word, trigger.predicate, ...governorsOf(sentence, trigger.predicate)];
  const own = new Set<Word>(path);
  for (const [step, word] of path.entries()) {
    for (const other of dependentsOf(sentence, word)) {
      if (own.has(other)) continue;
      if (isRelation(other, 'advcl', 'ccomp', 'parataxis', 'conj', 'obl')) {
        const relation = isRelation(other, 'advcl', 'obl') ? relationOf(context, other) : undefined;
        if (relation !== undefined) {
          const condition = conditionFrom(context, other, relation, triggers, trigger);
          if (condition !== undefined) return condition;
        }
      }
      if (isRelation(other, 'obl', 'nmod', 'advcl') && other.index > word.index) {
        const phrase = phraseCondition(context, other);
        if (phrase !== undefined)
          return conditionFrom(context, phrase.head, phrase.relation, triggers, trigger);
      }
    }
    const needed =
      neededBy(context, word, path[step - 1]) ??
      (word === trigger.word ? neededBehind(context, word) : undefined);
    if (needed !== undefined) return conditionFrom(context, needed, 'only-if', triggers, trigger);
    if (step > 1 && isRelation(word, 'acl:relcl')) break;
  }
  return (
    linkedCondition(context, trigger, triggers) ??
    zoneCondition(context, trigger, triggers) ??
    answeredCondition(context, trigger, triggers) ??
    pointedCondition(context, trigger) ??
    returnedCondition(context, trigger, triggers)
  );
}

/** "a precondition for talks", "tied the extension to a halt": what the act is made to hang on. */
function linkedCondition(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): ClaimCondition | undefined {
  const words = linkedTo(context.sentence, trigger.word);
  if (words === undefined) return undefined;
  const head =
    triggers.find((other) => words.includes(other.predicate))?.predicate ??
    words.find(({ upos }) => upos === 'NOUN');
  return head === undefined ? undefined : conditionFrom(context, head, 'only-if', triggers, trigger, words);
}

/** "Iran would cut its stock and in return the Americans would lift sanctions": the act before is what is returned. */
function returnedCondition(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): ClaimCondition | undefined {
  const { words } = context.sentence;
  const at = words.find(
    ({ form, index }) =>
      index < trigger.predicate.index &&
      index > trigger.predicate.index - 8 &&
      /^in$/i.test(form) &&
      /^(return|exchange)$/i.test(words[index + 1]?.form ?? '') &&
      !/^for$/i.test(words[index + 2]?.form ?? ''),
  );
  if (at === undefined) return undefined;
  const own = triggerActors(context, trigger)[0]?.actor;
  const first = triggers.find(
    (other) => other.predicate.index < at.index && triggerActors(context, other)[0]?.actor !== own,
  );
  const [actor] = first === undefined ? [] : triggerActors(context, first);
  if (first === undefined || actor === undefined) return undefined;
  return {
    act: first.act,
    actor: actor.actor,
    ...objectField(first.object?.object),
    polarity: isNegated(context, first.predicate) === (first.not ?? false) ? 'positive' : 'negative',
    relation: 'if',
    span: spanOf(subtreeOf(context.sentence, first.predicate)),
  };
}

/** "Until then", "in that case", "otherwise", "then": the condition is what the sentence before asked for or supposed. */
function pointedCondition(context: ActorContext, { predicate }: Trigger): ClaimCondition | undefined {
  const { supposed } = context.discourse;
  if (supposed === undefined) return undefined;
  const { words } = context.sentence;
  const opening = words
    .slice(0, 5)
    .filter(({ upos }) => upos !== 'PUNCT' && upos !== 'CCONJ')
    .map(({ form }) => form.toLowerCase())
    .join(' ');
  const found = POINTERS.find(([words]) => words.test(opening));
  const foretold = words
    .slice(Math.max(0, predicate.index - 4), predicate.index + 1)
    .some(({ form }) =>
      /^(will|would|'ll|’ll|shall|can|could|may|might|must|'d|’d|ready|prepared|willing|see)$/i.test(form),
    );
  if (found === undefined || !foretold) return undefined;
  const [, relation, denied] = found;
  const last = words.findIndex(({ form }) => /^(then|that|case|event|otherwise|so|not|else)$/i.test(form));
  return {
    act: supposed.act,
    actor: supposed.actor,
    ...objectField(supposed.object),
    polarity: denied ? flip(supposed.polarity) : supposed.polarity,
    relation,
    span: spanOf(words.slice(0, Math.max(0, last) + 1)),
  };
}

const POINTERS: readonly (readonly [words: RegExp, relation: ConditionRelation, denied: boolean])[] = [
  [/^(until|till|up to) (then|that)\b/, 'until', true],
  [/^(otherwise|or else|if not|failing that|failing this)\b/, 'if', true],
  [/^(in that (case|event)|in such a case|if so|then|after that|once that|only then)\b/, 'if', false],
];

/** The zone that hangs on an act by the order of words: the next behind it, or one that opens the sentence before it. */
function zoneCondition(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): ClaimCondition | undefined {
  const { words } = context.sentence;
  const at = trigger.predicate.index;
  for (const zone of conditionalZones(context.sentence)) {
    if (inZone(zone, trigger.predicate)) continue;
    if (zone.counterfactual || (zone.last < at && !zone.opening)) continue;
    const [from, to] = zone.last < at ? [zone.last, at] : [at, zone.mark.index];
    const own = triggerActors(context, trigger)[0]?.actor;
    const phrasal = PHRASAL.test(words[zone.first - 1]?.form ?? '');
    const between = triggers.some(
      (other) =>
        other.word !== trigger.word &&
        other.predicate.index > from &&
        other.predicate.index < to &&
        // Acts of one party in a row share the condition: "will leave and will build them unless …".
        (phrasal || triggerActors(context, other)[0]?.actor !== own),
    );
    if (between || newSentenceBetween(context, from, to)) continue;
    const inside = words.slice(zone.first, zone.last + 1);
    const act = triggers.find((other) => inside.includes(other.predicate));
    const verb =
      act?.predicate ??
      inside.find(({ upos, lemma }) => upos === 'VERB' || (upos === 'AUX' && lemma === 'do'));
    const noun = inside.find((word) => word.upos === 'NOUN' && !isRelation(word, 'compound'));
    const head = verb ?? noun ?? inside.at(-1)!;
    const condition = conditionFrom(context, head, zone.relation, triggers, trigger, inside, zone.negative);
    if (condition !== undefined) return condition;
  }
  return undefined;
}

/** A semicolon, or "but" with a subject of its own, parts an act from the condition of another. */
const newSentenceBetween = (context: ActorContext, from: number, to: number): boolean =>
  context.sentence.words.slice(from + 1, to).some(
    ({ form, index }) =>
      /^(;|:|but|while|whereas|adding|saying)$/i.test(form) &&
      // "will halt it, but only in exchange for": a reservation to the same act.
      !/^(only|solely)$/i.test(context.sentence.words[index + 1]?.form ?? ''),
  );

/** "any explosion will be answered", "a forceful answer to any test": what is answered is the condition. */
function answeredCondition(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): ClaimCondition | undefined {
  if (!/^(respond|sanction|use-force|escalate|prepare-test)$/.test(trigger.act)) return undefined;
  const { sentence } = context;
  const subject = dependentsBy(sentence, trigger.predicate, 'nsubj').find(
    ({ index }) => index < trigger.predicate.index,
  );
  const answered = behind(sentence, trigger.word).prepositions.find(
    ({ preposition }) => preposition === 'to',
  );
  // "a withdrawal would force Moscow to respond": what forces it.
  const forcing = governorsOf(sentence, trigger.predicate)
    .slice(0, 2)
    .find((word) =>
      /^(force|lead|prompt|compel|push|cause|provoke|oblige|drive|leave|entail|trigger|bring|invite|draw)$/.test(
        lemmaOf(word),
      ),
    );
  const cause =
    forcing === undefined
      ? undefined
      : dependentsBy(sentence, forcing, 'nsubj').find(({ index }) => index < forcing.index);
  for (const head of [subject, answered?.head, cause]) {
    if (head === undefined) continue;
    const words = subtreeOf(sentence, head);
    const reason = triggers.find(
      (other) => other !== trigger && other.nominal && (other.word === head || words.includes(other.word)),
    );
    const whichever = dependentsBy(sentence, head, 'det', 'amod').some(({ form }) =>
      /^(any|every|each|another|further|new|fresh|more)$/i.test(form),
    );
    if (reason === undefined && trigger.agentBehind === 'speaker' && whichever)
      return conditionFrom(context, head, 'if', triggers, trigger, words);
    if (reason !== undefined) return conditionFrom(context, reason.word, 'if', triggers, trigger, words);
  }
  return undefined;
}

/** "talks depend on X", "negotiations require X": the complement, where the act is the subject. */
function neededBy(context: ActorContext, predicate: Word, from: Word | undefined): Word | undefined {
  const lemma = lemmaOf(predicate);
  const { sentence } = context;
  if (
    from === undefined ||
    !isRelation(from, 'nsubj', 'csubj', 'nsubj:pass') ||
    from.head !== predicate.index
  )
    return undefined;
  if (DEPENDS.test(lemma)) {
    return dependentsBy(sentence, predicate, 'obl', 'advcl', 'ccomp').find(
      (word) => word.index > predicate.index,
    );
  }
  if (REQUIRES.test(lemma)) return dependentsBy(sentence, predicate, 'obj', 'ccomp', 'xcomp')[0];
  return undefined;
}

const REACH = 6;

/**
 * The same by the order of words, for sentences whose tree has gone wrong: "relations with X depend on Y's willingness",
 * "negotiations require an agreement". Only the words next behind the act count, so that no other clause is drawn in.
 */
function neededBehind(context: ActorContext, act: Word): Word | undefined {
  const { words } = context.sentence;
  if (act.upos !== 'NOUN') return undefined;
  const verb = words
    .slice(act.index + 1, act.index + REACH)
    .find((word) => DEPENDS.test(lemmaOf(word)) || REQUIRES.test(lemmaOf(word)));
  if (verb === undefined || isRelation(act, 'compound')) return undefined;
  const between = words.slice(act.index + 1, verb.index);
  // Only a phrase of the noun's own may stand between: "with the US".
  if (
    between.some(({ upos }) => /^(VERB|PUNCT|SCONJ|CCONJ)$/.test(upos)) ||
    (between.length > 0 && between[0]!.upos !== 'ADP')
  )
    return undefined;
  const next = words[verb.index + 1]?.form.toLowerCase();
  if (DEPENDS.test(lemmaOf(verb)) && next !== 'on' && next !== 'upon') return undefined;
  return words
    .slice(verb.index + 1, verb.index + 1 + 2 * REACH)
    .find(
      (word) =>
        word.upos === 'NOUN' &&
        !isRelation(word, 'amod', 'compound') &&
        !/^['’]s?$/.test(words[word.index + 1]?.form ?? ''),
    );
}

/** Whether the trigger is the subject of "depends on" or "requires": spoken of as something that has a condition. */
export function isDependent(context: ActorContext, trigger: Trigger): boolean {
  const path = [trigger.word, trigger.predicate, ...governorsOf(context.sentence, trigger.predicate)];
  return (
    linkedTo(context.sentence, trigger.word) !== undefined ||
    neededBehind(context, trigger.word) !== undefined ||
    path.some((word, step) => neededBy(context, word, path[step - 1]) !== undefined)
  );
}

/** Whether an act stands inside what another act waits for: "depends on Washington's willingness to engage". */
export function isAwaited(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): boolean {
  return triggers.some((other) => {
    if (other.word === trigger.word) return false;
    if (linkedTo(context.sentence, other.word)?.includes(trigger.word)) return true;
    const needed = neededBehind(context, other.word);
    if (needed === undefined) return false;
    const { words } = context.sentence;
    const comma =
      words.find(({ form, index }) => form === ',' && index > needed.index)?.index ?? words.length;
    const inside = subtreeOf(context.sentence, needed).includes(trigger.word) && trigger.word.index < comma;
    return inside || followsWill(context, needed, trigger.word);
  });
}
