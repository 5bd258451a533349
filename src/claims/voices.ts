import type { TextTree } from '../text/tree.ts';
import type { PartialDate } from '../time/partial-date.ts';
import type { Speaker } from './claim.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mentions, nameIn } from './mentions.ts';
import { quotationTouching } from './quoted.ts';

/** Labels behind which nobody but the reporter speaks. */
const REPORTER =
  /^(?:q|a|question|answer|anchor|presenter|reporter|host|moderator|interviewer|correspondent|journalist|note|update)\b/i;
const LABEL = /^\s*(?:[-–—•*·]|\(?\d{1,2}[.)/])?\s*([^:\n]{1,90}):\s+$/u;
const TURN = /^\s*([QA])\.\s+$/;
/** Labels behind which the one who is asked speaks, if the words are those of a party: "A:", "SPOKESWOMAN:", "The Minister:". */
const ANSWER = /^(?:a|answer(?: by .{1,60})?)$/i;
const OFFICE =
  /^(?:the )?(?:[\p{Lu}\p{Ll}]+ ){0,2}(?:minister|president|spokes(?:man|woman|person)|secretary|ambassador|general|admiral|premier|chancellor|envoy|official|witness|commander)$/iu;
/** Headings of a conversation with somebody. */
const CONVERSATION =
  /\b(?:interview(?:ed)?|conversation|briefing|press conference|questions? (?:and answers|to|for)|answers? (?:questions|reporters)|talks? to|speaks? to|meets the press|q ?& ?a) ?/i;
const LABEL_AT_MOST = 160;
const STATEMENT =
  /\b(?:statement|remarks|speech|address|letter|communiqué|communique|declaration|note verbale)\b/i;
const FIRST_PERSON = /\b(?:we|our|us|my country|my government|my delegation)\b/i;
/** Forms of address that open a letter or a speech. */
const SALUTATION =
  /^(?:excellenc(?:y|ies)|dear\b|mr\.? (?:president|chair\w*|speaker|secretary)|madam\b|(?:my )?fellow\b|(?:dear )?citizens\b|distinguished\b|comrades\b|ladies and gentlemen)/i;
/** "released the following press statement:", "said in a statement:" with nothing behind it on the line. */
const FOLLOWS =
  /\b(?:following|statement|message|remarks|letter|text|declaration|as follows)\b[^.!?]{0,40}:$/i;
const COMMITS = /^(?:will|shall|would|has|have|wo)$/i;
const CAPITALISED_LABEL = /^\p{Lu}/u;

/** The label that stands before the first sentence of a line: "PESKOV" in "PESKOV: We do not." */
function labelBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - LABEL_AT_MOST), start);
  const line = before.lastIndexOf('\n') + 1;
  if (line === 0 && start > LABEL_AT_MOST) return undefined;
  return (LABEL.exec(before.slice(line)) ?? TURN.exec(before.slice(line)))?.[1]?.trim();
}

/**
 * Who speaks each sentence where no report verb says so: whoever's name stands before it and a colon, or the state whose
 * ministry issues the statement that the report is. In a transcript a voice goes on until the next label.
 */
export function voicesOf(
  tree: TextTree,
  lexicon: Lexicon,
  mentions: readonly Mentions[],
  date: PartialDate | undefined,
): readonly (Speaker | undefined)[] {
  const labels = tree.sentences.map(({ start }) => labelBefore(tree.text, start));
  const turns = turnsOf(labels);
  const asked =
    intervieweeOf(tree, lexicon, mentions, labels, turns, date) ??
    selfNamed(
      tree,
      mentions,
      tree.sentences.flatMap(({ index }) => {
        const label = turns[index];
        return label !== undefined && (ANSWER.test(label) || OFFICE.test(label)) ? [index] : [];
      }),
    );
  const named = labels.map((label, index) => {
    if (label === undefined) return undefined;
    if (ANSWER.test(label)) return asked;
    if (REPORTER.test(label) || !CAPITALISED_LABEL.test(label)) return undefined;
    const at = tree.sentences[index]!.start;
    const from = tree.text.lastIndexOf(label, at);
    const speaker = nameIn(lexicon, tree.text, { start: from, end: from + label.length }, date);
    return speaker ?? (OFFICE.test(label) ? asked : undefined);
  });
  const isTranscript =
    labels.filter((label, index) => label !== undefined && tree.sentences[index]!.place === 'prose').length >=
      3 || labels.some((label) => label !== undefined && ANSWER.test(label));
  const issuer = issuerOf(tree, mentions, labels, named[0]);
  let voice: Speaker | undefined;
  let released: Speaker | undefined;
  let paragraph = -1;
  return tree.sentences.map((sentence, index) => {
    if (labels[index] !== undefined) voice = named[index];
    else if (sentence.paragraph !== paragraph && !(isTranscript && sentence.place === 'prose'))
      voice = undefined;
    paragraph = sentence.paragraph;
    const said = voice ?? released ?? (sentence.place === 'headline' ? undefined : issuer);
    const words = tree.text.slice(sentence.start, sentence.end);
    if (FOLLOWS.test(words) && tree.sentences[index + 1]?.paragraph !== paragraph)
      released = nameIn(lexicon, tree.text, sentence, date) ?? released;
    return said;
  });
}

