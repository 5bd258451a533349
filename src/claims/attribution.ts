import type { Quotation, Sentence, Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { DEMAND, DENY, JUDGE, OFFER, ORDER, REFUSE, REPORT, WARN } from './attitudes.ts';
import type { Speaker } from './claim.ts';
import type { Discourse } from './discourse.ts';
import { quotationAround } from './quoted.ts';
import { dependentsBy, dependentsOf, governorOf, governorsOf, isRelation, lemmaOf } from './syntax.ts';

/** A speaker, and those who say the same with it: "Norway, Sweden and Finland asked". */
export interface Source extends Speaker {
  readonly also?: readonly Speaker[];
}

const PRESS: Speaker = { actor: 'press' };

const speaks = (word: Word): boolean =>
  JUDGE.has(lemmaOf(word)) || REPORT.has(lemmaOf(word)) || WARN.has(lemmaOf(word)) || DENY.has(lemmaOf(word));

/** Speech acts whose giver is the speaker even where no report verb stands: demand, order, offer, refusal. */
const performsSpeech = (word: Word): boolean =>
  !/^(need|require|have)$/.test(lemmaOf(word)) &&
  [DEMAND, ORDER, OFFER, REFUSE].some((words) => words.has(lemmaOf(word)));

const asSpeaker = ({ actor, person, org }: Speaker): Speaker => ({
  actor,
  ...(person === undefined ? {} : { person }),
  ...(org === undefined ? {} : { org }),
});

/** Verbs by which words that a noun names are spoken: "gave an assurance", "issued a warning". */
const LIGHT = new Set(
  'give make issue have deliver voice express offer send repeat renew reiterate raise sound utter release publish'.split(
    ' ',
  ),
);

/** The subject of a report verb, through "it was reported by", control and coordination. */
function subjectOf(context: ActorContext, reporting: Word): Source | undefined {
  const { sentence } = context;
  // "gave an assurance that": whoever gives it says so.
  const light = governorOf(sentence, reporting);
  const verb =
    reporting.upos === 'NOUN' &&
    isRelation(reporting, 'obj') &&
    light !== undefined &&
    LIGHT.has(lemmaOf(light))
      ? light
      : reporting;
  for (const clause of [verb, ...governorsOf(sentence, verb)]) {
    const subjects = dependentsBy(sentence, clause, 'nsubj').filter(
      ({ relation }) => relation !== 'nsubj:pass',
    );
    if (subjects.length > 0) {
      // "Russia, he said, must agree": of two subjects the nearer one said it.
      const nearest =
        clause === verb && subjects.length > 1 && isRelation(verb, 'parataxis')
          ? subjects.slice(-1)
          : subjects;
      const named = nearest.flatMap((subject) => actorsOf(context, subject));
      const owners = named.length > 0 ? named : nearest.flatMap((subject) => ownersOf(context, subject));
      const [actor, ...others] = owners;
      if (actor === undefined) return undefined;
      const also = others
        .filter(
          (other, at) =>
            other.actor !== actor.actor && others.findIndex((one) => one.actor === other.actor) === at,
        )
        .map(asSpeaker);
      return { ...asSpeaker(actor), ...(also.length === 0 ? {} : { also }) };
    }
    const passiveAgent = dependentsBy(sentence, clause, 'obl').find((word) =>
      dependentsBy(sentence, word, 'case').some(({ form }) => form.toLowerCase() === 'by'),
    );
    if (passiveAgent !== undefined) {
      const [actor] = actorsOf(context, passiveAgent);
      if (actor !== undefined) return asSpeaker(actor);
    }
    if (!isRelation(clause, 'conj', 'xcomp', 'advcl')) return undefined;
  }
  return undefined;
}

/** "Its nuclear organisation said", "the watchdog's board declared": a state's body speaks for it, its press does not. */
const ownersOf = (context: ActorContext, subject: Word): readonly Speaker[] =>
  subject.upos !== 'NOUN' ||
  /^(newspaper|daily|paper|media|medium|channel|broadcaster|magazine|journalist|reporter|analyst|expert|historian|scientist|critic|observer|rival|enemy|opponent|neighbour|neighbor)$/.test(
    lemmaOf(subject),
  )
    ? []
    : modifierActor(context, subject);

/** "accuses China of having tested", "urged Russia to return": contents that parsers take for companions of the verb. */
const isControlled = (context: ActorContext, governor: Word, clause: Word): boolean =>
  isRelation(clause, 'advcl') &&
  dependentsBy(context.sentence, clause, 'nsubj').length === 0 &&
  (/^(accuse|suspect|blame)$/.test(lemmaOf(governor)) || performsSpeech(governor));

/** "has warned the US it is considering": a content clause without "that", which parsers take for a companion. */
function isBareContent(context: ActorContext, clause: Word): boolean {
  if (!isRelation(clause, 'advcl', 'acl')) return false;
  const [subject] = dependentsBy(context.sentence, clause, 'nsubj');
  return (
    subject !== undefined &&
    subject.upos === 'PRON' &&
    /^(it|they|he|she|we)$/i.test(subject.form) &&
    dependentsBy(context.sentence, clause, 'mark').length === 0
  );
}

/** "according to X", "in X's view": the source that a phrase of the sentence names. */
function accordingTo(context: ActorContext, sentence: Sentence): Source | undefined {
  for (const word of sentence.words) {
    if (lemmaOf(word) !== 'accord' && word.form.toLowerCase() !== 'according') continue;
    const candidates = [
      ...dependentsOf(sentence, word),
      ...sentence.words.slice(word.index + 2, word.index + 8),
    ];
    for (const other of candidates) {
      const [actor] = actorsOf(context, other);
      if (actor !== undefined) return asSpeaker(actor);
    }
  }
  return undefined;
}

/** The report verb of a sentence outside the quotation, whose subject said what is quoted. */
export function quotationSpeaker(
  context: ActorContext,
  quotation: Quotation | undefined,
): Source | undefined {
  for (const word of context.sentence.words) {
    if (quotation !== undefined && word.start >= quotation.start && word.end <= quotation.end) continue;
    if (!speaks(word) || !(word.upos === 'VERB')) continue;
    const speaker = subjectOf(context, word);
    if (speaker !== undefined) return speaker;
  }
  return accordingTo(context, context.sentence);
}

/** A semicolon parts what is said from what somebody says next. */
const parted = (sentence: Sentence, clause: Word, verb: Word): boolean =>
  sentence.words
    .slice(Math.min(clause.index, verb.index), Math.max(clause.index, verb.index))
    .some(({ form }) => form === ';');

const LABEL_WORDS = 12;

/** "Trump on social media: …", "Scholz: no boots": who stands before a colon says what follows it in the sentence. */
export function labelledSpeaker(
  context: ActorContext,
): { readonly speaker: Speaker; readonly from: number; readonly to: number } | undefined {
  const { words } = context.sentence;
  const colon = words.slice(1, LABEL_WORDS + 9).find(({ form }) => form === ':');
  if (colon === undefined) return undefined;
  const open = words.findLast(({ form, index }) => index < colon.index && form === ';')?.index ?? -1;
  const label = words.slice(open + 1, colon.index);
  if (label.length > LABEL_WORDS || label.some(({ form }) => /^["“”]$/.test(form))) return undefined;
  const verb = label.find(({ upos, xpos }) => upos === 'VERB' && /^VB[DZP]$/.test(xpos));
  if (verb !== undefined && !speaks(verb) && !performsSpeech(verb)) return undefined;
  if (label.some(({ upos }) => upos === 'AUX')) return undefined;
  for (const word of label.slice(0, verb === undefined ? label.length : verb.index - open - 1)) {
    const mention = context.reading.mentions[context.sentence.index]!.get(word.index);
    if (mention?.actor === undefined || mention.actor === 'press') continue;
    const [actor] = actorsOf(context, word);
    if (actor === undefined) continue;
    const end = words.find(({ form, index }) => index > colon.index && form === ';')?.index ?? words.length;
    return { speaker: asSpeaker(actor), from: colon.index, to: end };
  }
  return undefined;
}

/** Who makes a predicate that is itself a speech act: "appealed to both for restraint", "declared Iran in breach". */
export const giverOf = (context: ActorContext, predicate: Word): Source | undefined =>
  speaks(predicate) || performsSpeech(predicate) ? subjectOf(context, predicate) : undefined;

/**
 * The innermost source of what a predicate asserts: a report verb or speech act above it, a quotation's speaker, an
 * "according to", or the reporter.
 */
export function speakerOf(context: ActorContext, predicate: Word, discourse: Discourse): Source {
  const { sentence } = context;
  let below = predicate;
  // "China, which has signed it, urged …": a relative clause of the one who speaks is not what is said.
  let aside = false;
  for (const governor of governorsOf(sentence, predicate)) {
    if (isRelation(below, 'acl:relcl') && !isBareContent(context, below)) aside = true;
    const contents = isRelation(
      below,
      'ccomp',
      'xcomp',
      'parataxis',
      'obj',
      'obl',
      'acl',
      'nmod',
      'csubj',
      'nsubj',
      'dep',
    );
    if (aside && isRelation(below, 'nsubj', 'appos')) {
      below = governor;
      continue;
    }
    if (
      (contents || isBareContent(context, below) || isControlled(context, governor, below)) &&
      (speaks(governor) || performsSpeech(governor)) &&
      (!isRelation(below, 'acl:relcl') || isBareContent(context, below))
    ) {
      // "Russia demands that" with the verb taken for a noun has its subject as a modifier.
      const [owner] = governor.upos === 'NOUN' ? modifierActor(context, governor) : [];
      const speaker = subjectOf(context, governor) ?? (owner === undefined ? undefined : asSpeaker(owner));
      if (speaker !== undefined && speaker.actor !== 'ANY') return speaker;
    }
    below = governor;
  }
  // "… , Lavrov said": the report verb hangs below the clause it reports.
  for (const clause of [predicate, ...governorsOf(sentence, predicate)]) {
    for (const verb of dependentsBy(sentence, clause, 'parataxis')) {
      if (!speaks(verb) || verb === predicate || parted(sentence, predicate, verb)) continue;
      const speaker = subjectOf(context, verb);
      if (speaker !== undefined) return speaker;
    }
  }
  const label = labelledSpeaker(context);
  if (label !== undefined && label.from < predicate.index && predicate.index < label.to) return label.speaker;
  if (context.quoted !== undefined) return asSpeaker(context.quoted);
  const quotation = quotationAround(context.reading.tree.quotations, predicate);
  if (quotation !== undefined && discourse.speaker !== undefined) return discourse.speaker;
  return accordingTo(context, sentence) ?? PRESS;
}
