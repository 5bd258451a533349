import type { Span, Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import type { Assertion } from './assertion.ts';
import { dependentsBy, isRelation, spanOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** The words that show a claim: the clause of the predicate, without the clauses of other speakers above it. */
export function claimSpan(context: ActorContext, trigger: Trigger, others: readonly Trigger[]): Span {
  const { sentence } = context;
  const taken = new Set(others.filter((other) => other !== trigger).map(({ predicate }) => predicate));
  const prune = (word: Word) =>
    isRelation(word, 'parataxis') ||
    (word.relation === 'acl:relcl' && word !== trigger.predicate) ||
    (taken.has(word) && isRelation(word, 'conj', 'advcl') && !isRelation(trigger.predicate, 'conj'));
  let head = trigger.predicate;
  // A clause that is the content of an attitude shows it: "is considering resuming tests".
  for (
    let steps = 0;
    steps < 4 &&
    (isRelation(head, 'xcomp', 'acl', 'obj', 'nmod', 'obl', 'conj') ||
      (isRelation(head, 'advcl') && dependentsBy(sentence, head, 'nsubj').length === 0)) &&
    head.head >= 0;
    steps++
  ) {
    const governor = sentence.words[head.head]!;
    if (taken.has(governor) && !isRelation(head, 'conj')) break;
    head = governor;
  }
  const words = [
    ...subtreeOf(sentence, head, prune),
    ...subtreeOf(sentence, trigger.predicate, prune),
    trigger.word,
    ...(trigger.words ?? []),
    ...(trigger.objectWord === undefined ? [] : [trigger.objectWord]),
  ].filter((word) => word.upos !== 'PUNCT' || word.start > trigger.predicate.start - 400);
  return trimmed(context.reading.tree.text, spanOf(words));
}

/** The words of a denial hold the denial: "it is not true that Russia tested", never "Russia tested" alone. */
export function withDenial({ sentence }: ActorContext, span: Span, { meaning, by }: Assertion): Span {
  if (meaning !== 'denied' || by === undefined) return span;
  const words = [by, ...dependentsBy(sentence, by, 'cop', 'advmod', 'expl', 'nsubj').filter(isShort)];
  const { start, end } = spanOf(words.filter((word) => by.upos !== 'VERB' || word === by));
  return { start: Math.min(span.start, start), end: Math.max(span.end, end) };
}
const isShort = ({ upos }: Word): boolean => /^(PRON|AUX|PART|ADV)$/.test(upos);

/** The words of a claim hold those of its condition, since without them it says something else. */
export const withCondition = (span: Span, condition: Span | undefined): Span =>
  condition === undefined
    ? span
    : { start: Math.min(span.start, condition.start), end: Math.max(span.end, condition.end) };

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const opening = /^(?:[\s,;:.–—-]|(?:that|and|but|which|Q:|A:)\s)+/i.exec(text.slice(from, to));
  if (opening !== null && opening[0].length < to - from) from += opening[0].length;
  while (to > from && /[\s,;:–—-]/.test(text[to - 1]!)) to -= 1;
  // A closing mark whose opening one is outside is not part of the words.
  const inside = text.slice(from, to);
  if (/[”"]$/.test(inside) && !/[“"]/.test(inside.slice(0, -1)))
    to = from + inside.replace(/[,.]?[”"]$/, '').length;
  return { start: from, end: to };
}
