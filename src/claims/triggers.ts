import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { idiomsIn } from './idioms.ts';
import { nounTrigger } from './noun-trigger.ts';
import { speaksOf } from './report-subjects.ts';
import { casesOf, governorOf, governorsOf, isRelation, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { hyphenVerb, stemsOf } from './verb-names.ts';
import { verbTrigger } from './verb-trigger.ts';

/** The wordings that a word can name, in the order of the lexicon. */
function wordingsOf(context: ActorContext, word: Word): readonly number[] {
  const { wordingsByWord } = context.reading.lexicon;
  const hyphenated = hyphenVerb(context, word);
  const keys = new Set([
    ...(hyphenated === undefined ? [] : [hyphenated]),
    lemmaOf(word),
    word.form.toLowerCase(),
    ...stemsOf(word),
  ]);
  const found = new Set([...keys].flatMap((key) => wordingsByWord.get(key) ?? []));
  return [...found].sort((a, b) => a - b);
}

/**
 * The acts that a sentence names. A noun that is already the object of a verb's act ("resume testing") names no second
 * one, and of two wordings at one word the first in the lexicon that has an object counts.
 */
export function triggersIn(context: ActorContext): readonly Trigger[] {
  const idioms = idiomsIn(context, (subject) => speaksOf(context, subject));
  const inIdiom = new Set(idioms.flatMap(({ words = [] }) => words));
  const triggers: Trigger[] = [...idioms];
  const { wordings } = context.reading.lexicon;
  for (const word of context.sentence.words) {
    // "act first" names an act whatever the tagger makes of "act".
    const firstBehind = context.sentence.words[word.index + 1]?.form.toLowerCase() === 'first';
    if (inIdiom.has(word)) continue;
    const asVerb =
      word.upos === 'VERB' ||
      (/^VB/.test(word.xpos) && word.upos !== 'AUX') ||
      firstBehind ||
      hyphenVerb(context, word) !== undefined ||
      stemsOf(word).length > 0;
    const candidates = wordingsOf(context, word)
      .map((position) => wordings[position]!)
      .flatMap((wording) => {
        const trigger =
          (asVerb ? verbTrigger(context, word, wording) : undefined) ?? nounTrigger(context, word, wording);
        return trigger === undefined ? [] : [trigger];
      });
    const [first] = candidates.sort((a, b) => strength(b) - strength(a));
    if (first !== undefined) triggers.push(first);
  }
  const taken = new Set(
    triggers.flatMap(({ word, objectWord }) => (objectWord && objectWord !== word ? [objectWord.index] : [])),
  );
  const zones = conditionalZones(context.sentence);
  return triggers.filter(
    (trigger) =>
      !isContentOfDuty(context, trigger, triggers) &&
      !taken.has(trigger.word.index) &&
      // "stop sharing data": one act with one object, named by the verb before.
      !triggers.some(
        (other) =>
          other.objectWord !== undefined &&
          other.objectWord === trigger.objectWord &&
          other.word.index < trigger.word.index &&
          trigger.word.index < other.objectWord.index &&
          trigger.word.xpos === 'VBG',
      ) &&
      !(
        trigger.fallback &&
        triggers.some(
          (other) =>
            other !== trigger &&
            !other.fallback &&
            governorsOf(context.sentence, other.predicate).includes(trigger.word) &&
            !zones.some((zone) => inZone(zone, other.predicate)) &&
            // "would respond to a test": what is answered is not what is done.
            !(
              isRelation(other.word, 'obl', 'nmod') &&
              /^(to|against|for|over|after|following)$/.test(casesOf(context.sentence, other.word)[0] ?? '')
            ),
        )
      ),
  );
}

/** "honour its commitment to suspend testing": what a duty asks for is not claimed beside the keeping of it. */
function isContentOfDuty(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): boolean {
  const above = governorOf(context.sentence, trigger.predicate);
  return (
    above !== undefined &&
    isRelation(trigger.predicate, 'acl', 'nmod') &&
    triggers.some(
      (other) => other !== trigger && /^(comply|violate)$/.test(other.act) && other.objectWord === above,
    )
  );
}

/** Words of its own weigh more than context, an object more than none. */
function strength({ object, objectWord, nominal, byAdverb }: Trigger): number {
  // "defend Japan": a state that is acted on tells more than a verb alone.
  const ofObject =
    object !== undefined ? (object.by === 'words' ? 2 : 1) : objectWord === undefined ? 0 : 0.5;
  return (byAdverb ? 3 : 0) + ofObject - (nominal ? 0.5 : 0);
}