/**
 * Who answers in a conversation: the person or state that the heading names, if whoever answers says "we"; a diplomat who
 * explains what others do is only the outlet's source.
 */
function intervieweeOf(
  tree: TextTree,
  lexicon: Lexicon,
  mentions: readonly Mentions[],
  labels: readonly (string | undefined)[],
  turns: readonly (string | undefined)[],
  date: PartialDate | undefined,
): Speaker | undefined {
  const first = labels.findIndex((label) => label !== undefined);
  const heading = tree.sentences
    .slice(0, Math.max(0, first))
    .find(({ start, end }) => CONVERSATION.test(tree.text.slice(start, end)));
  if (heading === undefined) return undefined;
  const answers = tree.sentences.filter(
    ({ start, end }, index) =>
      !QUESTION.test(turns[index] ?? 'q') && FIRST_PERSON.test(tree.text.slice(start, end)),
  );
  if (answers.length === 0) return undefined;
  const named = nameIn(lexicon, tree.text, heading, date);
  if (named?.person !== undefined) return named;
  const [state] = [...mentions[heading.index]!.values()].filter(
    ({ actor }) => actor !== undefined && actor !== 'press',
  );
  return state === undefined ? undefined : { actor: state.actor! };
}

/**
 * The state that words in the first person are those of: whose deeds and promises they tell ("China will take measures")
 * and of whom they demand nothing.
 */
function selfNamed(
  tree: TextTree,
  mentions: readonly Mentions[],
  indices: readonly number[],
): Speaker | undefined {
  const sentences = indices.map((index) => tree.sentences[index]!);
  if (!sentences.some(({ start, end }) => FIRST_PERSON.test(tree.text.slice(start, end)))) return undefined;
  const weights = new Map<string, number>();
  const weigh = (actor: string, by: number) => weights.set(actor, (weights.get(actor) ?? 0) + by);
  for (const sentence of sentences) {
    const root = sentence.words.find(({ head }) => head < 0);
    if (root === undefined) continue;
    const below = sentence.words.filter(({ head }) => head === root.index);
    const commits = below.some(({ form, relation }) => relation === 'aux' && COMMITS.test(form));
    for (const { index, relation } of below) {
      const mention = mentions[sentence.index]!.get(index);
      if (mention?.actor === undefined || !/^[A-Z]{3}$/.test(mention.actor)) continue;
      if (relation.startsWith('nsubj') && commits) weigh(mention.actor, 1);
      else if (relation === 'obj' || relation === 'iobj') weigh(mention.actor, -2);
    }
  }
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] < 1 || first[1] === second?.[1] ? undefined : { actor: first[0] };
}

/** The label of the turn that each sentence belongs to: the last one at or before it. */
function turnsOf(labels: readonly (string | undefined)[]): readonly (string | undefined)[] {
  let last: string | undefined;
  return labels.map((label) => {
    last = label ?? last;
    return last;
  });
}

const QUESTION = /^(?:q|question|reporter|interviewer|host|anchor)\b/i;

/** The state that issues a statement: the one its title names, or the first one named where the words say "we". */
function issuerOf(
  tree: TextTree,
  mentions: readonly Mentions[],
  labels: readonly (string | undefined)[],
  labelled: Speaker | undefined,
): Speaker | undefined {
  const [title] = tree.sentences;
  const opening = tree.sentences
    .slice(0, 3)
    .some(({ start, end }) => SALUTATION.test(tree.text.slice(start, end)));
  // "Group of Seven: statement on Iran" has its issuer for a label.
  if (title === undefined || labels.some((label, index) => index > 0 && label !== undefined))
    return undefined;
  const heading = tree.text.slice(title.start, title.end);
  // A joint statement has several issuers, and names the place where they met.
  if (!(opening || STATEMENT.test(heading)) || /\bjoint\b/i.test(heading)) return undefined;
  if (labels[0] !== undefined) return labelled;
  const firstActor = (index: number) =>
    [...(mentions[index]?.values() ?? [])].find(({ actor }) => actor !== undefined)?.actor;
  const inTitle = opening ? undefined : firstActor(0);
  if (inTitle !== undefined) return { actor: inTitle };
  const outside = tree.sentences.filter(
    (sentence) => quotationTouching(tree.quotations, sentence) === undefined,
  );
  if (!outside.some(({ start, end }) => FIRST_PERSON.test(tree.text.slice(start, end)))) return undefined;
  // Below a letter stands whose it is: "The Permanent Representative of the Russian Federation".
  const signature = tree.sentences.at(-1)!;
  const signed = signature.words.some(({ upos }) => upos === 'VERB')
    ? undefined
    : firstActor(signature.index);
  if (signed !== undefined) return { actor: signed };
  const own = selfNamed(
    tree,
    mentions,
    outside.map(({ index }) => index),
  );
  if (own !== undefined) return own;
  for (let index = 1; index < Math.min(4, mentions.length); index++) {
    const actor = firstActor(index);
    // "We" is a state's, where a bloc is only spoken of.
    if (actor !== undefined && /^[A-Z]{3}$/.test(actor)) return { actor };
  }
  return undefined;
}
