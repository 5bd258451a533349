// Reads annotated reports for training (README.md beside this file says how they are written): many reports a file, each
// with its claims, in which the word that names the act, the one that stands for the actor and the one that names the
// condition's act are marked.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Polarities by their signs. */
export const SIGN = { '+': 'positive', '-': 'negative' };

/** One line of claims. @throws Error that says what cannot be read. */
function claimOf(line, text) {
  const [source, deed, actorWord, how, marked, condition = '', time = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const [speaker, person] = source.split('/');
  const [, act, actor, target, object] = /^(\S+) ([A-Z]+)(?:>([A-Z]+))?(?: (\S+))?$/.exec(deed ?? '') ?? [];
  const [, modality, sign] = /^([a-z]+)([+-])$/.exec(how ?? '') ?? [];
  const quote = marked?.replaceAll('*', '');
  const start = text.indexOf(quote);
  const word = marked?.indexOf('*') ?? -1;
  if (act === undefined || modality === undefined || start < 0 || word < 0)
    throw new Error(`cannot be read: ${line}`);
  const [, relation, conditionAct, conditionActor, truth, conditionWord] =
    /^(\S+) (\S+) ([A-Z]+) ([+-]) : (.+)$/.exec(condition) ?? [];
  return {
    span: { start, end: start + quote.length },
    /** Where the word stands that names the act. */
    at: start + word,
    speaker: { actor: speaker, ...(person ? { person } : {}) },
    act,
    actor,
    ...(target ? { target } : {}),
    ...(object ? { object } : {}),
    ...(actorWord === '-' ? {} : { actorWord }),
    modality,
    polarity: SIGN[sign],
    ...(relation === undefined
      ? {}
      : {
          condition: {
            relation,
            act: conditionAct,
            actor: conditionActor,
            polarity: SIGN[truth],
            word: conditionWord,
          },
        }),
    ...(time ? { time } : {}),
  };
}

/** The reports of one file's text. @throws Error that names the line. */
export function annotatedReports(file, content) {
  return content
    .split(/^#### /m)
    .slice(1)
    .map((block, number) => {
      const [head, ...lines] = block.split('\n');
      const end = lines.findIndex((line) => line.trim() === '----');
      const text = lines
        .slice(0, end < 0 ? lines.length : end)
        .join('\n')
        .trim();
      const [published, style = ''] = head.split('|').map((cell) => cell.trim());
      const claims = (end < 0 ? [] : lines.slice(end + 1))
        .filter((line) => line.trim() !== '')
        .map((line) => {
          try {
            return claimOf(line, text);
          } catch (error) {
            throw new Error(`${file}, report ${number + 1}: ${error.message}`);
          }
        });
      return { name: `${file}#${number + 1}`, published, style, text, claims };
    });
}

/** All reports of a folder, files in order of their names. */
export function readAnnotated(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => annotatedReports(name, readFileSync(join(folder, name), 'utf8')));
}
