import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { behind } from './phrases.ts';
import { dependentsBy, lemmaOf } from './syntax.ts';

const PARTICLE = /^(off|up|down|out|back|over|away|aside|ahead|forward|in|on|through|into)$/i;

/** "pulled out", "hand over the tapes", "hands the notice in": a verb with its particle, by the tree or by order. */
export function particleVerbs({ sentence }: ActorContext, verb: Word): readonly string[] {
  const next = sentence.words[verb.index + 1];
  const object = behind(sentence, verb).object;
  const after = object === undefined ? undefined : sentence.words[object.words.at(-1)!.index + 1];
  const beyond = after === undefined ? undefined : sentence.words[after.index + 1];
  const particles = [
    ...dependentsBy(sentence, verb, 'compound:prt'),
    ...[next].filter((word) => word !== undefined && PARTICLE.test(word.form)),
    // Behind the object a particle ends its phrase: "turn the offer down."
    ...[after].filter(
      (word) =>
        word !== undefined &&
        PARTICLE.test(word.form) &&
        (beyond === undefined || /^(PUNCT|CCONJ|SCONJ|ADV)$/.test(beyond.upos)),
    ),
  ];
  return particles.map((particle) => `${lemmaOf(verb)} ${particle!.form.toLowerCase()}`);
}

/** "test-fires": a verb written with a hyphen, which the tagger takes for two nouns. */
export function hyphenVerb({ sentence, reading }: ActorContext, word: Word): string | undefined {
  const [first, hyphen] = [sentence.words[word.index - 2], sentence.words[word.index - 1]];
  if (hyphen?.form !== '-' || first === undefined) return undefined;
  const verb = `${first.form.toLowerCase()}-${lemmaOf(word)}`;
  return reading.lexicon.verbs.has(verb) ? verb : undefined;
}

/** Verbs behind a participle that the tagger took for an adjective, and lemmas that lost their "e" ("explod"). */
export function stemsOf({ form, upos, lemma }: Word): readonly string[] {
  if (upos === 'VERB') return [`${lemma.toLowerCase()}e`];
  const stem = upos === 'ADJ' ? /^(.{3,}?)(?:ed|ing)$/.exec(form.toLowerCase())?.[1] : undefined;
  return stem === undefined ? [] : [stem, `${stem}e`];
}
