import type { Sentence, Word } from '../text/tree.ts';
import type { ActorCode, Speaker } from './claim.ts';
import type { Discourse, Reading } from './discourse.ts';

/** An actor that a noun stands for, and how surely: by name, or by what was said before. */
export interface ActorReference extends Speaker {
  readonly by: 'name' | 'modifier' | 'context' | 'quantifier';
}

export interface ActorContext {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly discourse: Discourse;
  /** Whose words these are, where they stand in quotation marks. */
  readonly quoted?: Speaker;
}

/** Each actor once. */
export const unique = (actors: readonly ActorReference[]): ActorReference[] =>
  actors.filter((actor, index) => actors.findIndex((other) => other.actor === actor.actor) === index);

/** The actor that a name stands for. */
export function mentioned(context: ActorContext, word: Word): ActorReference | undefined {
  const mention = context.reading.mentions[context.sentence.index]!.get(word.index);
  if (mention?.actor === undefined) return undefined;
  const org =
    mention.nameKind === 'institution'
      ? context.reading.tree.text.slice(mention.start, mention.end)
      : undefined;
  return {
    actor: mention.actor,
    ...(mention.person === undefined ? {} : { person: mention.person }),
    ...(org === undefined ? {} : { org }),
    by: 'name',
  };
}

/** Whoever was last spoken of, save one. */
export const lastActor = ({ discourse }: ActorContext, not?: ActorCode): ActorReference[] => {
  const actor = [discourse.subject, ...discourse.actors].find((code) => code !== undefined && code !== not);
  return actor === undefined ? [] : [{ actor, by: 'context' }];
};
