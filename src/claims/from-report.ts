import type { Report } from '../report/report.ts';
import type { Sentence, Span, TextTree, Word } from '../text/tree.ts';
import { type ActorContext, type ActorReference, actorsOf, modifierActor } from './actors.ts';
import { anaphoricTriggers } from './anaphora.ts';
import { type Assertion, assertionOf, isAccused, isNegated, modalityOf } from './assertion.ts';
import { JUDGE } from './attitudes.ts';
import { giverOf, labelledSpeaker, quotationSpeaker, speakerOf } from './attribution.ts';
import type { Claim, Modality, Polarity, Speaker } from './claim.ts';
import { conditionOf, isAwaited, isDependent } from './condition.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { confidenceOf, type Signals, signalsOf } from './confidence.ts';
import { afterMentions, type Discourse, type Reading, SILENCE, type Supposition } from './discourse.ts';
import { withIntroductions } from './introductions.ts';
import type { Lexicon } from './lexicon.ts';
import { mended } from './mended.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { wordsBefore } from './phrases.ts';
import { quotationAround, quotationTouching } from './quoted.ts';
import { triggerActors } from './subject.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { triggersIn } from './triggers.ts';
import { voicesOf } from './voices.ts';
import { datesOf } from './when.ts';

/** Kinds of things whose bare head noun may be meant once the report has named the full thing. */
function subjectsOf(lexicon: Lexicon, text: string, mentions: readonly Mentions[]): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const subjects = new Set<string>();
  for (const named of mentions)
    for (const { object } of named.values()) if (object !== undefined) subjects.add(object);
  for (const [kind, { heads, with: modifiers, sure }] of lexicon.objects) {
    if ([...sure].some((head) => new RegExp(`\\b${head}s?\\b`, 'i').test(text))) subjects.add(kind);
    for (const head of heads) {
      for (const modifier of modifiers) {
        if (lower.includes(`${modifier} ${head}`) || lower.includes(`${modifier} weapons ${head}`))
          subjects.add(kind);
      }
    }
  }
  if (/\b(?:treaty|pact|accord|convention)\b|\b(?:nuclear|arms) (?:deal|agreement)\b/.test(lower))
    subjects.add('treaty');
  // "test ban" speaks of nuclear tests too.
  if (
    /nuclear[^.\n]{0,30}\btest|\btest(?:s|ed|ing)?\b[^.\n]{0,30}\bnuclear|test[- ]ban|\bctbt\b|\b(?:hydrogen|atom|atomic|nuclear|thermonuclear)(?: weapons?)? (?:bomb|test|trial|explosion|blast|detonation)|h-bomb|\bnukes?\b/.test(
      lower,
    )
  )
    subjects.add('nuclear-test');
  if (subjects.has('test-site')) subjects.add('nuclear-test');
  if (subjects.has('nuclear-test')) subjects.add('nuclear-weapon');
  return subjects;
}

/** The words that show a claim: the clause of the predicate, without the clauses of other speakers above it. */
function claimSpan(context: ActorContext, trigger: Trigger, others: readonly Trigger[]): Span {
  const { sentence } = context;
  const taken = new Set(others.filter((other) => other !== trigger).map(({ predicate }) => predicate));
  const prune = (word: Word) =>
    isRelation(word, 'parataxis') ||
    (word.relation === 'acl:relcl' && word !== trigger.predicate) ||
    (taken.has(word) && isRelation(word, 'conj', 'advcl') && !isRelation(trigger.predicate, 'conj'));
  let head = trigger.predicate;
  // A clause that is the content of an attitude shows it: "is considering resuming tests".
  for (
    let steps = 0;
    steps < 4 &&
    (isRelation(head, 'xcomp', 'acl', 'obj', 'nmod', 'obl', 'conj') ||
      (isRelation(head, 'advcl') && dependentsBy(sentence, head, 'nsubj').length === 0)) &&
    head.head >= 0;
    steps++
  ) {
    const governor = sentence.words[head.head]!;
    if (taken.has(governor) && !isRelation(head, 'conj')) break;
    head = governor;
  }
  const words = [
    ...subtreeOf(sentence, head, prune),
    ...subtreeOf(sentence, trigger.predicate, prune),
    trigger.word,
    ...(trigger.words ?? []),
    ...(trigger.objectWord === undefined ? [] : [trigger.objectWord]),
  ].filter((word) => word.upos !== 'PUNCT' || word.start > trigger.predicate.start - 400);
  return trimmed(context.reading.tree.text, spanOf(words));
}

