import { type Line, put, thing } from './line.ts';
import type { Subject } from './proposition.ts';
import { rewrite } from './rewrite.ts';

/** "at Lop Nur", "at the Novaya Zemlya test site"; a state after "in" is a place where another state is the subject. */
export function readPlaces(line: Line): void {
  rewrite(line, /\b(?:(?:at|in|on|over|near|off|from) )?(?:[AS]\d+ (?:'s )?)?(L\d+)(?: site)?\b/g, (l) =>
    put(line, { type: 'X', place: { name: thing(line, l!, 'L').name } }),
  );
  if ((line.text.match(/[SA]\d+/g) ?? []).length < 2) return;
  rewrite(line, /\b(?:in|on) (S\d+)\b(?! and| ,)/g, (s) =>
    put(line, { type: 'X', place: { host: thing(line, s!, 'S').code } }),
  );
}

const codeOf = (line: Line, word: string): string =>
  (line.things[Number(word.slice(1))] as { readonly code: string }).code;

/** Puts the subject's states into one word: lists, "only", "no state but", "nine states". */
export function readSubjects(line: Line): void {
  const subject = (value: Partial<Subject> & Pick<Subject, 'mode'>) =>
    put(line, { type: 'J', subject: { codes: [], ...value } });
  const list = (words: string): string[] =>
    [...words.matchAll(/[SA]\d+/g)].map(([word]) => codeOf(line, word));
  const LIST = '((?:[SA]\\d+)(?:(?: ,| and| , and) (?:[SA]\\d+))*)';
  rewrite(line, /\b([SA]\d+) 's\b/g, (s) => s);
  rewrite(line, new RegExp(`\\bnobody (?:except|but) ${LIST}`, 'g'), (states) =>
    subject({ mode: 'none-but', codes: list(states!) }),
  );
  rewrite(
    line,
    new RegExp(`\\bnoother state (?:except|but|than) ${LIST}|\\bnoother (?:except|but|than) ${LIST}`, 'g'),
    (a, b) => subject({ mode: 'none-but', codes: list(a ?? b!) }),
  );
  rewrite(line, new RegExp(`^except ${LIST} ,? ?nobody\\b`, 'g'), (states) =>
    subject({ mode: 'none-but', codes: list(states!) }),
  );
  rewrite(
    line,
    new RegExp(`^nobody (.*) (?:,? ?except) ${LIST}$`, 'g'),
    (deed, states) => `${subject({ mode: 'none-but', codes: list(states!) })} ${deed}`,
  );
  rewrite(
    line,
    /\bneither ([SA]\d+) nor ([SA]\d+)\b/g,
    (a, b) => `${subject({ mode: 'each', codes: [codeOf(line, a!), codeOf(line, b!)] })} not`,
  );
  rewrite(
    line,
    new RegExp(`^only state (?:which|to) (.*) is ${LIST}$`, 'g'),
    (deed, states) => `${subject({ mode: 'only', codes: list(states!) })} ${deed}`,
  );
  rewrite(
    line,
    new RegExp(`\\b${LIST} (?:is|was) only (?:state|one|N\\d+) (?:which|to|in|of)?`, 'g'),
    (states) => subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, new RegExp(`^only ${LIST}`, 'g'), (states) =>
    subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, new RegExp(`^${LIST} alone`, 'g'), (states) =>
    subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, /\b(?:both )?((?:[SA]\d+)(?:(?: ,| and| , and) (?:[SA]\d+))+)/g, (states) =>
    subject({ mode: 'each', codes: list(states!) }),
  );
  rewrite(
    line,
    /\b(?:no|nobody of) (G\d+)\b/g,
    (g) => `${subject({ mode: 'each', codes: thing(line, g!, 'G').codes })} not`,
  );
  rewrite(line, /\b(?:all )?(G\d+)\b/g, (g) => subject({ mode: 'each', codes: thing(line, g!, 'G').codes }));
  rewrite(line, /\b(J\d+) (?:both|all)\b/g, (states) => states);
  rewrite(line, /\b(J\d+) have (?:both|all)\b/g, (states) => `${states} have`);
  rewrite(line, /\bnobody\b/g, () => subject({ mode: 'none' }));
}
