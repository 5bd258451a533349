import type { Word } from '../text/tree.ts';
import { type ActorContext, type ActorReference, mentioned } from './actor-reference.ts';
import { isRelation } from './syntax.ts';

/** "India, Pakistan and North Korea": names beside a name in a list, wherever the parser has hung them. */
export function listedBefore(context: ActorContext, word: Word): ActorReference[] {
  const { words } = context.sentence;
  const mentions = context.reading.mentions[context.sentence.index]!;
  const found: ActorReference[] = [];
  const own = mentions.get(word.index);
  const [first, last] = [own?.first ?? word.index, own?.last ?? word.index];
  const joined = (at: number) => /^(and|or|nor|&)$/i.test(words[at]?.form ?? '');
  if (joined(first - 1)) {
    const before = mentions.get(first - 2);
    const named = before === undefined ? undefined : mentioned(context, words[first - 2]!);
    if (named !== undefined) found.push(named, ...listedBefore(context, words[before!.first]!));
  }
  if (joined(last + 1)) {
    const after = words[last + 2]?.upos === 'DET' ? last + 3 : last + 2;
    const named = mentions.has(after) ? mentioned(context, words[after]!) : undefined;
    const follows = words[mentions.get(after)?.last ?? after];
    // "Russia and China's envoy": the second name is not a party of its own.
    if (named !== undefined && !/^['’]s?$/.test(words[(follows?.index ?? after) + 1]?.form ?? ''))
      found.push(named);
  }
  // "Iran, US hold talks": in a headline a comma joins two states.
  const next = mentions.get(last + 2);
  if (
    context.sentence.place !== 'prose' &&
    words[last + 1]?.form === ',' &&
    next !== undefined &&
    words[next.last + 1]?.upos === 'VERB'
  ) {
    const joinedTo = mentioned(context, words[last + 2]!);
    if (joinedTo !== undefined) found.push(joinedTo);
  }
  // A list goes on behind the word, or ends in "and": "without guarantees from Washington, Iran will" is none.
  const goesOn =
    joined(last + 1) || (words[last + 1]?.form === ',' && mentions.has(last + 2)) || joined(first - 1);
  for (let index = word.index - 1; goesOn && index > 0; index -= 2) {
    const comma = words[index]!.form;
    const named = mentioned(context, words[index - 1]!);
    if (
      comma !== ',' ||
      named === undefined ||
      named.person !== undefined ||
      isRelation(words[index - 1]!, 'nsubj')
    )
      break;
    found.push(named);
  }
  return found;
}
