import type { Word } from '../text/tree.ts';
import { windowsOf } from '../text/windows.ts';
import { type ActMeant, type Candidate, candidatesFor, shared, speakersFor } from './candidates.ts';
import type { Act, ActorCode, ClaimCondition, Speaker } from './claim.ts';
import {
  ANSWERS,
  type ClaimNetwork,
  type ClaimReading,
  LONGEST_CLAIMED,
  type Pointer,
  type Question,
  type WordInput,
} from './claim-network.ts';
import { claimSpan, withCondition } from './claim-span.ts';
import { confidenceOf, signalsOf } from './confidence.ts';
import { type Draft, saidTwice } from './drafts.ts';
import type { SentenceReading } from './sentence-readings.ts';
import { type SentenceSigns, signsOf } from './signs.ts';
import { dependentsBy, spanOf, subtreeOf } from './syntax.ts';
import { targetOf } from './target.ts';
import type { Trigger } from './trigger.ts';
import { performerOf } from './triggers.ts';
import { datesOf } from './when.ts';

/** From this probability on a word is taken to name an act; chosen on annotated reports kept from training. */
const NAMES_ACT = 0.5;
/** A further actor counts where the network points at it so much as at the first. */
const ALSO = 0.4;

/** The answer with the highest probability, leaving out the first `from`. */
function likeliest<Q extends Question>(
  reading: ClaimReading,
  word: number,
  question: Q,
  from = 0,
): { readonly answer: (typeof ANSWERS)[Q][number]; readonly probability: number } {
  const found = reading.answer(word, question);
  let best = from;
  for (let i = from + 1; i < found.length; i++) if (found[i]! > found[best]!) best = i;
  return { answer: ANSWERS[question][best] as (typeof ANSWERS)[Q][number], probability: found[best]! };
}

/** A sentence, or a stretch of a very long one, as the network reads it. */
interface Stretch {
  readonly read: SentenceReading;
  readonly signs: SentenceSigns;
  readonly words: readonly Word[];
  /** Position of its first word in the sentence. */
  readonly from: number;
}

function stretchesOf(read: SentenceReading): readonly Stretch[] {
  const { words } = read.context.sentence;
  const signs = signsOf(read);
  const forms = words.map(({ form }) => form);
  return windowsOf(forms, LONGEST_CLAIMED).map(([from, to]) => ({
    read,
    signs,
    words: words.slice(from, to),
    from,
  }));
}

/** The words of a stretch as the network takes them. */
const inputOf = ({ read, signs, words }: Stretch): readonly WordInput[] =>
  words.map(({ form, head, index }) => ({
    form,
    ...(head < 0 ? {} : { above: read.context.sentence.words[head]!.form }),
    signs: signs.ofWords[index]!,
  }));

/** How much a word points at each word of its stretch, and at none. */
interface Pointed {
  readonly words: readonly Word[];
  readonly shares: Float32Array;
  readonly none: number;
}

/** The trigger that the rules made of a word, or one of the word alone. */
function triggerAt({ context, triggers, heard }: SentenceReading, word: Word, act: Act): Trigger {
  const known = triggers.filter((trigger) => trigger.word === word);
  const same = known.find((trigger) => trigger.act === act);
  if (same !== undefined) return same;
  const { sentence } = context;
  const nounal = /^(NOUN|PROPN)$/.test(word.upos);
  const performer = nounal ? performerOf(heard(word), word, act) : undefined;
  const [object] = nounal ? [] : dependentsBy(sentence, word, 'obj', 'nsubj:pass');
  return {
    act,
    word,
    predicate: performer ?? word,
    nominal: nounal && performer === undefined,
    ...(object === undefined ? {} : { objectWord: object }),
  };
}

/** What the network makes of the sentences of a report, in place of what the rules made of them alone. */
export function networkDrafts(readings: readonly SentenceReading[], network: ClaimNetwork): readonly Draft[] {
  const stretches = readings.flatMap(stretchesOf);
  const answered = network.read(stretches.map(inputOf));
  const drafts: Draft[] = [];
  for (const [at, stretch] of stretches.entries())
    for (const draft of stretchDrafts(stretch, answered[at]!, network))
      if (!saidTwice(drafts, draft)) drafts.push(draft);
  return drafts;
}

