import type { NameFinder } from '../text/analyser.ts';
import type { Lexicon } from './lexicon.ts';
import { nameAt } from './names.ts';

const CAPITALISED = /^\p{Lu}[\p{L}\p{M}’'-]+/u;
const MONTHS = new Set(['March', 'April', 'May', 'June', 'August']);

/** Words of the analyser's training text that stand where a name of each kind would; `article` one behind "the". */
const LIKE = {
  person: 'Bush',
  actor: 'Iraq',
  article: 'US',
  treaty: 'Treaty',
  object: 'Iraq',
  adjective: 'large',
  noun: { one: 'agreement', several: 'attacks' },
} as const;

/**
 * The stand-off's names for the text analyser: states, capitals, institutions, persons and treaties. Adjectives of
 * nationality stay words, since they are none.
 */
export function knownNames(lexicon: Lexicon): NameFinder {
  return (text, offset) => {
    const found: { end: number; like: string }[] = [];
    const treaty = nameAt(lexicon.treaties, text, offset);
    if (treaty !== undefined) found.push({ end: treaty.end, like: LIKE.treaty });
    const object = nameAt(lexicon.objectNames, text, offset);
    if (object !== undefined) found.push({ end: object.end, like: LIKE.object });
    const actor = nameAt(lexicon.actorNames, text, offset);
    if (actor !== undefined && actor.value.kind !== 'demonym')
      found.push({
        end: actor.end,
        like: /\bthe\s$/i.test(text.slice(offset - 5, offset)) ? LIKE.article : LIKE.actor,
      });
    const person = nameAt(lexicon.persons, text, offset);
    if (person !== undefined) found.push({ end: person.end, like: LIKE.person });
    const figure = nameAt(lexicon.figures, text, offset);
    if (figure !== undefined) found.push({ end: figure.end, like: LIKE.person });
    const surname = CAPITALISED.exec(text.slice(offset, offset + 40))?.[0];
    if (surname !== undefined && lexicon.surnames.has(surname) && !MONTHS.has(surname))
      found.push({ end: offset + surname.length, like: LIKE.person });
    const adjective = nameAt(lexicon.hyphenated, text, offset);
    if (adjective !== undefined) found.push({ end: adjective.end, like: LIKE.adjective });
    const noun = nameAt(lexicon.hyphenatedNouns, text, offset);
    if (noun !== undefined) found.push({ end: noun.end, like: LIKE.noun[noun.value] });
    return found.reduce<{ end: number; like: string } | undefined>(
      (best, next) => (best === undefined || next.end > best.end ? next : best),
      undefined,
    );
  };
}
