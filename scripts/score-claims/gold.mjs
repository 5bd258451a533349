// Reads the gold set: reports with their annotated claims (tests/gold/README.md says how they are written).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SIGN = { '+': 'positive', '-': 'negative' };

function part(words, file, line) {
  const [, relation, act, actor, sign] = /^(\S+) (\S+) (\S+) ([+-])$/.exec(words) ?? [];
  if (relation === undefined) throw new Error(`${file}:${line}: "${words}" is no "relation act ACTOR ±"`);
  return { relation, act, actor, polarity: SIGN[sign] };
}

/** One line of a .claims file as a claim with its span in the text. */
function claimOf(row, text, file, line) {
  const [source, deed, how, words, condition, time] = row.split('|').map((cell) => cell.trim());
  const [speaker, person] = source.split('/');
  const [, act, actor, target, object] = /^(\S+) ([A-Za-z]+)(?:>([A-Z]+))?(?: (\S+))?$/.exec(deed) ?? [];
  const [, modality, sign] = /^([a-z]+)([+-])$/.exec(how) ?? [];
  const start = text.indexOf(words);
  if (act === undefined || modality === undefined) throw new Error(`${file}:${line}: cannot be read: ${row}`);
  if (start < 0 || text.indexOf(words, start + 1) >= 0)
    throw new Error(`${file}:${line}: the words must occur once in the text: ${words}`);
  return {
    span: { start, end: start + words.length },
    speaker: { actor: speaker, ...(person ? { person } : {}) },
    act,
    actor,
    ...(target ? { target } : {}),
    ...(object ? { object } : {}),
    modality,
    polarity: SIGN[sign],
    ...(condition ? { condition: part(condition, file, line) } : {}),
    ...(time ? { time } : {}),
  };
}

const claimsIn = (lines, text, file) =>
  lines.flatMap((line, index) => (line.includes(' | ') ? [claimOf(line, text, file, index + 1)] : []));

/** What a second annotator found in those of the reports that were given to one, by the reports' names. */
export const readSecond = (folder, reports) =>
  new Map(
    reports.flatMap(({ name, text }) => {
      const file = join(folder, `${name}.claims`);
      return existsSync(file) ? [[name, claimsIn(readFileSync(file, 'utf8').split('\n'), text, file)]] : [];
    }),
  );

/** The reports of a folder of the gold set, in order of their names. */
export function readGold(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const file = name.replace(/txt$/, 'claims');
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      const head = Object.fromEntries(
        lines
          .slice(0, 3)
          .filter(Boolean)
          .map((line) => line.split(': ').map((cell) => cell.trim())),
      );
      const claims = claimsIn(lines, text, file);
      return { name: name.replace(/\.txt$/, ''), text, ...head, batch: head.batch ?? 'first', claims };
    });
}
