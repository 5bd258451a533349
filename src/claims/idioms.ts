import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actors.ts';
import type { Wording } from './lexicon.ts';
import { lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

const GAP = 3;

interface Found {
  readonly words: readonly Word[];
  readonly agent?: Word;
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
    for (let length = part === 'ACTOR' ? 1 : 0; length <= GAP + 1; length++) {
      const slot = words.slice(from, from + length);
      if (slot.length < length) return undefined;
      const rest = matchAt(context, idiom, from + length, at + 1);
      if (rest === undefined) continue;
      const agent =
        part === 'ACTOR' ? slot.findLast(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos)) : undefined;
      if (part === 'ACTOR' && agent === undefined) continue;
      return {
        words: [...slot, ...rest.words],
        ...(agent ? { agent } : rest.agent ? { agent: rest.agent } : {}),
      };
    }
    return undefined;
  }
  const word = words[from];
  if (word === undefined || (lemmaOf(word) !== part && word.form.toLowerCase() !== part)) return undefined;
  const rest = matchAt(context, idiom, from + 1, at + 1);
  return rest === undefined ? undefined : { ...rest, words: [word, ...rest.words] };
}

function asTrigger(wording: Wording, { words, agent }: Found): Trigger {
  const verb =
    words.find(({ upos }) => upos === 'VERB') ?? words.find(({ upos }) => upos === 'AUX') ?? words[0]!;
  return {
    act: wording.act,
    word: verb,
    predicate: verb,
    ...(wording.is === undefined ? {} : { object: { object: wording.is, by: 'words' as const } }),
    ...(wording.modality === undefined ? {} : { modality: wording.modality }),
    ...(agent === undefined ? {} : { agent }),
    words,
    nominal: false,
    byAdverb: true,
    ...(wording.not ? { not: true } : {}),
  };
}

/** The acts that a sentence names by a set phrase: "the ball is in their court". */
export function idiomsIn(context: ActorContext): readonly Trigger[] {
  return context.reading.lexicon.wordings
    .filter(({ idiom }) => idiom.length > 0)
    .flatMap((wording) => {
      if (wording.subject === 'treaty' && context.discourse.treaty === undefined) return [];
      for (const { index } of context.sentence.words) {
        const found = matchAt(context, wording.idiom, index, 0);
        if (found !== undefined) return [asTrigger(wording, found)];
      }
      return [];
    });
}
