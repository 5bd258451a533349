import type { Word } from '../text/tree.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { speakerOf } from './attribution.ts';
import type { Act, ActorCode, Modality } from './claim.ts';
import type { Reading } from './discourse.ts';
import type { SentenceReading } from './sentence-readings.ts';
import { pathBetween } from './signs.ts';
import { dependentsBy, dependentsOf, governorsOf, isRelation, lemmaOf } from './syntax.ts';

/** Somebody who may be meant by a word, and what speaks for it. */
export interface Candidate extends ActorReference {
  readonly signs: readonly string[];
}

/** What is known of an act before it is known who acts. */
export interface ActMeant {
  /** The word that names it. */
  readonly word: Word;
  readonly act: Act | 'other';
  /** How it is meant; an act that a claim hangs on is a condition. */
  readonly as: Modality | 'condition';
  /** Who acts by the claim that hangs on this act. */
  readonly claimant?: ActorCode;
}

/** Codes for parties that no name stands for. */
const UNNAMED: readonly ActorCode[] = ['ANY', 'OTHERS', 'WEST'];
/** Of those last named, so many are thought of. */
const REMEMBERED = 10;

/** How often a report names each actor, and whom its first sentence names. */
interface Cast {
  readonly counts: ReadonlyMap<ActorCode, number>;
  readonly most: readonly ActorCode[];
  readonly title: ReadonlySet<ActorCode>;
}

const CASTS = new WeakMap<Reading, Cast>();

function castOf(reading: Reading): Cast {
  const known = CASTS.get(reading);
  if (known !== undefined) return known;
  const counts = new Map<ActorCode, number>();
  const title = new Set<ActorCode>();
  for (const [index, mentions] of reading.mentions.entries())
    for (const { actor } of new Set(mentions.values())) {
      if (actor === undefined || actor === 'press') continue;
      counts.set(actor, (counts.get(actor) ?? 0) + 1);
      if (index === 0) title.add(actor);
    }
  const most = [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
  const cast = { counts, most, title };
  CASTS.set(reading, cast);
  return cast;
}

const PRONOUNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    we: 'we us our ours ourselves i me my mine myself',
    you: 'you your yours yourself yourselves',
    it: 'it its itself',
    they: 'they them their theirs themselves',
    he: 'he him his himself she her hers herself',
    which: 'which who whom whose that',
  }).flatMap(([kind, forms]) => forms.split(' ').map((form) => [form, kind])),
);

/** What kind of word stands for the actor: a pronoun by its person, a name, a noun, or none. */
function kindOf(context: ActorContext, act: Word, word: Word | undefined): string {
  if (word === undefined) return `none-${formOf(context, act)}`;
  const pronoun = PRONOUNS[word.form.toLowerCase()];
  if (pronoun !== undefined && /^(PRON|DET|SCONJ)$/.test(word.upos)) return pronoun;
  const mention = context.reading.mentions[context.sentence.index]!.get(word.index);
  if (mention?.actor !== undefined) return `name-${mention.nameKind ?? 'state'}`;
  return word.xpos === 'NNS' || word.xpos === 'NNPS' ? 'nouns' : word.upos.toLowerCase();
}

/** In which form an act is named of which no word says who acts. */
function formOf({ sentence }: ActorContext, act: Word): string {
  if (/^(NOUN|PROPN)$/.test(act.upos))
    return dependentsBy(sentence, act, 'nmod').length > 0 ? 'noun-of' : 'noun';
  if (dependentsOf(sentence, act).some(({ relation }) => /^(nsubj:pass|aux:pass)$/.test(relation)))
    return 'passive';
  if (act.xpos === 'VB') return dependentsBy(sentence, act, 'mark').length > 0 ? 'infinitive' : 'bare';
  return act.upos === 'VERB' ? act.xpos.toLowerCase() : 'other';
}

/** Where a sentence names an actor. */
function namesOf({ reading, sentence }: ActorContext): ReadonlyMap<ActorCode, readonly Word[]> {
  const found = new Map<ActorCode, Word[]>();
  for (const mention of new Set(reading.mentions[sentence.index]!.values())) {
    if (mention.actor === undefined || mention.actor === 'press') continue;
    found.set(mention.actor, [...(found.get(mention.actor) ?? []), sentence.words[mention.last]!]);
  }
  return found;
}

const bucket = (count: number): string => (count <= 2 ? String(count) : count <= 5 ? '5' : 'many');

/**
 * Everybody whom a word can stand for, each with what speaks for it.
 * @param standing the word that stands for whoever acts, if any does.
 */
