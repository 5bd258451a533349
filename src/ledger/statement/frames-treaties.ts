import { type Bag, bagOf, has, isEmptyBut, take, takeCount, takeThings } from './bag.ts';
import { type Line, thing } from './line.ts';
import type { Count, Proposition, TreatyActKind, When } from './proposition.ts';
import { takeSubject } from './subject.ts';

const GLUE = new Set(
  'have is was did do of by to at in on with from it out there only now into for state occur perform nobody treaty'.split(
    ' ',
  ),
);

/** The one act that a clause tells of, taken from it; "withdrew its ratification" is not "withdrew from the treaty". */
function takeAct(bag: Bag): TreatyActKind | undefined {
  const undo = take(bag, 'revoke');
  const withdraw = take(bag, 'withdraw', 'leave');
  const ratify = take(bag, 'ratify');
  const sign = take(bag, 'sign');
  const accede = take(bag, 'accede');
  const party = take(bag, 'party');
  const suspend = take(bag, 'suspend');
  take(bag, 'participation');
  if ([ratify, sign, accede, party, suspend].filter(Boolean).length > 1) return undefined;
  if (undo || withdraw) {
    if (ratify) return 'revoke';
    if (sign) return 'unsign';
    if (accede || party || suspend) return undefined;
    return withdraw && !undo ? 'leave' : undefined;
  }
  return ratify
    ? 'ratify'
    : sign
      ? 'sign'
      : accede
        ? 'accede'
        : party
          ? 'join'
          : suspend
            ? 'suspend'
            : undefined;
}

/** The treaty that a clause names, or the one named before it. */
function takeTreaty(bag: Bag, inherited: string | undefined): string | undefined {
  const named = [...new Set(takeThings(bag, 'T').map(({ treaty }) => treaty))];
  if (named.length > 1) return undefined;
  return named[0] ?? inherited;
}

const whensOf = (bag: Bag): readonly When[] => takeThings(bag, 'W').map(({ when }) => when);

/** "178 states have ratified", "nine Annex 2 states have not", "36 of the 44", "188 signatures". */
function counting(line: Line, clause: string, inherited: string | undefined): Proposition | undefined {
  const bag = bagOf(line, clause.replace(/\bsign (?:, )?but (?:have )?not (?:have )?ratify\b/, 'signedonly'));
  const treaty = takeTreaty(bag, inherited);
  const outOf = /\b(C\d+) (?:out of|of) (?:all )?(?:annex2 |required )?(C\d+)\b/.exec(clause);
  const counts = takeThings(bag, 'C').map(({ count }) => count);
  if (treaty === undefined || counts.length !== (outOf === null ? 1 : 2)) return undefined;
  const count: Count = outOf === null ? counts[0]! : thing(line, outOf[1]!, 'C').count;
  const of = outOf === null ? undefined : thing(line, outOf[2]!, 'C').count.value;
  const named = take(bag, 'annex2', 'required');
  const listed = named || of !== undefined;
  take(bag, 'outstanding', 'other');
  const missing = take(bag, 'holdout', 'need');
  const negations = takeCount(bag, 'not', 'no', 'never');
  const signedOnly = take(bag, 'signedonly');
  const entering = take(bag, 'enterforce');
  take(bag, 'nobody');
  const whens = whensOf(bag);
  const subject = takeSubject(bag);
  const sign = take(bag, 'sign');
  const ratify = take(bag, 'ratify', 'party', 'accede');
  if (subject === undefined || subject.codes.length > 0 || subject.mode !== 'each' || negations > 1)
    return undefined;
  if (!isEmptyBut(bag, GLUE)) return undefined;
  const head = {
    kind: 'treaty-count',
    ...(named ? { named } : {}),
    treaty,
    count,
    whens,
    ...(of === undefined ? {} : { of }),
  } as const;
  if (signedOnly)
    return listed || missing || sign || ratify || negations > 0
      ? undefined
      : { ...head, measure: 'signed-only', polarity: true };
  if (sign === ratify && !missing) return undefined;
  if (missing || negations === 1) {
    if (sign) return undefined;
    // "Nine states have not ratified" speaks of all states by its words, and of the treaty's list by its use.
    const bare = !listed && !missing && !entering;
    if (bare && count.relation !== '=') return undefined;
    return { ...head, measure: 'listed-missing', polarity: true, ...(bare ? { bare } : {}) };
  }
  if (listed) return sign ? undefined : { ...head, measure: 'listed', polarity: true };
  return { ...head, measure: sign ? 'signatures' : 'ratifications', polarity: true };
}

/** What is said of the treaty itself: in force or not, opened, ended, extended, what it still needs. */
function ofTreaty(line: Line, clause: string, inherited: string | undefined): Proposition | undefined {
  const bag = bagOf(line, clause);
  const treaty = takeTreaty(bag, inherited);
  if (treaty === undefined) return undefined;
  const ended = has(bag, 'nolonger');
  const negations = takeCount(bag, 'not', 'never', 'no', 'nolonger');
  const polarity = negations === 0;
  if (negations > 1) return undefined;
  const whens = whensOf(bag);
  // "Extended for five years" tells a length and no time.
  if (whens.some(({ rel }) => rel === 'past')) return undefined;
  if (has(bag, 'need')) {
    take(bag, 'need', 'ratify', 'enterforce', 'outstanding');
    const only = take(bag, 'only');
    const subject = takeSubject(bag);
    if (subject?.mode !== 'each' || subject.codes.length === 0 || whens.length > 0 || !isEmptyBut(bag, GLUE))
      return undefined;
    return { kind: 'treaty-needs', treaty, codes: subject.codes, only, polarity };
  }
  const events = [
    take(bag, 'enterforce') && 'enter',
    take(bag, 'inforce') && 'force',
    take(bag, 'opened') && 'opened',
    take(bag, 'expire') && 'ended',
    take(bag, 'extend') && 'extended',
    has(bag, 'sign') && !/[SAJPC]\d/.test(clause) && take(bag, 'sign') && 'opened',
  ].filter((event) => event !== false);
  if (ended && events[0] !== 'force') return undefined;
  if (events.length !== 1 || !isEmptyBut(bag, GLUE) || has(bag, 'only')) return undefined;
  const [event] = events;
  if (event === 'enter' || event === 'force')
    return { kind: 'in-force', treaty, whens, polarity, entering: event === 'enter' };
  if (event === 'opened' && whens.length === 0) return undefined;
  return { kind: 'treaty-day', treaty, event: event as 'opened' | 'ended' | 'extended', whens, polarity };
}

