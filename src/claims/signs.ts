import type { Sentence, Span, Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import * as attitudes from './attitudes.ts';
import type { ActorCode } from './claim.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import type { Draft } from './draft.ts';
import { objectOf } from './objects.ts';
import { quotationAround } from './quoted.ts';
import type { SentenceReading } from './sentence-readings.ts';
import { casesOf, dependentsOf, governorOf, lemmaOf } from './syntax.ts';

/**
 * What the network sees of a sentence beside its words' vectors. A sign is a short string; those that begin with `r:` come
 * from the rules, so that the network learns how far each of them can be trusted.
 */
export interface SentenceSigns {
  /** The actors that each word stands for by the rules. */
  readonly actors: readonly (readonly ActorCode[])[];
  /** What holds of each word. */
  readonly ofWords: readonly (readonly string[])[];
  /** What holds between a word that may name an act and each of some words of its sentence, and last that it has none. */
  between(act: Word, words: readonly Word[]): readonly (readonly string[])[];
}

/** Marks of a condition are no attitude; `zone` tells of them. */
const { IF_MARKS: _, ...ATTITUDE_WORDS } = attitudes;
const ATTITUDES: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(ATTITUDE_WORDS);

/** Function words below a word that change how it is meant: "not", "would", "if", "no". */
const BELOW = /^(mark|case|aux|advmod|det|cc|compound:prt|expl)/;

/** What an act is done to or with: the words that tell most of it. */
const ARGUMENT = /^(obj|iobj|obl|nmod|nsubj|nsubj:pass|compound|amod|xcomp)$/;

/** Signs of a word by itself and of what hangs on it. @param kinds what each word of the sentence names. */
function signsOfWord(
  { reading, sentence }: ActorContext,
  word: Word,
  kinds: readonly (readonly string[])[],
): string[] {
  const { lexicon } = reading;
  const lemma = lemmaOf(word);
  const governor = governorOf(sentence, word);
  const signs = [
    `u:${word.upos}`,
    `x:${word.xpos}`,
    `d:${word.relation}`,
    `l:${lemma}`,
    `p:${sentence.place}`,
    governor === undefined ? 'g:none' : `g:${lemmaOf(governor)}`,
  ];
  if (governor !== undefined) signs.push(`gu:${governor.upos}`, `gd:${governor.relation}`);
  for (const [name, words] of ATTITUDES) {
    if (words.has(lemma)) signs.push(`a:${name}`);
    if (governor !== undefined && words.has(lemmaOf(governor))) signs.push(`ga:${name}`);
  }
  for (const position of new Set([
    ...(lexicon.wordingsByWord.get(lemma) ?? []),
    ...(lexicon.wordingsByWord.get(word.form.toLowerCase()) ?? []),
  ]))
    signs.push(`w:${lexicon.wordings[position]!.act}`);
  for (const other of dependentsOf(sentence, word)) {
    signs.push(`has:${other.relation}`);
    if (BELOW.test(other.relation)) signs.push(`k:${other.form.toLowerCase()}`);
    if (other.relation === 'compound:prt') signs.push(`lp:${lemma} ${lemmaOf(other)}`);
    if (!ARGUMENT.test(other.relation)) continue;
    signs.push(
      `l${other.relation}:${lemmaOf(other)}`,
      ...kinds[other.index]!.map((kind) => `${other.relation}:${kind}`),
    );
    for (const preposition of casesOf(sentence, other)) signs.push(`lp:${lemma} ${preposition}`);
  }
  return signs;
}

/** Whom or which kind of thing of the stand-off a word names. */
function kindsOf(context: ActorContext, word: Word): string[] {
  const { reading, sentence } = context;
  const mention = reading.mentions[sentence.index]!.get(word.index);
  const named =
    mention === undefined
      ? []
      : [
          mention.actor === 'press'
            ? 'm:press'
            : `m:${mention.nameKind ?? (mention.treaty === undefined ? 'thing' : 'treaty')}`,
          ...(mention.last === word.index ? [] : ['m:inside']),
        ];
  if (!/^(NOUN|PROPN|PRON)$/.test(word.upos)) return named;
  const kinds = [...reading.lexicon.objects.keys(), 'treaty', 'ratification'];
  return [
    ...named,
    ...kinds.filter((kind) => objectOf(context, word, kind) !== undefined).map((kind) => `o:${kind}`),
  ];
}

/** What the rules found at each word: the acts that wordings name, and how the claims made of them are meant. */
function ruled({ context, triggers, drafts }: SentenceReading): ReadonlyMap<number, readonly string[]> {
  const zones = conditionalZones(context.sentence);
  const found = new Map<number, string[]>();
  const add = ({ index }: Word, ...signs: string[]) =>
    found.set(index, [...(found.get(index) ?? []), ...signs]);
  for (const trigger of triggers) {
    const { act, word, predicate } = trigger;
    const own = drafts.filter((draft) => draft.trigger === trigger);
    add(
      word,
      `r:${act}`,
      own.length > 0 ? 'r:claimed' : 'r:dropped',
      `r:${own.length > 0 ? 'claimed' : 'dropped'}:${act}`,
    );
    if (trigger.again) add(word, 'r:again');
    if (trigger.words !== undefined) for (const part of trigger.words) add(part, 'r:phrase');
    if (predicate !== word) add(predicate, 'r:performs');
    if (zones.some((zone) => inZone(zone, predicate))) add(word, 'r:in-zone');
    for (const { claim } of own.slice(0, 1)) {
      const { modality, polarity, condition, speaker, actor } = claim;
      const whose = speaker.actor === 'press' ? 'press' : speaker.actor === actor ? 'own' : 'other';
      add(word, `r:${modality}${polarity === 'positive' ? '+' : '-'}`, `r:said-by-${whose}`);
      add(word, condition === undefined ? 'r:on-nothing' : `r:${condition.relation}:${condition.polarity}`);
    }
  }
  return found;
}

/** The way through the tree from one word to another, up and down, where it is short: "^nsubj", "v obj ^conj". */
export function pathBetween(sentence: Sentence, from: Word, to: Word): string {
  const above = (word: Word): Word[] => {
    const path = [word];
    for (
      let up = governorOf(sentence, word);
      up !== undefined && path.length < 6;
      up = governorOf(sentence, up)
    )
      path.push(up);
    return path;
  };
  const [ups, downs] = [above(from), above(to)];
  for (const [steps, meet] of ups.entries()) {
    const others = downs.indexOf(meet);
    if (others < 0) continue;
    if (steps + others > 5) break;
    const up = ups.slice(0, steps).map(({ relation }) => `^${relation}`);
    const down = downs
      .slice(0, others)
      .reverse()
      .map(({ relation }) => `v${relation}`);
    return [...up, ...down].join('');
  }
  return 'far';
}

function distanceBetween(from: Word, to: Word): string {
  const apart = to.index - from.index;
  const size = Math.abs(apart);
  const near = size <= 3 ? size : size <= 6 ? 6 : size <= 12 ? 12 : 99;
  return `${apart < 0 ? '-' : '+'}${near}`;
}

/** Reads the signs of one sentence. */
export function signsOf(read: SentenceReading): SentenceSigns {
  const { context, drafts } = read;
  const { sentence, reading } = context;
  const rules = ruled(read);
  const zones = conditionalZones(sentence);
  const kinds = sentence.words.map((word) => kindsOf(context, word));
  const ofWords = sentence.words.map((word) => {
    const inQuote = quotationAround(reading.tree.quotations, word) !== undefined;
    const zone = zones.find((one) => inZone(one, word));
    return [
      ...new Set([
        ...signsOfWord(context, word, kinds),
        ...kinds[word.index]!,
        ...(inQuote ? ['quoted'] : []),
        ...(zone === undefined ? [] : [`zone:${zone.relation}`]),
        ...(zones.some(({ mark }) => mark === word) ? ['zone-mark'] : []),
        ...(rules.get(word.index) ?? []),
      ]),
    ];
  });
  const codes = sentence.words.map((word) => actorCodes(context, word));
  const signsAbout = (act: Word, own: readonly Draft['claim'][], other: Word): readonly string[] => {
    const path = pathBetween(sentence, act, other);
    const place = distanceBetween(act, other);
    const stands = codes[other.index]!;
    const signs = [`path:${path}`, `at:${place}`, `u:${other.upos}`];
    if (stands.length > 0) signs.push('actor', `actor:${path}`, `actor-at:${place}`);
    for (const kind of kinds[other.index]!) if (kind.startsWith('m:')) signs.push(kind);
    if (own.some(({ actor }) => stands.includes(actor))) signs.push('r:actor');
    if (own.some(({ speaker }) => stands.includes(speaker.actor))) signs.push('r:speaker');
    if (own.some(({ condition }) => condition?.span !== undefined && isWithin(other, condition.span)))
      signs.push('r:condition');
    const zone = zones.find((one) => inZone(one, other));
    if (zone !== undefined) signs.push(inZone(zone, act) ? 'same-zone' : 'zone');
    if (rules.get(other.index)?.some((sign) => /^r:(claimed|dropped)$/.test(sign))) signs.push('r:names-act');
    return signs;
  };
  return {
    actors: codes,
    ofWords,
    between(act, words) {
      const own = drafts.filter(({ trigger }) => trigger.word === act).map(({ claim }) => claim);
      return [
        ...words.map((other) => (other === act ? [] : signsAbout(act, own, other))),
        ['none', own.length === 0 ? 'none:r:unread' : 'none:r:read'],
      ];
    },
  };
}

const isWithin = (word: Word, { start, end }: Span): boolean => start <= word.start && word.end <= end;

/** The actors that a word stands for, or that own what it names. */
export function actorCodes(context: ActorContext, word: Word): readonly ActorCode[] {
  if (!/^(NOUN|PROPN|PRON|ADJ|DET|NUM|X)$/.test(word.upos)) return [];
  const found = actorsOf(context, word);
  return [...new Set((found.length > 0 ? found : modifierActor(context, word)).map(({ actor }) => actor))];
}