/** The words of a denial hold the denial: "it is not true that Russia tested", never "Russia tested" alone. */
function withDenial({ sentence }: ActorContext, span: Span, { meaning, by }: Assertion): Span {
  if (meaning !== 'denied' || by === undefined) return span;
  const words = [by, ...dependentsBy(sentence, by, 'cop', 'advmod', 'expl', 'nsubj').filter(isShort)];
  const { start, end } = spanOf(words.filter((word) => by.upos !== 'VERB' || word === by));
  return { start: Math.min(span.start, start), end: Math.max(span.end, end) };
}
const isShort = ({ upos }: Word): boolean => /^(PRON|AUX|PART|ADV)$/.test(upos);

/** The words of a claim hold those of its condition, since without them it says something else. */
const withCondition = (span: Span, condition: Span | undefined): Span =>
  condition === undefined
    ? span
    : { start: Math.min(span.start, condition.start), end: Math.max(span.end, condition.end) };

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const opening = /^(?:[\s,;:.–—-]|(?:that|and|but|which|Q:|A:)\s)+/i.exec(text.slice(from, to));
  if (opening !== null && opening[0].length < to - from) from += opening[0].length;
  while (to > from && /[\s,;:–—-]/.test(text[to - 1]!)) to -= 1;
  // A closing mark whose opening one is outside is not part of the words.
  const inside = text.slice(from, to);
  if (/[”"]$/.test(inside) && !/[“"]/.test(inside.slice(0, -1)))
    to = from + inside.replace(/[,.]?[”"]$/, '').length;
  return { start: from, end: to };
}

/** Acts that are done to a state. */
const TOWARDS_STATE =
  /^(use-force|sanction|support-ally|engage|initiate|break-off|inspect|guarantee-security|recognise|reply|respond|escalate)$/;

/** The state dealt with: "dialogue with Washington", "an attack on Ukraine". */
function targetOf(context: ActorContext, trigger: Trigger, actor: string): string | undefined {
  const { sentence } = context;
  const not = (found: ActorReference) =>
    found.actor !== actor &&
    found.actor !== 'press' &&
    !(found.by === 'context' && found.person !== undefined);
  // "struck Ukraine", "sanctioned Iran"
  const struck =
    trigger.objectWord === undefined || trigger.objectWord === trigger.word
      ? dependentsBy(sentence, trigger.predicate, 'obj')
      : [trigger.objectWord];
  const direct = struck
    .flatMap((word) => [...actorsOf(context, word), ...modifierActor(context, word)])
    .find(not);
  if (direct !== undefined && TOWARDS_STATE.test(trigger.act)) return direct.actor;
  for (const head of [trigger.objectWord, trigger.word, trigger.predicate]) {
    if (head === undefined) continue;
    for (const other of dependentsBy(sentence, head, 'nmod', 'obl')) {
      const preposition = dependentsBy(sentence, other, 'case').map(lemmaOf).join(' ');
      if (!/^(with|on|upon|against|toward|towards|to|at|into)$/.test(preposition)) continue;
      const target = [...actorsOf(context, other), ...modifierActor(context, other)].find(not);
      if (target !== undefined) return target.actor;
    }
  }
  return undefined;
}

const opposite = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');

const withVoice = (context: ActorContext, quoted: Speaker | undefined): ActorContext =>
  quoted === undefined ? context : { ...context, quoted };

interface Draft {
  readonly trigger: Trigger;
  readonly signals: Signals;
  readonly claim: Omit<Claim, 'id' | 'report' | 'quote'>;
}

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

const COUNTING =
  /^(last|latest|first|second|third|fourth|fifth|sixth|seventh|previous|recent|final|only|sole)$/i;

/** "its sixth nuclear test", "the last American explosion": what is counted has happened, unless an attitude governs it. */
function isCounted({ sentence }: ActorContext, noun: Word): boolean {
  if (noun.upos !== 'NOUN') return false;
  const before = wordsBefore(sentence, noun);
  const counts = before.some(({ form, upos }) => COUNTING.test(form) || upos === 'NUM');
  return counts && !/^(any|a|an|no)$/i.test(sentence.words[(before[0]?.index ?? noun.index) - 1]?.form ?? '');
}

/** Nouns for deeds that are done at one stroke: whose they are said to be has done them. */
const DEEDS =
  /^(test|revoke-ratification|withdraw|suspend|sign|ratify|trial-weapon|use-force|close-site|deploy|break-off|violate|modernise|prepare-test)$/;

/** "China's war games around Taiwan": a title that is a noun says what happens. */
const isTitle = ({ sentence }: ActorContext, word: Word): boolean =>
  sentence.place !== 'prose' &&
  word.head < 0 &&
  !sentence.words.some(({ upos }) => /^(VERB|AUX)$/.test(upos));

/** "Moscow's withdrawal from the treaty alarmed Berlin": a deed that has a doer and stands among facts was done. */
function isPossessed(context: ActorContext, { act, word }: Trigger): boolean {
  if (!(DEEDS.test(act) || (act === 'exercise' && isTitle(context, word))) || word.upos !== 'NOUN')
    return false;
  const owners = dependentsBy(context.sentence, word, 'nmod:poss', 'nmod', 'amod', 'compound').filter(
    (other) =>
      isRelation(other, 'nmod:poss', 'amod', 'compound') ||
      dependentsBy(context.sentence, other, 'case').some(({ form }) => /^(of|by)$/i.test(form)),
  );
  // "the deployment of Russian missiles", "North Korea's missile launch"
  const owned = owners.some(
    (owner) => actorsOf(context, owner).length > 0 || modifierActor(context, owner).length > 0,
  );
  const governor = governorOf(context.sentence, word);
  if (owned && isTitle(context, word)) return true;
  return (
    owned &&
    governor !== undefined &&
    (isRelation(word, 'nsubj', 'nsubj:pass', 'obl') ||
      (isRelation(word, 'obj') && governor.upos === 'VERB')) &&
    /^VB[DNZP]$/.test(governor.xpos) &&
    !isRelation(governor, 'advcl')
  );
}

/** "condemned the launch": who judges an act says that it was done. */
const isJudged = ({ sentence }: ActorContext, noun: Word): boolean => {
  const governor = governorOf(sentence, noun);
  return governor !== undefined && isRelation(noun, 'obj') && JUDGE.has(lemmaOf(governor));
};

/** Whether a noun that names an act is spoken of as something that happens, not merely mentioned. */
function isHappening(context: ActorContext, trigger: Trigger, meaning: string): boolean {
  if (!trigger.nominal) return true;
  // "any use of nuclear weapons": whichever there may be, none is said to be.
  const any = dependentsBy(context.sentence, trigger.word, 'det').some(({ form }) => /^any$/i.test(form));
  if (any && !/^(refused|demanded|denied)$/.test(meaning)) return isDependent(context, trigger);
  if (meaning !== 'open' && meaning !== 'done') return true;
  // "received no answer": a reply that is denied is asserted not to have come.
  if (trigger.act === 'reply' && isNegated(context, trigger.word)) return true;
  return (
    isDependent(context, trigger) ||
    isAccused(context, trigger.word) ||
    isJudged(context, trigger.word) ||
    isPossessed(context, trigger) ||
    isCounted(context, trigger.word)
  );
}

function draftsOf(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): readonly Draft[] {
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
  const { time, lastDone, saidAt } = datesOf(context, trigger, triggers);
  const hostile = reading.lexicon.hostile.has(trigger.act);
  const clauses = context.sentence.words.filter(({ upos }) => upos === 'VERB').length;
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
    const signals = signalsOf(trigger, actor, speaker, modality, condition, clauses);
    const target = targetOf(context, trigger, actor.actor);
    const claim = {
      span,
      speaker: speechActSpeaker(speaker, actor, modality),
      act: trigger.act,
      actor: actor.actor,
      ...(target === undefined ? {} : { target }),
      ...(trigger.object?.object ? { object: trigger.object.object } : {}),
      ...(time === undefined ? {} : { time }),
      ...(saidAt === undefined ? {} : { saidAt }),
      modality,
      polarity: trigger.not ? opposite(assertion.polarity) : assertion.polarity,
      ...(condition === undefined ? {} : { condition }),
      confidence: confidenceOf(reading.lexicon.confidence, signals),
    };
    const last: Draft[] =
      lastDone === undefined
        ? []
        : [
            {
              trigger,
              signals,
              claim: {
                span,
                speaker: { actor: 'press' },
                act: lastDoneAct(trigger.act),
                actor: actor.actor,
                ...(claim.object ? { object: claim.object } : {}),
                time: lastDone,
                modality: 'done',
                polarity: 'positive',
                confidence: Math.round(claim.confidence * 80) / 100,
              },
            },
          ];
    return [{ trigger, signals, claim }, ...last];
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

/** Two wordings of one act in one clause ("take part in talks") are one claim. */
const saidTwice = (drafts: readonly Draft[], { claim }: Draft): boolean =>
  drafts
    .slice(-6)
    .some(
      ({ claim: before }) =>
        before.act === claim.act &&
        before.actor === claim.actor &&
        before.speaker.actor === claim.speaker.actor &&
        before.modality === claim.modality &&
        before.polarity === claim.polarity &&
        before.span.start <= claim.span.start &&
        claim.span.end <= before.span.end &&
        before.time?.text === claim.time?.text,
    );

/** "… and had done so since": what only points back to a deed that was just claimed says nothing new. */
const saidAlready = (drafts: readonly Draft[], { trigger, claim }: Draft): boolean =>
  trigger.again === true &&
  claim.modality === 'done' &&
  drafts
    .slice(-4)
    .some(
      ({ claim: before }) =>
        before.act === claim.act &&
        before.actor === claim.actor &&
        before.modality === claim.modality &&
        before.polarity === claim.polarity,
    );

/** The speaker of a sentence's quotation, and the discourse after the sentence. */
function afterSentence(context: ActorContext, speaker: Speaker | undefined): Discourse {
  const root = context.sentence.words.find(({ head }) => head < 0);
  const subject = root === undefined ? undefined : dependentsBy(context.sentence, root, 'nsubj')[0];
  const actors =
    subject === undefined ? [] : [...actorsOf(context, subject), ...modifierActor(context, subject)];
  const [actor] = actors;
  const several = [...new Set(actors.map((one) => one.actor))];
  const next = afterMentions(context.discourse, context.reading.mentions[context.sentence.index]!);
  return {
    ...next,
    ...(actor === undefined || actor.actor === 'ANY' || actor.actor === 'OTHERS'
      ? {}
      : { subject: actor.actor, ...(several.length > 1 ? { subjects: several } : { subjects: [] }) }),
    ...(several.length === 2 && several.every((code) => /^[A-Z]{3}$/.test(code)) ? { pair: several } : {}),
    ...(speaker === undefined ? {} : { speaker, spokeIn: context.sentence.paragraph }),
  };
}

/** What claims say that others than their speakers have done or are doing, the last first. */
const allegedIn = (drafts: readonly Draft[], before: Discourse['alleged']): Discourse['alleged'] =>
  [
    ...drafts
      .filter(
        ({ claim: { speaker, actor, modality, polarity } }) =>
          modality === 'done' &&
          polarity === 'positive' &&
          speaker.actor !== actor &&
          speaker.actor !== 'press',
      )
      .map(({ claim: { act, actor, object } }) => ({
        act,
        actor,
        ...(object === undefined ? {} : { object }),
      }))
      .reverse(),
    ...before,
  ].slice(0, 6);

/** What a sentence asks for or supposes, for the next one to point to. */
function supposedIn(
  context: ActorContext,
  drafts: readonly Draft[],
  triggers: readonly Trigger[],
): { readonly supposed: Supposition | undefined } {
  const claims = drafts.map(({ claim }) => claim);
  const conditional = claims.findLast(({ condition }) => condition !== undefined)?.condition;
  const asked = claims.findLast(({ modality }) => modality === 'demanded');
  const said = conditional ?? asked;
  if (said !== undefined) {
    const { act, actor, object } = said;
    // Of a condition the case is meant in which it is so.
    return { supposed: { act, actor, polarity: said.polarity, ...(object === undefined ? {} : { object }) } };
  }
  // "And if the Americans test?"
  const zones = conditionalZones(context.sentence);
  // "What if they test?" supposes the whole of its sentence.
  const supposes = /\bwhat if\b/i.test(context.sentence.words.map(({ form }) => form).join(' '));
  const trigger = triggers.find(({ predicate }) => supposes || zones.some((zone) => inZone(zone, predicate)));
  const [actor] = trigger === undefined ? [] : triggerActors(context, trigger);
  return {
    supposed:
      trigger === undefined || actor === undefined
        ? undefined
        : {
            act: trigger.act,
            actor: actor.actor,
            polarity: 'positive',
            ...(trigger.object?.object ? { object: trigger.object.object } : {}),
          },
  };
}

/** Treaty names come before "it" in the same sentence, so the sentence's own mentions count while it is read. */
function duringSentence(discourse: Discourse, reading: Reading, sentence: Sentence): Discourse {
  const { treaty, actors, person } = afterMentions(discourse, reading.mentions[sentence.index]!);
  const known = discourse.treaty ?? treaty;
  const unnamed =
    known === undefined && sentence.words.some(({ lemma }) => /^(treaty|pact|accord)$/.test(lemma));
  return {
    ...discourse,
    actors: discourse.actors.length > 0 ? discourse.actors : actors,
    ...(known === undefined ? (unnamed ? { treaty: '' } : {}) : { treaty: known }),
    ...(person === undefined ? {} : { person: discourse.person ?? person }),
  };
}

/**
 * The claims of a report, in the order of its text: one for each act and actor that the words assert, threaten, offer,
 * demand, weigh or deny.
 *
 * @param tree the report's text as a tree of sentences and dependencies.
 * @param lexicon the words of the stand-off.
 */
export function claimsFromReport(report: Report, tree: TextTree, lexicon: Lexicon): readonly Claim[] {
  return claimsWithSignals(report, tree, lexicon).map(({ claim }) => claim);
}

/** A report before any claim is read from it: whom and what its sentences name. */
export function readingOf(report: Report, tree: TextTree, lexicon: Lexicon): Reading {
  const mentions = withIntroductions(
    lexicon,
    tree,
    tree.sentences.map((sentence) => mentionsIn(lexicon, tree.text, sentence, report.publishedAt)),
  );
  return {
    tree: {
      ...tree,
      sentences: tree.sentences.map((sentence, index) => mended(sentence, mentions[index]!, lexicon.verbs)),
    },
    lexicon,
    mentions,
    subjects: subjectsOf(lexicon, tree.text, mentions),
    ...(report.publishedAt === undefined ? {} : { date: report.publishedAt }),
  };
}

/** The claims of a report with what their confidence was judged by, for fitting it. */
export function claimsWithSignals(
  report: Report,
  tree: TextTree,
  lexicon: Lexicon,
): readonly { readonly claim: Claim; readonly signals: Signals }[] {
  const reading = readingOf(report, tree, lexicon);
  const voices = voicesOf(tree, lexicon, reading.mentions, report.publishedAt);
  const drafts: Draft[] = [];
  let discourse = SILENCE;
  for (const sentence of reading.tree.sentences) {
    const before = duringSentence(discourse, reading, sentence);
    const { before: previous, ...rest } = before;
    // A question supposes for the answer in the next paragraph; other things are pointed to within one.
    const near = previous?.paragraph === sentence.paragraph ? before : rest;
    const context: ActorContext = { reading, sentence, discourse: near };
    const quotation = quotationTouching(tree.quotations, sentence);
    const speaker = quotationSpeaker(context, quotation) ?? labelledSpeaker(context)?.speaker;
    const voice = voices[sentence.index];
    // "…, Araghchi said" without quotation marks: "we" are those of whoever says so.
    const weSay =
      voice === undefined &&
      speaker !== undefined &&
      sentence.words.some(({ form }) => /^(we|our)$/i.test(form));
    const quoted =
      quotation === undefined ? (weSay ? speaker : voice) : (speaker ?? voice ?? discourse.speaker);
    const named = triggersIn(quoted === undefined ? context : { ...context, quoted });
    const triggers = [...named, ...anaphoricTriggers(context, named)];
    const from = drafts.length;
    for (const trigger of triggers) {
      const inQuote = quotationAround(tree.quotations, trigger.predicate) !== undefined;
      const found = draftsOf(withVoice(context, inQuote || weSay ? quoted : voice), trigger, triggers);
      drafts.push(...found.filter((draft) => !saidAlready(drafts, draft) && !saidTwice(drafts, draft)));
    }
    const last = triggers.at(-1);
    const after = afterSentence(context, speaker);
    const unnamed =
      after.treaty === undefined && sentence.words.some(({ lemma }) => /^(treaty|pact|accord)$/.test(lemma));
    discourse = {
      ...after,
      before: sentence,
      alleged: allegedIn(drafts.slice(from), discourse.alleged),
      ...supposedIn(context, drafts.slice(from), triggers),
      // A treaty spoken of without its name is one that "it" may mean.
      ...(unnamed ? { treaty: '' } : {}),
      ...(last === undefined
        ? {}
        : { lastAct: { act: last.act, ...(last.object?.object ? { object: last.object.object } : {}) } }),
    };
  }
  return drafts.map(({ claim, signals }, index) => ({
    signals,
    claim: {
      id: `${report.id}-c${index + 1}`,
      report: report.id,
      ...claim,
      quote: tree.text.slice(claim.span.start, claim.span.end),
    },
  }));
}
