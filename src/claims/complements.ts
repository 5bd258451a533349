import type { Sentence, Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { behind } from './phrases.ts';
import { casesOf, dependentsBy, governorOf, isRelation } from './syntax.ts';

/** The preposition of an object; a particle that the parser took for one is none: "called off the meeting". */
function prepositionOf(sentence: Sentence, word: Word): string {
  const [first = ''] = casesOf(sentence, word);
  return /^(off|up|down|out|away|back|over)$/.test(first) ? '' : first;
}

/** The noun or nouns that a verb acts on, with the preposition before each ('' for a plain object). */
export function complementsOf(
  context: ActorContext,
  verb: Word,
): { word: Word; preposition: string; rank: number }[] {
  const { sentence } = context;
  const direct = dependentsBy(sentence, verb, 'obj', 'nsubj:pass', 'iobj');
  const own = direct.map((word) => ({
    word,
    preposition: word.index > verb.index ? prepositionOf(sentence, word) : '',
    rank: 0,
  }));
  // "resuming tests": a participle that the parser hangs on its own object.
  const participle = governorOf(sentence, verb);
  if (
    isRelation(verb, 'amod') &&
    verb.upos !== 'NOUN' &&
    participle !== undefined &&
    participle.index > verb.index
  ) {
    own.push({ word: participle, preposition: '', rank: 0 });
  }
  // "wanted the sanctions lifted"
  if (verb.xpos === 'VBN' && isRelation(verb, 'xcomp', 'ccomp') && participle !== undefined)
    for (const word of dependentsBy(sentence, participle, 'obj'))
      if (word.index < verb.index) own.push({ word, preposition: '', rank: 0 });
  const oblique = dependentsBy(sentence, verb, 'obl', 'nmod', 'xcomp', 'advcl', 'ccomp', 'advmod')
    .map((word) => ({ word, preposition: casesOf(sentence, word)[0] ?? '', rank: 1 }))
    .filter(({ word, preposition }) => preposition !== '' || word.upos !== 'VERB');
  // "signed but not ratified the treaty": the object may hang on the other verb of the pair.
  const partners = [
    ...dependentsBy(sentence, verb, 'conj').filter(({ upos }) => upos === 'VERB'),
    ...(isRelation(verb, 'conj') ? [governorOf(sentence, verb)!] : []),
  ];
  const hasObject = own.some(({ word }) => word.upos !== 'PRON' || word.index > verb.index);
  const shared = hasObject
    ? []
    : partners.flatMap((partner) =>
        dependentsBy(sentence, partner, 'obj', 'nsubj:pass')
          .filter(
            (word) =>
              isRelation(word, 'nsubj:pass') ||
              word.index > Math.max(verb.index, partner.index) ||
              partner.index < verb.index,
          )
          .map((word) => ({ word, preposition: '', rank: 2 })),
      );
  // "the treaty that it signed": what a relative clause describes is what is done in it.
  const described = isRelation(verb, 'acl:relcl') ? governorOf(sentence, verb) : undefined;
  if (
    described !== undefined &&
    described.index < verb.index &&
    own.every(({ word }) => /^(which|that)$/i.test(word.form))
  )
    own.push({ word: described, preposition: '', rank: 1 });
  const linear = behind(sentence, verb);
  const inOrder = [
    ...(linear.object === undefined ? [] : [{ word: linear.object.head, preposition: '', rank: 0 }]),
    ...linear.prepositions.map(({ head, preposition }) => ({ word: head, preposition, rank: 1 })),
  ].filter(({ word }) => !own.some((other) => other.word === word));
  return [...own, ...oblique, ...shared, ...inOrder].flatMap((complement) => [
    complement,
    ...dependentsBy(sentence, complement.word, 'conj').map((word) => ({ ...complement, word })),
  ]);
}
