import { aboutDeed } from './about-deed.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { type Assertion, assertionOf } from './assertion.ts';
import { giverOf, speakerOf } from './attribution.ts';
import { type Claim, flip, type Modality, type Polarity, type Speaker } from './claim.ts';
import { claimSpan, withCondition, withDenial } from './claim-span.ts';
import { conditionOf } from './condition.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { isAwaited, isDependent } from './dependence.ts';
import type { Draft } from './draft.ts';
import { isCounted, isHappening, isPossessed } from './happening.ts';
import { modalityOf } from './modality.ts';
import { triggerActors } from './subject.ts';
import { dependentsBy, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { datesOf } from './when.ts';

/** How often what the rules alone claim of new reports is right (docs/reader.md). */
const RULED = 0.7;

/** "no explosions are planned", "the limits will be respected": what a speaker says of the future without an actor is its own. */
function isOwnPlan(
  { sentence }: ActorContext,
  { predicate, word }: Trigger,
  { meaning, by }: Assertion,
): boolean {
  // "a truce is possible only after …"
  const open =
    meaning === 'considered' && by !== undefined && /^(possible|impossible|conceivable)$/.test(lemmaOf(by));
  if (!open && !/^(future|conditional|possible|intended|offered|ordered|refused|denied)$/.test(meaning))
    return false;
  // "Kremlin: ready to talk": what a label's owner says of nobody is its own.
  if (sentence.place !== 'prose' && dependentsBy(sentence, predicate, 'nsubj').length === 0) return true;
  return [predicate, word].some(
    (verb) =>
      dependentsBy(sentence, verb, 'nsubj:pass').length > 0 ||
      verb.relation === 'nsubj:pass' ||
      verb.upos === 'NOUN' ||
      /^(go|remain|involve|include)$/.test(lemmaOf(verb)) ||
      (/^(intended|denied)$/.test(meaning) && verb.xpos === 'VB'),
  );
}

/**
 * Free indirect speech: "Lavrov called it a mistake. Moscow would answer." Whose state was last made to speak in the
 * paragraph says what that state "would" do.
 */
function indirectSpeaker(
  { discourse, sentence }: ActorContext,
  { meaning }: Assertion,
  actors: readonly ActorReference[],
): Speaker | undefined {
  const { speaker, spokeIn } = discourse;
  if (meaning !== 'conditional' || speaker === undefined || spokeIn !== sentence.paragraph) return undefined;
  return actors.length === 0 || actors[0]!.actor === speaker.actor ? speaker : undefined;
}

/**
 * Who acts where a clause names nobody: the state from whose soil it is done ("was launched from the Pyongyang area").
 */
function contextActors(context: ActorContext, { predicate, nominal }: Trigger): readonly ActorReference[] {
  const { sentence } = context;
  if (
    nominal ||
    dependentsBy(sentence, predicate, 'nsubj').some(
      ({ upos, relation }) => upos === 'PRON' && relation === 'nsubj',
    )
  )
    return [];
  const place = dependentsBy(sentence, predicate, 'obl', 'nmod').filter((other) =>
    dependentsBy(sentence, other, 'case').some(({ form }) => /^(from|in|at|near|inside)$/i.test(form)),
  );
  const there = place.flatMap((word) => [...actorsOf(context, word), ...modifierActor(context, word)]);
  const named = there.find(({ by, person }) => by !== 'quantifier' && person === undefined);
  return named === undefined ? [] : [{ actor: named.actor, by: 'context' }];
}

/** "these are not nuclear explosions": whoever says so denies that its deeds are such. */
function isDisowned(
  { sentence }: ActorContext,
  { act, predicate }: Trigger,
  { polarity }: Assertion,
): boolean {
  if (!/^(test|use-force|violate)$/.test(act) || polarity !== 'negative' || predicate.upos !== 'NOUN')
    return false;
  const copula = dependentsBy(sentence, predicate, 'cop').length > 0;
  const subject = dependentsBy(sentence, predicate, 'nsubj')[0];
  return (
    copula && subject !== undefined && /^(these|this|they|those|it|that|tests?|trials?)$/i.test(subject.form)
  );
}

/** The claims that a trigger makes, one for each that acts and speaks. */
export function draftsOf(
  context: ActorContext,
  trigger: Trigger,
  triggers: readonly Trigger[],
): readonly Draft[] {
  const { reading, discourse } = context;
  const assertion = assertionOf(context, trigger.predicate, trigger.word);
  const hypothetical = conditionalZones(context.sentence).some((zone) => inZone(zone, trigger.predicate));
  if ((!assertion.asserted || hypothetical) && !isDependent(context, trigger)) return [];
  if (isAwaited(context, trigger, triggers)) return [];
  const disowned = isDisowned(context, trigger, assertion);
  if (!disowned && !isHappening(context, trigger, assertion.meaning)) return [];
  // Who rejects a claim is who denies; who makes a set phrase of demand or finding is its speaker.
  const act =
    assertion.meaning === 'denied'
      ? assertion.by
      : trigger.agent === undefined && trigger.modality !== 'denied'
        ? undefined
        : trigger.predicate;
  const giver = act === undefined ? undefined : giverOf(context, act);
  const { also = [], ...source } = giver ?? speakerOf(context, trigger.predicate, discourse);
  // What has been done hangs on nothing any more: "the treaty that it signed".
  const past = assertion.meaning === 'done' && /^VB[DN]$/.test(trigger.predicate.xpos);
  const condition = past ? undefined : conditionOf(context, trigger, triggers);
  const named: readonly ActorReference[] =
    trigger.agentBehind !== 'speaker'
      ? triggerActors(context, trigger)
      : source.actor === 'press'
        ? []
        : [{ ...source, by: 'context' }];
  const speaker = source.actor === 'press' ? (indirectSpeaker(context, assertion, named) ?? source) : source;
  // What is asked for without saying of whom is asked of anybody: "called for the resumption of talks".
  const askedOfAll =
    (trigger.nominal &&
      assertion.meaning === 'demanded' &&
      (named.length === 0 || (named.length === 1 && named[0]!.actor === speaker.actor))) ||
    // "A ceasefire must come first"
    (named.length === 0 &&
      assertion.meaning === 'obligation' &&
      speaker.actor !== 'press' &&
      // "the guns must fall silent"
      (trigger.predicate !== trigger.word || trigger.words !== undefined));
  const actors: readonly ActorReference[] = askedOfAll
    ? [{ actor: 'ANY', by: 'context' }]
    : named.length > 0
      ? named
      : speaker.actor !== 'press' &&
          !/^(UN|IAEA|CTBTO)$/.test(speaker.actor) &&
          (disowned ||
            trigger.impersonal === true ||
            isDependent(context, trigger) ||
            isOwnPlan(context, trigger, assertion))
        ? [{ ...speaker, by: 'context' }]
        : contextActors(context, trigger);
  const span = withCondition(
    withDenial(context, claimSpan(context, trigger, triggers), assertion),
    condition?.span,
  );
  const dates = datesOf(context, trigger, triggers);
  const { lastDone } = dates;
  const hostile = reading.lexicon.hostile.has(trigger.act);
  const casts = actors.flatMap((actor) => {
    const own = [speaker, ...also].find((one) => one.actor === actor.actor);
    return (own === undefined ? [speaker, ...also] : [own]).map((one) => ({ actor, speaker: one }));
  });
  return casts.flatMap(({ actor, speaker }): Draft[] => {
    if (actor.actor === 'press') return [];
    const own = actor.actor === speaker.actor;
    const meant: Modality | undefined =
      (disowned ? 'denied' : trigger.modality) ??
      (trigger.nominal &&
      assertion.meaning === 'open' &&
      (isCounted(context, trigger.word) || isPossessed(context, trigger))
        ? 'done'
        : undefined) ??
      (isDependent(context, trigger)
        ? own
          ? 'offered'
          : 'considered'
        : modalityOf(assertion, hostile, condition !== undefined, own, speaker.actor !== 'press'));
    if (meant === undefined) return [];
    const begun = meant === 'done' && own && isUnderWay(context, trigger) ? 'announced' : meant;
    const modality = rebutted(
      begun === 'announced' && own && isAnswer(trigger, assertion) ? 'threatened' : begun,
      trigger,
      assertion.polarity,
      speaker,
      actor,
    );
    const claim = {
      span,
      speaker: speechActSpeaker(speaker, actor, modality),
      act: trigger.act,
      actor: actor.actor,
      ...aboutDeed(context, trigger, actor.actor, actors, dates),
      modality,
      polarity: trigger.not ? flip(assertion.polarity) : assertion.polarity,
      ...(condition === undefined ? {} : { condition }),
      confidence: RULED,
    };
    const last: Draft[] =
      lastDone === undefined
        ? []
        : [
            {
              trigger,
              before: true,
              claim: {
                span,
                speaker: { actor: 'press' },
                act: lastDoneAct(trigger.act),
                actor: actor.actor,
                ...(claim.object ? { object: claim.object } : {}),
                time: lastDone,
                modality: 'done',
                polarity: 'positive',
                confidence: RULED,
              },
            },
          ];
    return [{ trigger, claim }, ...last];
  });
}

/** What was last done before it is done "for the first time since": resuming tests means that tests were made then. */
const lastDoneAct = (act: Claim['act']): Claim['act'] => (act === 'resume-test' ? 'test' : act);

/** A retaliation that is promised hangs by its nature on what another does. */
const isAnswer = ({ act }: Trigger, { meaning, polarity }: Assertion): boolean =>
  act === 'respond' && polarity === 'positive' && /^(future|conditional|intended|obligation)$/.test(meaning);

/** Acts done by a word: who says that it "is suspending" the treaty announces it. */
const BY_WORD = /^(suspend|withdraw|revoke-ratification|resume-test|break-off|halt-test|extend|sanction)$/;

const isUnderWay = ({ sentence }: ActorContext, { act, predicate }: Trigger): boolean =>
  BY_WORD.test(act) &&
  predicate.xpos === 'VBG' &&
  dependentsBy(sentence, predicate, 'aux').some(({ lemma }) => lemma === 'be');

/** "Moscow says it did not break it": who says that it did not break what binds it denies having done so. */
const rebutted = (
  meant: Modality,
  { act }: Trigger,
  polarity: Polarity,
  speaker: Speaker,
  { actor }: ActorReference,
): Modality =>
  meant === 'done' && act === 'violate' && polarity === 'negative' && speaker.actor === actor
    ? 'denied'
    : meant;

/** The giver of a threat, offer or announcement is its speaker, where the text makes nobody else responsible. */
function speechActSpeaker(speaker: Speaker, actor: ActorReference, modality: Modality): Speaker {
  if (
    speaker.actor !== 'press' ||
    !/^(threatened|offered|announced|denied)$/.test(modality) ||
    !/^([A-Z]{3}|EU|UN|NATO|WEST|IAEA|CTBTO)$/.test(actor.actor) ||
    actor.actor === 'ANY'
  )
    return speaker;
  return { actor: actor.actor, ...(actor.person === undefined ? {} : { person: actor.person }) };
}
