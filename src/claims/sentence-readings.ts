import type { Report } from '../report/report.ts';
import type { Sentence, TextTree, Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { anaphoricTriggers } from './anaphora.ts';
import { labelledSpeaker, quotationSpeaker } from './attribution.ts';
import type { Speaker } from './claim.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { afterMentions, type Discourse, type Reading, SILENCE, type Supposition } from './discourse.ts';
import { type Draft, saidAlready, saidTwice } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { withIntroductions } from './introductions.ts';
import type { Lexicon } from './lexicon.ts';
import { mended } from './mended.ts';
import { mentionsIn } from './mentions.ts';
import { quotationAround, quotationTouching } from './quoted.ts';
import { subjectsOf } from './report-subjects.ts';
import { triggerActors } from './subject.ts';
import { dependentsBy } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { triggersIn } from './triggers.ts';
import { voicesOf } from './voices.ts';

/** What the rules make of one sentence, and what was known before it. */
export interface SentenceReading {
  readonly context: ActorContext;
  /** Words that name acts by the wordings of the stand-off. */
  readonly triggers: readonly Trigger[];
  readonly drafts: readonly Draft[];
  /** The context of a word, with the speaker whose words it stands in. */
  heard(word: Word): ActorContext;
}

const withVoice = (context: ActorContext, quoted: Speaker | undefined): ActorContext =>
  quoted === undefined ? context : { ...context, quoted };

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

/** A report before any claim is read from it: whom and what its sentences name. */
function readingOf(report: Report, tree: TextTree, lexicon: Lexicon): Reading {
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

/** Reads a report's sentences in order, each with what those before it left to point back to. */
export function sentenceReadings(
  report: Report,
  tree: TextTree,
  lexicon: Lexicon,
): readonly SentenceReading[] {
  const reading = readingOf(report, tree, lexicon);
  const voices = voicesOf(tree, lexicon, reading.mentions, report.publishedAt);
  const before: Draft[] = [];
  let discourse = SILENCE;
  return reading.tree.sentences.map((sentence) => {
    const during = duringSentence(discourse, reading, sentence);
    const { before: previous, ...rest } = during;
    // A question supposes for the answer in the next paragraph; other things are pointed to within one.
    const near = previous?.paragraph === sentence.paragraph ? during : rest;
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
    const heard = (word: Word) =>
      withVoice(context, weSay || quotationAround(tree.quotations, word) !== undefined ? quoted : voice);
    const named = triggersIn(quoted === undefined ? context : { ...context, quoted });
    const triggers = [...named, ...anaphoricTriggers(context, named)];
    const from = before.length;
    for (const trigger of triggers) {
      const found = draftsOf(heard(trigger.predicate), trigger, triggers);
      before.push(...found.filter((draft) => !saidAlready(before, draft) && !saidTwice(before, draft)));
    }
    const drafts = before.slice(from);
    const last = triggers.at(-1);
    const after = afterSentence(context, speaker);
    const unnamed =
      after.treaty === undefined && sentence.words.some(({ lemma }) => /^(treaty|pact|accord)$/.test(lemma));
    discourse = {
      ...after,
      before: sentence,
      alleged: allegedIn(drafts, discourse.alleged),
      ...supposedIn(context, drafts, triggers),
      // A treaty spoken of without its name is one that "it" may mean.
      ...(unnamed ? { treaty: '' } : {}),
      ...(last === undefined
        ? {}
        : { lastAct: { act: last.act, ...(last.object?.object ? { object: last.object.object } : {}) } }),
    };
    return { context, triggers, drafts, heard };
  });
}
