import type { Word } from '../text/tree.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { dependentsBy, dependentsOf, lemmaOf } from './syntax.ts';

const STATES = new Set(
  'country nation state capital government administration regime power kremlin side'.split(' '),
);
const OTHER = new Set('other others another else rival competitor adversary'.split(' '));
const ANY = new Set(
  'all every each any anyone anybody no nobody none some someone every everyone whoever'.split(' '),
);
const BOTH = new Set('both two pair duo'.split(' '));
const NUMBERS = ['three', 'four', 'five', 'six'];
/** "both countries", "other states", "any country", "the two sides". */
export function quantified(context: ActorContext, word: Word): ActorReference[] | undefined {
  const lemma = lemmaOf(word);
  const below = dependentsOf(context.sentence, word).map(lemmaOf);
  const has = (set: ReadonlySet<string>) => set.has(lemma) || below.some((other) => set.has(other));
  const two =
    has(BOTH) && /^(leader|president|minister|delegation|rival|neighbour|neighbor|power)$/.test(lemma);
  const group = context.reading.lexicon.groups.get(word.upos === 'PROPN' ? word.form : lemma);
  if (group !== undefined && !(word.xpos === 'NN' && word.upos === 'NOUN'))
    return group.map((actor) => ({ actor, by: 'quantifier' }));
  if (
    /^those$/i.test(word.form) &&
    /^(who|which|that)$/i.test(context.sentence.words[word.index + 1]?.form ?? '')
  )
    return [{ actor: 'OTHERS', by: 'quantifier' }];
  if (
    !two &&
    !STATES.has(lemma) &&
    ![
      'party',
      'adversary',
      'rival',
      'one',
      'each',
      'neither',
      'either',
      'superpower',
      'side',
      'neighbour',
      'neighbor',
      'pair',
      'ally',
      'foe',
      'enemy',
      'partner',
      'duo',
      ...OTHER,
      ...ANY,
      ...BOTH,
    ].includes(lemma)
  )
    return undefined;
  const eachOfTwo =
    (/^(side|party|power|superpower|rival|capital|leader|president|delegation|country|state|government|nation)$/.test(
      lemma,
    ) &&
      below.some((other) => /^(each|either|neither)$/.test(other))) ||
    (/^(neither|either)$/.test(lemma) &&
      below.every((other) => other === 'of' || other === 'two' || other === 'them'));
  const pair =
    /^(ally|neighbour|neighbor|rival|foe|enemy|adversary|partner|side|party)$/.test(lemma) &&
    word.xpos === 'NNS' &&
    below.includes('the') &&
    below.length === 1;
  if (has(BOTH) || eachOfTwo || pair || (lemma === 'each' && word.upos !== 'ADV' && below.length === 0)) {
    const { actors, pair: together } = context.discourse;
    const recent = actors.filter((code) => /^[A-Z]{3}$/.test(code) && code !== 'SUN');
    const stillMeant = together?.every((code) => recent.slice(0, 4).includes(code)) ? together : undefined;
    const states = stillMeant ?? recent.slice(0, 2);
    return states.length === 2 ? states.map((actor) => ({ actor, by: 'quantifier' })) : [];
  }
  if (has(OTHER)) return [{ actor: 'OTHERS', by: 'quantifier' }];
  const number = NUMBERS.findIndex((word) => below.includes(word)) + 3;
  if (number >= 3) {
    const states = context.discourse.actors
      .filter((code) => /^[A-Z]{3}$/.test(code) && code !== 'SUN')
      .slice(0, number);
    return states.length === number ? states.map((actor) => ({ actor, by: 'quantifier' })) : [];
  }
  if (has(ANY)) return [{ actor: 'ANY', by: 'quantifier' }];
  // "nuclear powers must not …": a bare plural means any of them.
  const named = [word, ...dependentsOf(context.sentence, word)].some(
    (other) => context.reading.mentions[context.sentence.index]!.get(other.index)?.actor !== undefined,
  );
  if (
    STATES.has(lemma) &&
    word.xpos === 'NNS' &&
    !named &&
    !dependentsBy(context.sentence, word, 'det', 'nmod:poss').length
  )
    return [{ actor: 'ANY', by: 'quantifier' }];
  return undefined;
}
