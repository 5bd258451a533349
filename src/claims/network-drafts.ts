import type { Word } from '../text/tree.ts';
import { aboutDeed } from './about-deed.ts';
import type { ActMeant } from './candidates.ts';
import type { Act, ActorCode, ClaimCondition } from './claim.ts';
import type { ClaimNetwork, ClaimReading, Pointer } from './claim-network.ts';
import { claimSpan, withCondition } from './claim-span.ts';
import { confidenceOf, type Findings, signalsOf } from './confidence.ts';
import { isAwaited, isDependent } from './dependence.ts';
import { type Draft, saidTwice } from './draft.ts';
import { thingOf } from './objects.ts';
import { performerOf } from './performer.ts';
import type { SentenceReading } from './sentence-readings.ts';
import { inputOf, likeliest, type Pointed, type Stretch, stretchesOf } from './stretch.ts';
import { dependentsBy, governorOf, governorsOf, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { datesOf } from './when.ts';
import { actorsMeant, actorsOfAct, speakerMeant } from './who-is-meant.ts';

/** From this probability on a word is taken to name an act; chosen on the development part of the gold set. */
const NAMES_ACT = 0.5;
/** From this one on where the rules claim the same act. */
const ALSO_RULED = 0.35;
/** "test-fired": two words so near to one another name one act. */
const BESIDE = 2;
/** From this one on also where the rules took the act for one that is not asserted. */
const IN_SPITE = 0.93;
/** Below this probability the rules' reading of how an act is meant goes before the network's. */
const PLAIN = 0.75;
/** And below this one where they do not agree whether it is so. */
const PLAINLY_OTHER = 0.9;

/** The trigger that the rules made of a word, or one of the word alone. */
function triggerAt({ context, triggers, heard }: SentenceReading, word: Word, act: Act): Trigger {
  const known = triggers.filter((trigger) => trigger.word === word);
  const same = known.find((trigger) => trigger.act === act);
  if (same !== undefined) return same;
  const { sentence } = context;
  const nounal = /^(NOUN|PROPN)$/.test(word.upos);
  const performer = nounal ? performerOf(heard(word), word, act) : undefined;
  const [objectWord] = nounal ? [] : dependentsBy(sentence, word, 'obj', 'nsubj:pass');
  const object = thingOf(heard(word), word, act);
  return {
    act,
    word,
    predicate: performer ?? word,
    nominal: nounal && performer === undefined,
    ...(object === undefined ? {} : { object }),
    ...(objectWord === undefined ? {} : { objectWord }),
  };
}

/** What the network makes of the sentences of a report and of what the rules made of them. */
export function networkDrafts(readings: readonly SentenceReading[], network: ClaimNetwork): readonly Draft[] {
  const stretches = readings.flatMap(stretchesOf);
  const answered = network.read(stretches.map(inputOf));
  const drafts: Draft[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const found = stretchDrafts(stretch, answered[at]!, network);
    const told = [...found, ...readByRulesAlone(stretch, answered[at]!, found)].sort(
      (a, b) => a.trigger.word.index - b.trigger.word.index,
    );
    for (const draft of told)
      if (!saidTwice(drafts, draft) && !isSameDeed(stretch, drafts, draft)) drafts.push(draft);
  }
  return drafts;
}

/** What only the rules read: acts named before ("do so", "both deny it"), set phrases, wordings that training did not show. */
const readByRulesAlone = (
  { read, words, from }: Stretch,
  reading: ClaimReading,
  found: readonly Draft[],
): readonly Draft[] =>
  read.drafts
    .filter(
      ({ trigger, claim }) =>
        words.includes(trigger.word) &&
        !found.some((other) => other.claim.act === claim.act && other.claim.actor === claim.actor),
    )
    .map((draft) => {
      const names = 1 - reading.answer(draft.trigger.word.index - from, 'acts')[0]!;
      const signals = signalsOf({ names, act: 1, actor: 1, ruled: 'alone', stands: true }, draft.claim);
      const confidence = confidenceOf(read.context.reading.lexicon.confidence, signals);
      return { ...draft, signals, claim: { ...draft.claim, confidence } };
    });

/** "conducted a test": two words for one deed, of which one governs the other, are one claim. */
function isSameDeed({ read }: Stretch, drafts: readonly Draft[], { trigger, claim, before }: Draft): boolean {
  const { sentence } = read.context;
  const near = (one: Word, other: Word) =>
    one === other || governorOf(sentence, one) === other || governorOf(sentence, other) === one;
  return drafts
    .slice(-6)
    .some(
      (other) =>
        other.before === before &&
        other.claim.act === claim.act &&
        other.claim.actor === claim.actor &&
        other.claim.polarity === claim.polarity &&
        other.claim.modality === claim.modality &&
        sentence.words[other.trigger.word.index] === other.trigger.word &&
        near(other.trigger.word, trigger.word),
    );
}

/** "will test in response to US tests": the noun joins an act to what it answers, and names none of its own. */
function isConnective({ context }: SentenceReading, { index, lemma }: Word): boolean {
  const { words } = context.sentence;
  return (
    /^(response|answer|reaction|retaliation|reply|return|exchange)$/i.test(lemma) &&
    /^in$/i.test(words[index - 1]?.form ?? '') &&
    /^(to|for)$/i.test(words[index + 1]?.form ?? '')
  );
}

function stretchDrafts(stretch: Stretch, reading: ClaimReading, network: ClaimNetwork): readonly Draft[] {
  const { read, signs, words, from } = stretch;
  const between = new Map<Word, readonly (readonly string[])[]>();
  const point = (word: Word, pointer: Pointer): Pointed => {
    if (!between.has(word)) between.set(word, signs.between(word, words));
    const shares = reading.point(word.index - from, pointer, between.get(word)!);
    return { words, shares, none: shares[words.length]! };
  };
  return words.flatMap((word, at): readonly Draft[] => {
    const own = read.drafts.filter(({ trigger }) => isNamedBy(trigger, word));
    const linked = own.filter(({ trigger, claim }) => isLinked(read, trigger, claim));
    if (linked.length > 0) return linked;
    const names = 1 - reading.answer(at, 'acts')[0]!;
    if (word.upos === 'PUNCT' || names < ALSO_RULED || isAwaitedBy(read, word)) return [];
    if (own.length === 0 && isConnective(read, word)) return [];
    const { answer: act, probability } = likeliest(reading, at, 'acts', 1);
    const ruled = read.drafts.filter(
      ({ trigger, claim, before }) =>
        claim.act === act &&
        before === undefined &&
        (isNamedBy(trigger, word) || Math.abs(trigger.word.index - word.index) <= BESIDE),
    );
    if (ruled.length === 0 && names < NAMES_ACT) return [];
    if (ruled.length === 0 && isOnlySpokenOf(read, word, act!) && (names < IN_SPITE || isAsked(read, word)))
      return [];
    const found = {
      word,
      act: act!,
      names,
      sure: probability / names,
      ruled,
      reading,
      point: (pointer: Pointer, of = word) => point(of, pointer),
    };
    return [...claimsAt(stretch, found, network), ...own.filter(({ before }) => before && ruled.length > 0)];
  });
}

/** "relations depend on its willingness to talk": what the rules read of such a link is the meaning of its words. */
const isLinked = ({ heard }: SentenceReading, trigger: Trigger, { condition }: Draft['claim']): boolean =>
  condition !== undefined && isDependent(heard(trigger.predicate), trigger);

/** Whether a word is one of those by which a trigger names its act: "conducted" and "test". */
const isNamedBy = ({ word, predicate, words }: Trigger, other: Word): boolean =>
  word === other || predicate === other || words?.includes(other) === true;

/** Whether the rules found the act at a word and took it for one that is not asserted: a question, a supposition. */
const isOnlySpokenOf = ({ triggers, drafts }: SentenceReading, word: Word, act: Act): boolean =>
  triggers.some((trigger) => trigger.act === act && isNamedBy(trigger, word)) &&
  !drafts.some(({ trigger }) => isNamedBy(trigger, word));

/** "asked whether China might ratify it" */
const isAsked = ({ context: { sentence } }: SentenceReading, word: Word): boolean =>
  [word, ...governorsOf(sentence, word)].some((up) =>
    dependentsBy(sentence, up, 'mark').some(({ form }) => /^whether$/i.test(form)),
  );

/** What another act waits for is asserted by nobody. */
const isAwaitedBy = ({ triggers, heard }: SentenceReading, word: Word): boolean =>
  triggers.some((trigger) => trigger.word === word && isAwaited(heard(word), trigger, triggers));

/** A word that names an act, with what rules and network know of it. */
interface Found {
  readonly word: Word;
  readonly act: Act;
  /** How likely it names any act, and this one if any. */
  readonly names: number;
  readonly sure: number;
  /** What the rules made of it, where they found the same act. */
  readonly ruled: readonly Draft[];
  readonly reading: ClaimReading;
  /** At whom or what the word, or another one, points. */
  point(pointer: Pointer, of?: Word): Pointed;
}

/** The claims of a word that names an act, one for each that acts. */
function claimsAt(stretch: Stretch, found: Found, network: ClaimNetwork): readonly Draft[] {
  const { read, from } = stretch;
  const { word, act, names, sure, ruled, reading } = found;
  const at = word.index - from;
  const [rule] = ruled;
  const trigger = rule?.trigger ?? triggerAt(read, word, act);
  const here = read.heard(trigger.predicate);
  const manner = likeliest(reading, at, 'manner');
  const certain = rule?.claim.polarity === manner.answer.polarity ? PLAIN : PLAINLY_OTHER;
  const { modality, polarity } =
    manner.probability < certain && rule !== undefined ? rule.claim : manner.answer;
  const meant: ActMeant = { word, act, as: modality };
  const pointed = found.point('actors');
  const acting = actorsOfAct(read, meant, pointed, ruled, network);
  const condition = conditionAt(stretch, found, acting[0]?.actor.actor, network);
  const span = withCondition(rule?.claim.span ?? claimSpan(here, trigger, read.triggers), condition?.span);
  const dates = datesOf(here, trigger, read.triggers);
  return acting.map(({ actor, share }): Draft => {
    const denied = ruled.find(({ claim }) => claim.modality === 'denied' && claim.actor === actor.actor);
    const signals = signalsOf(
      {
        names,
        act: sure,
        actor: share,
        ruled: ruledAs(ruled, actor.actor, isOnlySpokenOf(read, word, act)),
        stands: pointed.none < 0.5,
      },
      { act, modality },
    );
    return {
      trigger,
      signals,
      claim: {
        span,
        speaker:
          denied !== undefined && modality === 'denied'
            ? denied.claim.speaker
            : speakerMeant(
                stretch,
                meant,
                actor,
                reading.answer(at, 'speaker'),
                found.point('speakers'),
                network,
              ),
        act,
        actor: actor.actor,
        ...aboutDeed(
          here,
          trigger,
          actor.actor,
          acting.map((one) => one.actor),
          dates,
        ),
        modality,
        polarity,
        ...(condition === undefined ? {} : { condition }),
        confidence: confidenceOf(read.context.reading.lexicon.confidence, signals),
      },
    };
  });
}

/** How the rules read the word: they may have made the same claim of it, or another, or none. */
const ruledAs = (ruled: readonly Draft[], actor: ActorCode, spokenOf: boolean): Findings['ruled'] =>
  ruled.some(({ claim }) => claim.actor === actor)
    ? 'the same'
    : ruled.length > 0
      ? 'of another'
      : spokenOf
        ? 'not asserted'
        : 'none';

/** The condition of a claim: the word that the network points at, and what it says of that word. */
function conditionAt(
  { read }: Stretch,
  { word, reading, point }: Found,
  claimant: ActorCode | undefined,
  network: ClaimNetwork,
): ClaimCondition | undefined {
  const { sentence } = read.context;
  const { words, shares, none } = point('condition');
  const ruled = read.drafts.find(
    ({ trigger, claim }) => trigger.word === word && claim.condition !== undefined,
  )?.claim.condition;
  if (shares.every((share) => share <= none)) {
    // What hangs on another sentence is told by the rules alone.
    const apart = ruled !== undefined && (ruled.span === undefined || ruled.span.end <= sentence.start);
    return apart ? ruled : undefined;
  }
  if (ruled !== undefined) return ruled;
  let most = 0;
  for (let at = 1; at < words.length; at++) if (shares[at]! > shares[most]!) most = at;
  const head = words[most]!;
  const { relation, polarity } = likeliest(reading, most, 'relation').answer;
  const { answer: act } = likeliest(reading, most, 'conditionActs', 1);
  const awaited: ActMeant = {
    word: head,
    act: act!,
    as: 'condition',
    ...(claimant === undefined ? {} : { claimant }),
  };
  const [meant] = actorsMeant(read, awaited, point('actors', head), network);
  return {
    act: act!,
    actor: meant?.actor.actor ?? 'ANY',
    polarity,
    relation,
    span: spanOf(subtreeOf(sentence, head)),
  };
}
