import { type Bag, bagOf, has, isEmptyBut, take, takeCount, takeThings } from './bag.ts';
import { type Line, thing } from './line.ts';
import type { Proposition, When } from './proposition.ts';
import { takeSubject } from './subject.ts';

const whensOf = (bag: Bag): readonly When[] => takeThings(bag, 'W').map(({ when }) => when);

const STOCKPILE_GLUE = new Set(
  'have is was did of in its at to by possess perform nuke warhead stockpile estimate about with there number now it state'.split(
    ' ',
  ),
);

/** "Russia has about 5,580 nuclear warheads", "China's stockpile was 600 warheads in 2025". */
export function stockpileFrame(line: Line, clause: string): Proposition | undefined {
  if (!/\b(?:warhead|stockpile|nuke)\b/.test(clause) || /\b(?:test|perform)\b/.test(clause)) return undefined;
  const compared = comparedStockpile(line, clause);
  if (compared !== undefined) return compared;
  const bag = bagOf(line, clause);
  const counts = takeThings(bag, 'C').map(({ count }) => count);
  const whens = whensOf(bag);
  const negations = takeCount(bag, 'not');
  const measure = take(bag, 'deployed')
    ? 'deployed'
    : take(bag, 'total-inventory')
      ? 'total-inventory'
      : undefined;
  const subject = takeSubject(bag);
  if (counts.length !== 1 || negations > 1 || subject?.mode !== 'each' || subject.codes.length !== 1)
    return undefined;
  if (!isEmptyBut(bag, STOCKPILE_GLUE)) return undefined;
  if (whens.some(({ rel }) => rel !== 'in') || whens.length > 1) return undefined;
  return {
    kind: 'stockpile',
    code: subject.codes[0]!,
    count: counts[0]!,
    whens,
    polarity: negations === 0,
    ...(measure === undefined ? {} : { measure }),
  };
}

function comparedStockpile(line: Line, clause: string): Proposition | undefined {
  const S = '([SA]\\d+)';
  const code = (word: string | undefined) => {
    const found = word === undefined ? undefined : line.things[Number(word.slice(1))];
    return found?.type === 'S' || found?.type === 'A' ? found.code : undefined;
  };
  const W = '(?: (W\\d+))?';
  const than =
    new RegExp(
      `^${S} (?:have|possess) (more|fewer) (?:warhead|nuke) than ${S}(?: (?:have|do|did))*${W}$`,
    ).exec(clause) ??
    new RegExp(
      `^${S} (?:nuke )?stockpile (?:is|was) (larger|smaller) than (?:that of )?${S}(?: stockpile)?${W}$`,
    ).exec(clause) ??
    new RegExp(`^${S} have (larger|smaller) stockpile than ${S}(?: (?:have|do))*${W}$`).exec(clause);
  const top = new RegExp(
    `^${S} (?:have|possess) (?:largest|most) (?:stockpile|warhead|nuke)(?: of)?(?: (?:warhead|nuke|state|all state))*${W}$`,
  ).exec(clause);
  const match = than ?? top;
  if (match === null) return undefined;
  const a = code(match[1]);
  const word = match.at(-1);
  const whens = word === undefined ? [] : [thing(line, word, 'W').when];
  if (a === undefined || whens.some(({ rel }) => rel !== 'in')) return undefined;
  if (than === null) return { kind: 'stockpile-more', a, relation: '>', whens };
  const b = code(than[3]);
  const relation = than[2] === 'more' || than[2] === 'larger' ? '>' : '<';
  return b === undefined ? undefined : { kind: 'stockpile-more', a, b, relation, whens };
}

const OFFICE_GLUE = new Set('is was have of as in at hold perform now it'.split(' '));

/** "Sergei Ryabkov is Deputy Foreign Minister of Russia", "the US president in 2018 was Donald Trump". */
export function officeFrame(line: Line, clause: string): Proposition | undefined {
  const bag = bagOf(line, clause);
  const offices = takeThings(bag, 'R');
  const persons = takeThings(bag, 'P');
  if (offices.length !== 1 || persons.length !== 1) return undefined;
  const starting = take(bag, 'become');
  const verb = starting || has(bag, 'is', 'was');
  const past = starting || (has(bag, 'was') && !has(bag, 'is'));
  const whens = whensOf(bag);
  const negations = takeCount(bag, 'not', 'never');
  if (!verb || negations > 1 || !isEmptyBut(bag, OFFICE_GLUE)) return undefined;
  if (whens.length > 1 || whens.some(({ rel }) => rel !== 'in' && rel !== 'since')) return undefined;
  if (starting && whens.length === 0) return undefined;
  return {
    kind: 'office',
    person: persons[0]!.person,
    office: offices[0]!.office,
    whens,
    polarity: negations === 0,
    past,
    ...(starting ? { starting } : {}),
  };
}

const DEED_GLUE = new Set('have did was of in it the'.split(' '));

/** A deed of the timeline: "North Korea closed the Punggye-ri test site in 2018". */
export function deedFrame(line: Line, clause: string): Proposition | undefined {
  const bag = bagOf(line, clause);
  const deeds = takeThings(bag, 'K');
  if (deeds.length !== 1) return undefined;
  const persons = takeThings(bag, 'P');
  // "President Trump": the office before a name says no more than the name here.
  const offices = takeThings(bag, 'R');
  const whens = whensOf(bag);
  const negations = takeCount(bag, 'not', 'never');
  const subject = takeSubject(bag);
  const { deed } = deeds[0]!;
  if (persons.length > 1 || negations > 0 || subject?.mode !== 'each' || subject.codes.length > 1)
    return undefined;
  if (offices.length > (persons.length === 1 ? 1 : 0) || !isEmptyBut(bag, DEED_GLUE)) return undefined;
  const state = subject.codes[0] ?? persons[0]?.state;
  if (state === undefined || (offices[0] !== undefined && offices[0].office.state !== state))
    return undefined;
  return {
    kind: 'deed',
    deed,
    state,
    whens,
    polarity: true,
    ...(persons[0] === undefined ? {} : { person: persons[0].person }),
  };
}