export function candidatesFor(
  { context: plain, drafts, heard }: SentenceReading,
  { word: act, act: deed, as, claimant }: ActMeant,
  standing: Word | undefined,
): readonly Candidate[] {
  const context = heard(act);
  const { discourse, reading, quoted } = context;
  const cast = castOf(reading);
  const direct = standing === undefined ? [] : actorsOf(context, standing);
  const ruled = standing === undefined || direct.length > 0 ? direct : modifierActor(context, standing);
  const source = speakerOf(context, act, discourse);
  const names = namesOf(plain);
  const drafted = drafts.filter(({ trigger }) => trigger.word === act).map(({ claim }) => claim.actor);
  const codes = new Set<ActorCode>([
    ...ruled.map(({ actor }) => actor),
    ...(source.actor === 'press' ? [] : [source.actor]),
    ...(quoted === undefined ? [] : [quoted.actor]),
    ...(discourse.subject === undefined ? [] : [discourse.subject]),
    ...(discourse.speaker === undefined ? [] : [discourse.speaker.actor]),
    ...drafted,
    ...names.keys(),
    ...discourse.actors.slice(0, REMEMBERED),
    ...cast.most.slice(0, 4),
    ...UNNAMED,
  ]);
  codes.delete('press');
  const kind = kindOf(plain, act, standing);
  const lemma = standing === undefined || kind.startsWith('name') ? kind : lemmaOf(standing);
  const anchor = standing ?? act;
  const own =
    standing === undefined ? undefined : reading.mentions[plain.sentence.index]!.get(standing.index);
  const inOrder = [...names].flatMap(([code, words]) => words.map((word) => ({ code, word })));
  const before = inOrder
    .filter(({ word }) => word.index < anchor.index)
    .sort((a, b) => b.word.index - a.word.index)
    .map(({ code }) => code);
  const after = inOrder
    .filter(({ word }) => word.index > anchor.index)
    .sort((a, b) => a.word.index - b.word.index)
    .map(({ code }) => code);
  return [...codes].map((code): Candidate => {
    const known = ruled.find(({ actor }) => actor === code);
    const strong = [
      known === undefined ? (ruled.length > 0 ? 'rule:another' : 'rule:nobody') : `rule:${known.by}`,
      `recent:${place(discourse.actors, code)}`,
      UNNAMED.includes(code) || !/^[A-Z]{3}$/.test(code) ? `is:${code}` : 'is:state',
    ];
    if (source.actor === code) strong.push('source');
    else if (source.actor !== 'press') strong.push('another-source');
    if (quoted?.actor === code) strong.push('quoted');
    if (discourse.subject === code) strong.push('subject');
    if (discourse.subjects?.includes(code)) strong.push('subjects');
    if (discourse.pair?.includes(code)) strong.push('pair');
    if (discourse.speaker?.actor === code) strong.push('speaker');
    if (discourse.persons[0]?.actor === code) strong.push('person');
    const weak = [
      `before:${place(before, code)}`,
      `after:${place(after, code)}`,
      `count:${bucket(cast.counts.get(code) ?? 0)}`,
      `most:${place(cast.most, code)}`,
    ];
    if (drafted.includes(code)) weak.push('drafted');
    if (cast.title.has(code)) weak.push('title');
    for (const word of names.get(code) ?? []) {
      weak.push(`path:${pathBetween(plain.sentence, anchor, word)}`);
      const subject = [word, ...governorsOf(plain.sentence, word).slice(0, 2)].find((up) =>
        isRelation(up, 'nsubj'),
      );
      if (subject !== undefined) weak.push(subject.index < act.index ? 'is-subject' : 'is-later-subject');
    }
    if (own?.actor === code) strong.push('named');
    if (claimant !== undefined) strong.push(claimant === code ? 'claimant' : 'not-claimant');
    const signs = new Set([
      ...strong.flatMap((sign) => [
        sign,
        `${kind}&${sign}`,
        `=${lemma}&${sign}`,
        `${as}&${kind}&${sign}`,
        `${deed}&${sign}`,
      ]),
      ...weak.flatMap((sign) => [sign, `${kind}&${sign}`, `${as}&${sign}`, `${deed}&${sign}`]),
    ]);
    const person = known ?? [source, quoted, discourse.person].find((one) => one?.actor === code);
    return {
      actor: code,
      by: known?.by ?? 'context',
      ...(person?.person === undefined ? {} : { person: person.person }),
      ...(person?.org === undefined ? {} : { org: person.org }),
      signs: [...signs],
    };
  });
}

/** Where a code stands among those named, as a word: first, second, further or nowhere. */
function place(codes: readonly ActorCode[], code: ActorCode): string {
  const at = codes.indexOf(code);
  return at < 0 ? 'no' : at < 3 ? String(at) : 'far';
}

/**
 * Everybody whose words a claim can be in, the press among them, each with what speaks for it.
 * @param actor who acts by the claim.
 */
export function speakersFor(read: SentenceReading, meant: ActMeant, actor: ActorCode): readonly Candidate[] {
  const { word, as, act } = meant;
  const source = speakerOf(read.heard(word), word, read.context.discourse);
  const whose = source.actor === 'press' ? 'press' : source.actor === actor ? 'own' : 'another';
  const press: Candidate = {
    actor: 'press',
    by: 'context',
    signs: ['press', `press:${whose}`, `press&${as}`, `press&${act}`, `press:${whose}&${as}`],
  };
  const others = candidatesFor(read, meant, undefined).map((candidate): Candidate => {
    const side = candidate.actor === actor ? 'own' : 'other';
    const strong = ['source', 'quoted', 'speaker', 'subject', 'is-subject', 'person'].filter((sign) =>
      candidate.signs.includes(sign),
    );
    return {
      ...candidate,
      signs: [
        ...candidate.signs,
        ...[side, ...strong.map((sign) => `${side}&${sign}`)].flatMap((sign) => [sign, `${sign}&${as}`]),
        `${side}&${act}`,
      ],
    };
  });
  return [press, ...others];
}

/** How likely each candidate is meant, by the weights of the signs; they sum to one. */
export function shared(
  candidates: readonly Candidate[],
  weights: ReadonlyMap<string, number>,
): readonly number[] {
  const scores = candidates.map(({ signs }) =>
    signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0),
  );
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
}
