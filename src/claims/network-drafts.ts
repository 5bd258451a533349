import type { Word } from '../text/tree.ts';
import { windowsOf } from '../text/windows.ts';
import { type ActorContext, type ActorReference, actorsOf, modifierActor } from './actors.ts';
import { speakerOf } from './attribution.ts';
import type { Act, ClaimCondition, Speaker } from './claim.ts';
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
    for (const draft of stretchDrafts(stretch, answered[at]!))
      if (!saidTwice(drafts, draft)) drafts.push(draft);
  return drafts;
}

function stretchDrafts(stretch: Stretch, reading: ClaimReading): readonly Draft[] {
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
    const own = read.drafts.filter((draft) => draft.trigger === trigger);
    const here = read.heard(trigger.predicate);
    const { modality, polarity } = likeliest(reading, at, 'manner').answer;
    const source = speakerOf(here, trigger.predicate, here.discourse);
    const said = likeliest(reading, at, 'speaker').answer;
    const actors = actorsPointedAt(here, point(word, 'actors'));
    const acting = actors.found.length > 0 ? actors.found : fallbackActors(read, own, source, said);
    const condition = conditionAt(stretch, reading, point(word, 'condition'), point, own);
    const span = withCondition(claimSpan(here, trigger, triggers), condition?.span);
    const { time, saidAt } = datesOf(here, trigger, triggers);
    return acting.flatMap((actor): Draft[] => {
      if (actor.actor === 'press') return [];
      const target = targetOf(here, trigger, actor.actor);
      return [
        {
          trigger,
          signals: [],
          claim: {
            span,
            speaker: speakerFor(here, said, source, actor, () => point(word, 'speakers')),
            act: act!,
            actor: actor.actor,
            ...(target === undefined ? {} : { target }),
            ...(trigger.object?.object ? { object: trigger.object.object } : {}),
            ...(time === undefined ? {} : { time }),
            ...(saidAt === undefined ? {} : { saidAt }),
            modality,
            polarity,
            ...(condition === undefined ? {} : { condition }),
            confidence: Math.round(100 * probability * actors.probability) / 100,
          },
        },
      ];
    });
  });
}

/** The actors that the network points at, and how sure it is of the first. */
function actorsPointedAt(
  context: ActorContext,
  { words, shares, none }: Pointed,
): { readonly found: readonly ActorReference[]; readonly probability: number } {
  const most = shares.reduce((a, b) => Math.max(a, b));
  if (none === most) return { found: [], probability: most };
  const found = words
    .filter((_, at) => shares[at]! >= ALSO * most)
    .flatMap((word) => {
      const actors = actorsOf(context, word);
      return actors.length > 0 ? actors : modifierActor(context, word);
    });
  const each = found.filter(({ actor }, at) => found.findIndex((other) => other.actor === actor) === at);
  return { found: each, probability: most };
}

/** Who acts where the network points at no word that names anybody. */
function fallbackActors(
  { context }: SentenceReading,
  own: readonly Draft[],
  source: Speaker,
  said: 'press' | 'own' | 'other',
): readonly ActorReference[] {
  const ruled = own.map(({ claim }): ActorReference => ({ actor: claim.actor, by: 'context' }));
  if (ruled.length > 0) return ruled;
  if (said === 'own' && source.actor !== 'press') return [{ ...source, by: 'context' }];
  const { subject } = context.discourse;
  if (said !== 'other' && subject !== undefined) return [{ actor: subject, by: 'context' }];
  return [{ actor: 'ANY', by: 'context' }];
}

/** Whose words a claim is in. */
function speakerFor(
  context: ActorContext,
  said: 'press' | 'own' | 'other',
  source: Speaker,
  actor: ActorReference,
  pointed: () => Pointed,
): Speaker {
  if (said === 'press') return { actor: 'press' };
  if (said === 'own') {
    if (source.actor === actor.actor) return plain(source);
    return { actor: actor.actor, ...(actor.person === undefined ? {} : { person: actor.person }) };
  }
  if (source.actor !== 'press' && source.actor !== actor.actor) return plain(source);
  const { words, shares } = pointed();
  const [named] = actorsOf(context, mostPointedAt(words, shares));
  if (named !== undefined && named.actor !== actor.actor) return plain(named);
  return plain(source);
}

const plain = ({ actor, person, org }: Speaker): Speaker => ({
  actor,
  ...(person === undefined ? {} : { person }),
  ...(org === undefined ? {} : { org }),
});

function mostPointedAt(words: readonly Word[], shares: Float32Array): Word {
  let most = 0;
  for (let at = 1; at < words.length; at++) if (shares[at]! > shares[most]!) most = at;
  return words[most]!;
}

/** The condition of a claim: the word that the network points at, and what it says of that word. */
function conditionAt(
  { read, from }: Stretch,
  reading: ClaimReading,
  { words, shares, none }: Pointed,
  point: (word: Word, pointer: Pointer) => Pointed,
  own: readonly Draft[],
): ClaimCondition | undefined {
  const { sentence } = read.context;
  const ruled = own.find(({ claim }) => claim.condition !== undefined)?.claim.condition;
  if (shares.every((share) => share <= none)) {
    // What hangs on another sentence is told by the rules alone.
    const apart = ruled !== undefined && (ruled.span === undefined || ruled.span.end <= sentence.start);
    return apart ? ruled : undefined;
  }
  const head = mostPointedAt(words, shares);
  const { relation, polarity } = likeliest(reading, head.index - from, 'relation').answer;
  const { answer: act } = likeliest(reading, head.index - from, 'conditionActs', 1);
  const { found } = actorsPointedAt(read.heard(head), point(head, 'actors'));
  const within = ruled?.span !== undefined && ruled.span.start <= head.start && head.end <= ruled.span.end;
  return {
    act: act!,
    actor: found[0]?.actor ?? (within ? ruled.actor : undefined) ?? 'ANY',
    ...(within && ruled.object !== undefined && ruled.act === act ? { object: ruled.object } : {}),
    polarity,
    relation,
    span: within ? ruled.span : spanOf(subtreeOf(sentence, head)),
  };
}
