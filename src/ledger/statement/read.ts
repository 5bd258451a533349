import { deedFrame, officeFrame, stockpileFrame } from './frames-records.ts';
import { testFrame } from './frames-tests.ts';
import { treatyFrame } from './frames-treaties.ts';
import { type Line, lineOf } from './line.ts';
import { readPhrases } from './passes.ts';
import type { Proposition, Reading, Tense } from './proposition.ts';
import type { Vocabulary } from './vocabulary.ts';

const VERB =
  /^(?:have|is|was|did|do|not|never|sign|ratify|accede|party|withdraw|revoke|leave|suspend|expire|extend|inforce|enterforce|opened|test|perform|stop|occur|need|possess|last|resume|become|K\d+)$/;
const SUBJECT = /^(?:[JSAPTRC]\d+|it|nobody|noother)$/;

const hasVerb = (words: readonly string[]): boolean => words.some((word) => VERB.test(word));

/** Where a coordinator parts two clauses: a verb before it, and after it a verb or a subject with a verb. */
function clausesOf(text: string): readonly string[] {
  const words = text.split(' ');
  const clauses: string[][] = [[]];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const current = clauses.at(-1)!;
    if (!/^(?:and|but|while|which|;|,)$/.test(word)) {
      current.push(word);
      continue;
    }
    let next = index;
    while (/^(?:and|but|while|which|,|;|neither)$/.test(words[next + 1] ?? '')) next++;
    const after = words.slice(next + 1);
    const end = after.findIndex((other) => /^(?:and|but|while|which|;|,)$/.test(other));
    const part = end < 0 ? after : after.slice(0, end);
    const starts = VERB.test(after[0] ?? '') || (SUBJECT.test(after[0] ?? '') && hasVerb(part));
    // "which" without a comma belongs to its noun ("the only state which has …").
    const relative = word === 'which' && words[index - 1] !== ',';
    if (starts && !relative && (hasVerb(current) || (words[next] === 'which' && current.length === 1))) {
      clauses.push([]);
      index = next;
    } else if (word !== ',') current.push(word);
  }
  return clauses
    .map((clause) => clause.filter((word) => word !== ',').join(' '))
    .filter((clause) => clause !== '');
}

interface Clause {
  readonly proposition: Proposition;
  readonly tense: Tense;
}

interface Carried {
  subject?: string | undefined;
  treaty?: string | undefined;
  verb?: string | undefined;
}

function frameOf(line: Line, clause: string, { treaty }: Carried): Proposition | undefined {
  if (/\bK\d+/.test(clause)) return deedFrame(line, clause);
  if (/\bR\d+/.test(clause)) return officeFrame(line, clause);
  if (/\b(?:warhead|stockpile)\b/.test(clause)) return stockpileFrame(line, clause);
  if (/\bT\d+/.test(clause) || (treaty !== undefined && !/\b(?:test|nuke)\b/.test(clause))) {
    return treatyFrame(line, clause, treaty);
  }
  return testFrame(line, clause) ?? stockpileFrame(line, clause);
}

/** "France has ratified it, but China has not": the verb before is meant. */
const withVerb = (clause: string, verb: string | undefined): string =>
  verb !== undefined && /^[JSA]\d+ (?:have|did|do|is) not$/.test(clause) ? `${clause} ${verb}` : clause;

/** A clause with the subject of an earlier one where it has none of its own. */
function withSubject(clause: string, subject: string | undefined): string {
  if (subject === undefined) return clause.replace(/^it /, '');
  if (/^it\b/.test(clause) && !/^it (?:is |was |have )?(?:\w+ )?N\d+ (?:years|decades)/.test(clause))
    return clause.replace(/^it/, subject);
  return /\b[JSAPTKC]\d+ ?/.test(clause.replace(/\bT\d+/, '')) ? clause : `${subject} ${clause}`;
}

const PAST =
  /\b(?:\w+ed|was|were|did|held|made|took|came|withdrew|left|quit|became|blew|gave|set|undertook)\b/i;
