import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import type { Wording } from './lexicon.ts';
import { type ObjectMatch, objectOf } from './objects.ts';
import { phraseFrom } from './phrases.ts';
import { lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

const GAP = 3;

interface Found {
  readonly words: readonly Word[];
  readonly agent?: Word;
  /** The word and kind that a `<kind>` slot took. */
  readonly thing?: { readonly word: Word; readonly object: ObjectMatch };
}

/** The phrase of one of the kinds that begins at a place, or right behind a preposition there. */
function thingAt(context: ActorContext, kinds: readonly string[], from: number) {
  const phrase = phraseFrom(context.sentence, from);
  if (phrase === undefined) return undefined;
  for (const kind of kinds) {
    const object = objectOf(context, phrase.head, kind);
    if (object !== undefined)
      return { word: phrase.head, object, length: phrase.words.at(-1)!.index - from + 1 };
  }
  return undefined;
}

/** The words of an idiom from a place on; `*` stands for up to three words, `ACTOR` for one to four. */
function matchAt(
  context: ActorContext,
  idiom: readonly string[],
  from: number,
  at: number,
): Found | undefined {
  const { words } = context.sentence;
  const part = idiom[at];
  if (part === undefined) return { words: [] };
  if (part === '*' || part === 'ACTOR') {
    for (let length = part === 'ACTOR' ? 1 : 0; length <= (part === 'ACTOR' ? GAP + 1 : GAP); length++) {
      const slot = words.slice(from, from + length);
      if (slot.length < length || slot.some(({ form }) => /^[,;:.]$/.test(form))) return undefined;
      const rest = matchAt(context, idiom, from + length, at + 1);
      if (rest === undefined) continue;
      const agent =
        part === 'ACTOR' ? slot.findLast(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos)) : undefined;
      if (part === 'ACTOR' && agent === undefined) continue;
      return { ...rest, words: [...slot, ...rest.words], ...(agent ? { agent } : {}) };
    }
    return undefined;
  }
  const word = words[from];
  if (word === undefined) return undefined;
  if (part.startsWith('<')) {
    const found = thingAt(context, part.slice(1, -1).split('/'), from);
    if (found === undefined) return undefined;
    const rest = matchAt(context, idiom, from + found.length, at + 1);
    if (rest === undefined) return undefined;
    const { word: head, object } = found;
    return {
      ...rest,
      words: [...words.slice(from, from + found.length), ...rest.words],
      thing: rest.thing ?? { word: head, object },
    };
  }
  const options = part.split('|');
  if (!options.includes(lemmaOf(word)) && !options.includes(word.form.toLowerCase())) return undefined;
  const rest = matchAt(context, idiom, from + 1, at + 1);
  return rest === undefined ? undefined : { ...rest, words: [word, ...rest.words] };
}

function asTrigger(wording: Wording, { words, agent, thing }: Found): Trigger {
  const verb =
    words.find(({ upos }) => upos === 'VERB') ?? words.find(({ upos }) => upos === 'AUX') ?? words[0]!;
  const object = wording.is === undefined ? thing?.object : { object: wording.is, by: 'words' as const };
  return {
    act: wording.act,
    word: verb,
    predicate: verb,
    ...(object === undefined ? {} : { object }),
    ...(thing === undefined ? {} : { objectWord: thing.word }),
    ...(wording.modality === undefined ? {} : { modality: wording.modality }),
    ...(agent === undefined ? {} : { agent }),
    words,
    nominal: verb.upos !== 'VERB' && verb.upos !== 'AUX',
    byAdverb: true,
    ...(wording.not ? { not: true } : {}),
    ...(wording.fallback ? { fallback: true } : {}),
    ...(wording.by === undefined ? {} : { agentBehind: wording.by }),
  };
}

/** The acts that a sentence names by a set phrase: "the ball is in their court". Of two at one word the longer counts. */
export function idiomsIn(
  context: ActorContext,
  speaksOf: (subject: string | undefined) => boolean,
): readonly Trigger[] {
  const found = new Map<Word, Trigger>();
  const { idiomsByWord, openIdioms } = context.reading.lexicon;
  for (const word of context.sentence.words) {
    const candidates = new Set([
      ...(idiomsByWord.get(lemmaOf(word)) ?? []),
      ...(idiomsByWord.get(word.form.toLowerCase()) ?? []),
      ...(/^(NOUN|PROPN|ADJ|DET|NUM)$/.test(word.upos) ? openIdioms : []),
    ]);
    for (const wording of candidates) {
      if (!speaksOf(wording.subject)) continue;
      const match = matchAt(context, wording.idiom, word.index, 0);
      if (match === undefined) continue;
      const trigger = asTrigger(wording, match);
      const before = found.get(trigger.word);
      if (before === undefined || before.words!.length < trigger.words!.length)
        found.set(trigger.word, trigger);
    }
  }
  const all = [...found.values()];
  // "let it go unanswered" says no second time that it goes so.
  return all.filter(
    (trigger) =>
      !all.some(
        (other) =>
          other.act === trigger.act &&
          other.words!.length > trigger.words!.length &&
          trigger.words!.every((word) => other.words!.includes(word)),
      ),
  );
}
