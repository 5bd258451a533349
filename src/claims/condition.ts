import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { type ClaimCondition, type ConditionRelation, flip } from './claim.ts';
import { conditionFrom, objectField } from './condition-act.ts';
import { conditionalZones, inZone, PHRASAL } from './conditional-zone.ts';
import { neededBehind, neededBy } from './dependence.ts';
import { linkedTo } from './linked-condition.ts';
import { isNegated } from './negation.ts';
import { behind } from './phrases.ts';
import { isConditionMark } from './spoken-of.ts';
import { triggerActors } from './subject.ts';
import { dependentsBy, dependentsOf, governorsOf, isRelation, lemmaOf, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

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