function stretchDrafts(stretch: Stretch, reading: ClaimReading, network: ClaimNetwork): readonly Draft[] {
  const { read, signs, words, from } = stretch;
  const { triggers } = read;
  const between = new Map<Word, readonly (readonly string[])[]>();
  const point = (word: Word, pointer: Pointer): Pointed => {
    if (!between.has(word)) between.set(word, signs.between(word, words));
    const shares = reading.point(word.index - from, pointer, between.get(word)!);
    return { words, shares, none: shares[words.length]! };
  };
  return words.flatMap((word, at): readonly Draft[] => {
    if (word.upos === 'PUNCT') return [];
    const names = 1 - reading.answer(at, 'acts')[0]!;
    if (names < NAMES_ACT) return [];
    const { answer: act, probability } = likeliest(reading, at, 'acts', 1);
    const trigger = triggerAt(read, word, act!);
    const here = read.heard(trigger.predicate);
    const { modality, polarity } = likeliest(reading, at, 'manner').answer;
    const said = reading.answer(at, 'speaker');
    const meant: ActMeant = { word, act: act!, as: modality };
    const pointedAt = point(word, 'actors');
    const acting = actorsMeant(read, meant, pointedAt, network);
    const condition = conditionAt(stretch, reading, word, acting[0]?.actor.actor, point, network);
    const span = withCondition(claimSpan(here, trigger, triggers), condition?.span);
    const { time, saidAt } = datesOf(here, trigger, triggers);
    return acting.map(({ actor, share }): Draft => {
      const target = targetOf(here, trigger, actor.actor);
      const signals = signalsOf(
        {
          names,
          act: probability / names,
          actor: share,
          ruled: ruledAs(read, word, act!, actor.actor),
          stands: pointedAt.none < 0.5,
        },
        { act: act!, modality },
      );
      return {
        trigger,
        signals,
        claim: {
          span,
          speaker: speakerMeant(stretch, meant, actor, said, point(word, 'speakers'), network),
          act: act!,
          actor: actor.actor,
          ...(target === undefined ? {} : { target }),
          ...(trigger.object?.object ? { object: trigger.object.object } : {}),
          ...(time === undefined ? {} : { time }),
          ...(saidAt === undefined ? {} : { saidAt }),
          modality,
          polarity,
          ...(condition === undefined ? {} : { condition }),
          confidence: confidenceOf(read.context.reading.lexicon.confidence, signals),
        },
      };
    });
  });
}

/** How the rules read the word: they may have made the same claim of it, or another. */
function ruledAs(
  { drafts }: SentenceReading,
  word: Word,
  act: Act,
  actor: ActorCode,
): 'the same' | 'of another' | 'another act' | 'none' {
  const own = drafts.filter(({ trigger }) => trigger.word === word);
  if (own.length === 0) return 'none';
  const same = own.filter(({ claim }) => claim.act === act);
  if (same.length === 0) return 'another act';
  return same.some(({ claim }) => claim.actor === actor) ? 'the same' : 'of another';
}

/** Who acts: of each word that the network points at, whom it means. */
function actorsMeant(
  read: SentenceReading,
  meant: ActMeant,
  { words, shares, none }: Pointed,
  network: ClaimNetwork,
): readonly { readonly actor: Candidate; readonly share: number }[] {
  const most = shares.reduce((a, b) => Math.max(a, b));
  const standing =
    none === most
      ? [undefined]
      : words.filter((_, at) => shares[at]! >= ALSO * most && shares[at]! > none * ALSO);
  const found = standing.flatMap((word) => {
    const candidates = candidatesFor(read, meant, word);
    const likely = shared(candidates, network.actors);
    const best = Math.max(...likely);
    return candidates
      .map((actor, i) => ({ actor, share: likely[i]! }))
      .filter(({ share }) => share === best || (share >= ALSO && share >= ALSO * best))
      .sort((a, b) => b.share - a.share);
  });
  return found.filter(
    ({ actor }, at) => found.findIndex((other) => other.actor.actor === actor.actor) === at,
  );
}

/** What counts for a speaker whom no word of the sentence stands for, in place of how much the network points at one. */
const ELSEWHERE = 0.3;

/** Whose words a claim is in: what the candidates' signs say, what kind of source the network sees and at whom it points. */
function speakerMeant(
  { read, signs }: Stretch,
  meant: ActMeant,
  { actor }: Candidate,
  said: Float32Array,
  { words, shares, none }: Pointed,
  network: ClaimNetwork,
): Speaker {
  const candidates = speakersFor(read, meant, actor);
  const pointedAt = (code: ActorCode): number => {
    if (code === 'press') return none;
    const stand = words.flatMap(({ index }, at) => (signs.actors[index]!.includes(code) ? shares[at]! : []));
    return stand.length === 0 ? ELSEWHERE : stand.reduce((sum, share) => sum + share, 0);
  };
  const likely = shared(candidates, network.speakers).map((share, i) => {
    const { actor: code } = candidates[i]!;
    const kind = said[code === 'press' ? 0 : code === actor ? 1 : 2]!;
    return share * kind * (0.02 + pointedAt(code));
  });
  const { actor: code, person, org } = candidates[likely.indexOf(Math.max(...likely))]!;
  return {
    actor: code,
    ...(person === undefined ? {} : { person }),
    ...(org === undefined ? {} : { org }),
  };
}

/** The condition of a claim: the word that the network points at, and what it says of that word. */
function conditionAt(
  { read }: Stretch,
  reading: ClaimReading,
  word: Word,
  claimant: ActorCode | undefined,
  point: (word: Word, pointer: Pointer) => Pointed,
  network: ClaimNetwork,
): ClaimCondition | undefined {
  const { sentence } = read.context;
  const { words, shares, none } = point(word, 'condition');
  const ruled = read.drafts.find(
    ({ trigger, claim }) => trigger.word === word && claim.condition !== undefined,
  )?.claim.condition;
  if (shares.every((share) => share <= none)) {
    // What hangs on another sentence is told by the rules alone.
    const apart = ruled !== undefined && (ruled.span === undefined || ruled.span.end <= sentence.start);
    return apart ? ruled : undefined;
  }
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
  const [meant] = actorsMeant(read, awaited, point(head, 'actors'), network);
  const within = ruled?.span !== undefined && ruled.span.start <= head.start && head.end <= ruled.span.end;
  return {
    act: act!,
    actor: meant?.actor.actor ?? 'ANY',
    ...(within && ruled.object !== undefined && ruled.act === act ? { object: ruled.object } : {}),
    polarity,
    relation,
    span: within ? ruled.span : spanOf(subtreeOf(sentence, head)),
  };
}
