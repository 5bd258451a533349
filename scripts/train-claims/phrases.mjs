// Reads single annotated sentences for training, one a line: many wordings of each act in few words (README.md beside this
// file says how they are written). Each becomes a report of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGN } from './reports.mjs';

const DEED =
  /^(?<act>\S+) (?<actor>[A-Z]+)(?:>(?<target>[A-Z]+))? (?<actorWord>\S+) (?<modality>[a-z]+)(?<sign>[+-]) (?<word>\S+?)(?:#(?<which>\d))?(?: by (?<by>[A-Z]+))?$/;
const LETTER = /[\p{L}\p{N}]/u;
/** Ways of speaking in which who acts speaks, where nobody else is named. */
const OWN_WORDS = new Set(['announced', 'threatened', 'offered', 'denied']);

/** Where a word stands in a sentence, by its number among those written the same; -1 for nowhere. */
function placeOf(sentence, word, number) {
  let left = number;
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
    const alone = !LETTER.test(sentence[at - 1] ?? ' ') && !LETTER.test(sentence[at + word.length] ?? ' ');
    if (alone && --left === 0) return at;
  }
  return -1;
}

function claimOf(deed, sentence) {
  const found = DEED.exec(deed)?.groups;
  if (found === undefined) throw new Error(`cannot be read: ${deed}`);
  const { act, actor, target, actorWord, modality, sign, word, which = '1', by } = found;
  const at = placeOf(sentence, word, Number(which));
  if (at < 0) throw new Error(`"${word}" is not in the sentence: ${sentence}`);
  return {
    span: { start: 0, end: sentence.length },
    at,
    speaker: { actor: by ?? (OWN_WORDS.has(modality) ? actor : 'press') },
    act,
    actor,
    ...(target === undefined ? {} : { target }),
    ...(actorWord === '-' ? {} : { actorWord }),
    modality,
    polarity: SIGN[sign],
    // What a claim hangs on is not annotated here.
    conditionUntold: true,
  };
}

/** The sentences of one file's text, as annotated reports. @throws Error that names the line. */
export function annotatedSentences(file, content) {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const bar = line.indexOf(' | ');
    const [deeds, text] = [line.slice(0, bar).trim(), line.slice(bar + 3).trim()];
    try {
      const claims = deeds === '-' ? [] : deeds.split(' ; ').map((deed) => claimOf(deed.trim(), text));
      return [{ name: `${file}#${index + 1}`, published: '2024-01-01', style: 'sentence', text, claims }];
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${error.message}`);
    }
  });
}

/** All sentences of a folder, files in order of their names. */
export const readPhrases = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => annotatedSentences(name, readFileSync(join(folder, name), 'utf8')));