const PRESENT =
  /\b(?:has|have|is|are|hasn|haven|isn|aren|remains?|holds|owns|possesses|needs|lacks|awaits|now|today|currently|still)\b|['’]ve\b|\d/i;

/** Past only where nothing in the words speaks of the present. */
const tenseOf = (sentence: string): Tense =>
  PAST.test(sentence) && !PRESENT.test(sentence.replace(/\d/g, '')) ? 'past' : 'present';

const MODAL =
  /\b(?:will|would|shall|should|must|may|might|could|can|cannot|plans?|planned|intends?|wants?|wanted|threat\w*|vow\w*|urg\w*|demand\w*|consider\w*|ready|prepar\w*|promis\w*|hop\w*|expect\w*|if|unless|going to|likely|possibl\w*)\b/i;
const ODD = /[^\p{L}\p{M}\p{N}\s.,;:()'’"“”‘\-–—‑%!&/]/u;

const unread = (why: string): Reading => ({ unread: why });

/**
 * Reads one sentence into what it says in the terms of the ledger. Every word must be accounted for: a word or a turn
 * that the frames do not know leaves the whole sentence unread, since a part that is not understood may turn it round.
 */
export function readStatement(vocabulary: Vocabulary, sentence: string, asOf: string): Reading {
  if (sentence.trim().endsWith('?')) return unread('It is a question; check takes a statement.');
  const odd = ODD.exec(sentence);
  if (odd !== null) return unread(`The sign "${odd[0]}" could not be read.`);
  const unlisted = vocabulary.unlisted.find(({ words }) => words.test(sentence));
  const line = lineOf(vocabulary, sentence.replace(/[—]|\s[-–]\s/g, ' , '), asOf);
  // A deed that the timeline tells of may name such a thing; else no list can tell.
  if (unlisted !== undefined && !line.things.some(({ type }) => type === 'K'))
    return { unlisted: unlisted.kind };
  if (line.unknown !== undefined) {
    return unread(
      MODAL.test(sentence) && MODAL.test(line.unknown)
        ? `It speaks of an intention, a demand or a possibility ("${line.unknown}"); the ledger judges what was done.`
        : `The word "${line.unknown}" could not be read.`,
    );
  }
  const day = readPhrases(line, asOf);
  const tense = tenseOf(sentence);
  const carried: Carried = {};
  const clauses: Clause[] = [];
  const texts = clausesOf(
    line.text
      .replace(/^while /, '')
      .replace(/\bneither (?=(?:sign|ratify|test|accede)\b)/, 'not ')
      .replace(/\bnor (?:have )?(?=(?:sign|ratify|test|accede)\b)/, 'and not '),
  );
  const treaties = /\bT\d+/.exec(line.text);
  // "signed and ratified the treaty": the one treaty of the sentence is meant by each clause.
  if (treaties !== null && line.things.filter(({ type }) => type === 'T').length >= 1) {
    const found = line.things[Number(treaties[0].slice(1))];
    if (found?.type === 'T') carried.treaty = found.treaty;
  }
  for (const text of texts) {
    // "The United States, which has …": the subject before its relative clause.
    if (/^[JSAP]\d+$/.test(text)) {
      carried.subject = text;
      continue;
    }
    const clause = withVerb(
      withSubject(text, carried.subject),
      clauses.length > 0 ? carried.verb : undefined,
    );
    const proposition = frameOf(line, clause, carried);
    if (proposition === undefined)
      return unread(`The turn "${wordsOf(sentence, texts.length)}" could not be read.`);
    clauses.push({ proposition, tense });
    carried.verb = /\b(?:sign|ratify|accede|party)\b/.exec(clause)?.[0];
    carried.subject = /\b(?:[JSP]\d+)\b/.exec(clause)?.[0] ?? carried.subject;
    const named = /\bT\d+/.exec(clause)?.[0];
    const found = named === undefined ? undefined : line.things[Number(named.slice(1))];
    if (found?.type === 'T') carried.treaty = found.treaty;
    if (carried.subject === undefined && named !== undefined) carried.subject = named;
  }
  if (clauses.length === 0) return unread('It says nothing.');
  return { clauses: clauses.map((clause) => asHistory(clause, clauses)), ...day };
}

/** "Signed, ratified and then revoked its ratification": the ratification is told as history. */
function asHistory(clause: Clause, clauses: readonly Clause[]): Clause {
  const { proposition } = clause;
  const revoked = clauses.some(
    ({ proposition: other }) => other.kind === 'treaty-act' && other.act === 'revoke' && other.polarity,
  );
  if (!revoked || proposition.kind !== 'treaty-act' || proposition.act !== 'ratify') return clause;
  return { ...clause, proposition: { ...proposition, ever: true } };
}

const wordsOf = (sentence: string, clauses: number): string =>
  clauses > 1 || sentence.length > 80 ? `${sentence.trim().slice(0, 77)}…` : sentence.trim();