const ACTS: Readonly<Record<string, TreatyActKind>> = {
  sign: 'sign',
  ratify: 'ratify',
  party: 'join',
  suspend: 'suspend',
  accede: 'accede',
};

/** "Russia ratified before the United States did", "Fiji was the first state to ratify". */
function order(line: Line, clause: string, inherited: string | undefined): Proposition | undefined {
  const state = (word: string | undefined) => {
    const found = word === undefined ? undefined : line.things[Number(word.slice(1))];
    return found?.type === 'S' || found?.type === 'A' ? found.code : undefined;
  };
  const match =
    /^(S\d+) (?:have )?(sign|ratify|accede|party)(?: to)?(?: (T\d+|it))? (before|after) (S\d+)(?: (?:have|did|do))*$/.exec(
      clause,
    );
  if (match !== null) {
    const treaty = match[3]?.startsWith('T') ? thing(line, match[3], 'T').treaty : inherited;
    const [a, b] = [state(match[1]), state(match[5])];
    if (treaty === undefined || a === undefined || b === undefined) return undefined;
    const [before, after] = match[4] === 'before' ? [a, b] : [b, a];
    return { kind: 'treaty-order', treaty, act: ACTS[match[2]!]!, before, after };
  }
  const last =
    /^(S\d+) (?:is|was) last (annex2 )?(?:state )?(?:to|which) (?:have )?(sign|ratify)(?: (T\d+|it))?$/.exec(
      clause,
    ) ??
    /^(?=last)(?=.* (?:is|was) (S\d+)$)last (annex2 )?state (?:to|which) (?:have )?(sign|ratify)(?: (T\d+|it))? (?:is|was) S\d+$/.exec(
      clause,
    );
  if (last !== null) {
    const treaty = last[4]?.startsWith('T') ? thing(line, last[4], 'T').treaty : inherited;
    const code = state(last[1]);
    if (treaty === undefined || code === undefined) return undefined;
    return {
      kind: 'treaty-rank',
      treaty,
      act: ACTS[last[3]!]!,
      code,
      edge: 'last',
      listed: last[2] !== undefined,
    };
  }
  const first =
    /^(S\d+) (?:is|was) (O\d+|firstly) (?:state )?(?:to|which) (?:have )?(sign|ratify)(?: (T\d+|it))?$/.exec(
      clause,
    ) ??
    /^(?=.* (?:is|was) (S\d+)$)(O\d+) state (?:to|which) (?:have )?(sign|ratify)(?: (T\d+|it))? (?:is|was) S\d+$/.exec(
      clause,
    );
  if (first === null || (first[2] !== 'firstly' && thing(line, first[2]!, 'O').value !== 1)) return undefined;
  const treaty = first[4]?.startsWith('T') ? thing(line, first[4], 'T').treaty : inherited;
  const code = state(first[1]);
  return treaty === undefined || code === undefined
    ? undefined
    : { kind: 'treaty-rank', treaty, act: ACTS[first[3]!]!, code };
}

/** A clause about treaties: one treaty, one act, one subject, at most one negation, times. */
export function treatyFrame(
  line: Line,
  clause: string,
  inherited: string | undefined,
): Proposition | undefined {
  const ranked = order(line, clause, inherited);
  if (ranked !== undefined) return ranked;
  if (/\b(?:before|after|than|most|more|fewer|since [SJ])\b/.test(clause)) return undefined;
  if (/\bC\d+\b/.test(clause)) return counting(line, clause, inherited);
  const own = ofTreaty(line, clause, inherited);
  if (own !== undefined) return own;

  const bag = bagOf(line, clause);
  const treaty = takeTreaty(bag, inherited);
  const persons = takeThings(bag, 'P');
  const act = takeAct(bag);
  const negations = takeCount(bag, 'not', 'never', 'no');
  const whens = whensOf(bag);
  const listed = take(bag, 'annex2', 'required');
  take(bag, 'other');
  const subject = takeSubject(bag);
  if (
    treaty === undefined ||
    act === undefined ||
    subject === undefined ||
    negations > 1 ||
    persons.length > 1
  )
    return undefined;
  if (listed || !isEmptyBut(bag, GLUE) || take(bag, 'only')) return undefined;
  const [person] = persons;
  const codes = subject.codes.length > 0 ? subject.codes : person === undefined ? [] : [person.state];
  if (subject.mode !== 'none' && codes.length === 0) return undefined;
  if (subject.mode === 'none' && (negations > 0 || person !== undefined)) return undefined;
  if (person !== undefined && (codes.length > 1 || codes[0] !== person.state)) return undefined;
  return {
    kind: 'treaty-act',
    treaty,
    act,
    subject: { ...subject, codes, ...(person === undefined ? {} : { person: person.person }) },
    whens,
    polarity: negations === 0,
    ...(/\bnever\b/.test(clause) ? { never: true } : {}),
  };
}
