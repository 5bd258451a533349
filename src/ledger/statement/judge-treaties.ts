import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import { actsByState, actsUnder } from '../act-index.ts';
import { actDisagreement, alsoTold } from '../disagreement.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf, Evidence } from '../judgement.ts';
import { type Ledger, nameOf, type TreatyAct } from '../ledger.ts';
import { CONSENT, isBound, standingOf } from '../standing.ts';
import { atStart } from '../state-name.ts';
import { titleWithin } from '../treaties-from-rows.ts';
import { type TreatyStatus, treatyStatus } from '../treaty-status.ts';
import { agrees, allOf, isNear, type Outcome, outcome } from './outcome.ts';
import type { Proposition, TreatyActKind, When } from './proposition.ts';
import { isEmpty, windowOf } from './window.ts';

type Of<K extends Proposition['kind']> = Extract<Proposition, { kind: K }>;

const title = (ledger: Ledger, treaty: string): string => titleWithin(ledger.treaties.get(treaty)!.title);

/** The record of a treaty as what decides, where no single act can. */
function theRecord(ledger: Ledger, treaty: string, words: string): Evidence {
  const row = ledger.treaties.get(treaty)!;
  const own = ledger.treatyActs.find((act) => act.treaty === treaty);
  return {
    fact: `list:${treaty}`,
    text: `The record of ${title(ledger, treaty)}, collected until ${inWords(ledger.collectedUntil.treaties)}, ${words}.`,
    source: own?.source ?? row.source,
  };
}

/** The end of a treaty as a row. */
const endOf = (ledger: Ledger, treaty: string): Evidence => {
  const row = ledger.treaties.get(treaty)!;
  return {
    fact: `treaty:${treaty}`,
    text: `${row.title}: ended on ${inWords(row.ended ?? '')}${row.rule ? ` (${row.rule})` : ''}.`,
    source: row.source,
  };
};

const cut = (ledger: Ledger): string =>
  `Treaty acts were collected until ${inWords(ledger.collectedUntil.treaties)}.`;

/**
 * Two-sided treaties: the ledger has their signatures and entry into force, not every act under them. A treaty with a rule
 * of its own is recorded in full, however few its states.
 */
const isBilateral = (ledger: Ledger, treaty: string): boolean =>
  !ledger.entryRules.has(treaty) && (actsByState(ledger).get(treaty)?.size ?? 0) <= 2;

/** A state's own acts; the acts of the state that it continues are its own. */
function stateOf(ledger: Ledger, code: string): string {
  const heir = [...ledger.continues].find(([, earlier]) => earlier === code);
  return heir?.[0] ?? code;
}

const SHOWS: Readonly<Record<TreatyActKind, (act: TreatyAct) => boolean>> = {
  sign: ({ act }) => act === 'signature',
  ratify: ({ act }) => CONSENT.has(act),
  accede: ({ act }) => CONSENT.has(act) && act !== 'ratification',
  join: ({ act }) => CONSENT.has(act),
  revoke: ({ act }) => act === 'ratification-withdrawn',
  leave: ({ act }) => act === 'withdrawal',
  suspend: ({ act }) => act === 'suspension',
  unsign: ({ act }) => act === 'signature-withdrawn',
};

const UNDOES: Readonly<Partial<Record<TreatyActKind, readonly string[]>>> = {
  ratify: ['ratification-withdrawn', 'withdrawal'],
  join: ['ratification-withdrawn', 'withdrawal'],
  accede: ['ratification-withdrawn', 'withdrawal'],
  sign: ['signature-withdrawn'],
};

/** Whether an act's day fits the times of the clause; "since 1996" holds for what holds since then. */
function fits(date: string, whens: readonly When[], when: AsOf): boolean {
  const window = windowOf(
    whens.map((own) => (own.rel === 'past' ? { ...own } : own)),
    when.asOf,
    false,
  );
  return !isEmpty(window) && firstDay(date) <= window.to && lastDay(date) >= window.from;
}

export function judgeTreatyAct(ledger: Ledger, proposition: Of<'treaty-act'>, when: AsOf): Outcome {
  const { subject, treaty, act } = proposition;
  if (subject.mode === 'none') return judgeNobody(ledger, proposition, when);
  if (subject.mode === 'only' || subject.mode === 'none-but') return judgeOnly(ledger, proposition, when);
  const one = allOf(subject.codes.map((code) => judgeOne(ledger, proposition, stateOf(ledger, code), when)));
  if (subject.person === undefined || one.truth !== 'yes') return one;
  // The act is the state's; whether this person did it, the timeline must tell.
  const surname = subject.person.split(' ').at(-1)!;
  const acts = actsByState(ledger).get(treaty)?.get(stateOf(ledger, subject.codes[0]!)) ?? [];
  const told = acts.filter(SHOWS[act]).flatMap((found) => alsoTold(ledger, found, when));
  const own = told.filter(({ person }) => person.includes(surname));
  if (own.length > 0) return { ...one, because: [...outcome(true, own, '').because, ...one.because] };
  return outcome('partly', one.because, `${one.note} That it was ${subject.person} is not in the ledger.`);
}

function judgeOne(ledger: Ledger, proposition: Of<'treaty-act'>, code: string, when: AsOf): Outcome {
  const { treaty, act, whens, polarity } = proposition;
  const name = atStart(ledger.names.get(code) ?? code);
  const acts = (actsByState(ledger).get(treaty)?.get(code) ?? []).filter((found) =>
    isOnRecord(found, when.asOf, when.knownBy),
  );
  const matching = acts.filter(SHOWS[act]);
  const found = matching.findLast(({ date }) => fits(date, whens, when)) ?? matching.at(-1);
  if (found === undefined) return missing(ledger, proposition, code, acts, when);
  // Nobody is bound by a treaty that has ended.
  const end = ledger.treaties.get(treaty)!.ended;
  if (act === 'join' && polarity && whens.length === 0 && end !== undefined && firstDay(end) <= when.asOf) {
    return outcome(
      false,
      [endOf(ledger, treaty), found],
      `${title(ledger, treaty)} ended on ${inWords(end)}. ${cut(ledger)}`,
    );
  }
  const undone = acts.find((other) => UNDOES[act]?.includes(other.act) && other.date >= found.date);
  const disagreement = actDisagreement(ledger, found, when);
  const told = alsoTold(ledger, found, when).filter(({ date }) => date !== found.date);
  const days = disagreement?.values.map(({ value }) => value) ?? [];
  const rule =
    disagreement === undefined ? '' : ` Sources give ${days.map(inWords).join(', ')}. ${disagreement.rule}`;
  const inTime = fits(found.date, whens, when);
  if (!polarity) {
    if (whens.some(({ rel }) => rel === 'since') && found.act !== 'signature') {
      return outcome(
        'unclear',
        [found],
        `${found.text} The words leave open what is meant to hold since then.`,
      );
    }
    if (!inTime) return outcome(true, [found], `${found.text} It is not of the time named.`);
    if (undone !== undefined && !proposition.never) {
      return outcome(
        'partly',
        [found, undone],
        `${name} had done so on ${inWords(found.date)} and took it back on ${inWords(undone.date)}.`,
      );
    }
    return outcome(false, [found], `${found.text} ${cut(ledger)}`);
  }
  // Bound from the entry into force says nothing of the day of ratification.
  if (found.act === 'in-force' && act === 'ratify' && whens.some(({ rel }) => rel !== 'since')) {
    return outcome('unknown', [found], `${found.text} The ledger does not hold the day of ratification.`);
  }
  if (!inTime) {
    const other = days.find((day) => fits(day, whens, when));
    if (other !== undefined) return outcome('disputed', [found, ...told], `${found.text}${rule}`);
    const since = whens.some(({ rel }) => rel === 'since') && whens.length === 1;
    if (since && act !== 'leave')
      return outcome(
        undone === undefined,
        [found, undone],
        `${found.text}${undone ? ` ${undone.text}` : ''}`,
      );
    return outcome('partly', [found], `The act is on record, but on ${inWords(found.date)}.${rule}`);
  }
  const dated = whens.some(
    ({ rel }) => rel === 'in' || rel === 'before' || rel === 'until' || rel === 'after',
  );
  if (undone !== undefined && !(dated && act !== 'join')) return outcome(false, [undone, found], undone.text);
  return outcome(
    true,
    [found, ...told, undone],
    `${found.text}${undone === undefined ? '' : ` ${undone.text}`}${rule} ${cut(ledger)}`,
  );
}

/** No such act on record: a full record says no, a thin one nothing, and another act explains a wrong word. */
function missing(
  ledger: Ledger,
  { treaty, act, polarity, whens }: Of<'treaty-act'>,
  code: string,
  acts: readonly TreatyAct[],
  when: AsOf,
): Outcome {
  const name = atStart(ledger.names.get(code) ?? code);
  const standing = standingOf(ledger, treaty, code, when);
  const rows = [standing.signature, standing.ratification, standing.withdrawn].filter(
    (row) => row !== undefined,
  );
  const because =
    rows.length > 0 ? rows : [theRecord(ledger, treaty, `holds no act of ${nameOf(ledger, code)}`)];
  if (
    whens.some(
      ({ from, rel }) =>
        rel !== 'before' &&
        rel !== 'until' &&
        from !== undefined &&
        firstDay(from) > ledger.collectedUntil.treaties,
    )
  ) {
    return outcome('unknown', because, `${cut(ledger)} It cannot tell of later days.`);
  }
  if (act === 'leave') {
    const announced = acts.find((row) => row.act === 'withdrawal-announced');
    if (announced !== undefined)
      return outcome('disputed', [announced, standing.ratification], announced.text);
    const revoked = acts.find((row) => row.act === 'ratification-withdrawn');
    if (revoked !== undefined) {
      return outcome(
        !polarity,
        [revoked],
        `${name} withdrew its ratification and stays a signatory; it has not withdrawn from the treaty.`,
      );
    }
    if (standing.suspended !== undefined) {
      return outcome(
        !polarity,
        [standing.suspended],
        `${name} suspended its participation; the ledger holds no withdrawal from the treaty.`,
      );
    }
  }
  if (isBilateral(ledger, treaty) && (act !== 'sign' || acts.length > 0 || !ledger.names.has(code))) {
    return outcome(
      'unknown',
      because,
      `The ledger holds no such act of ${nameOf(ledger, code)} under ${title(ledger, treaty)}; its record of this treaty is not complete.`,
    );
  }
  if (act === 'suspend')
    return outcome('unknown', because, 'The record of this treaty does not tell of suspensions.');
  // To ratify and to accede both bind; the words differ, the effect does not.
  if (act === 'accede' && standing.ratification !== undefined) {
    return outcome(
      polarity ? 'partly' : true,
      [standing.ratification],
      `${standing.ratification.text} It did not accede.`,
    );
  }
  return outcome(
    !polarity,
    because,
    `The record of ${title(ledger, treaty)} holds no such act of ${nameOf(ledger, code)}. ${cut(ledger)}`,
  );
}

/** "No state has withdrawn from the treaty." */
function judgeNobody(ledger: Ledger, { treaty, act, whens }: Of<'treaty-act'>, when: AsOf): Outcome {
  if (isBilateral(ledger, treaty))
    return outcome('unknown', [], 'The record of this treaty is not complete.');
  const acts = actsUnder(ledger, treaty).filter((row) => isOnRecord(row, when.asOf, when.knownBy));
  const found = acts.filter((row) => SHOWS[act](row) && fits(row.date, whens, when));
  if (found.length > 0) return outcome(false, [found.at(-1)], found.at(-1)!.text);
  const announced = act === 'leave' ? acts.find((row) => row.act === 'withdrawal-announced') : undefined;
  if (announced !== undefined && fits(announced.date, whens, when))
    return outcome('disputed', [announced], announced.text);
  if (act === 'suspend')
    return outcome('unknown', [], 'The record of this treaty does not tell of suspensions.');
  return outcome(
    true,
    [theRecord(ledger, treaty, 'holds no such act')],
    `The record holds no such act. ${cut(ledger)}`,
  );
}

/** "Russia is the only state to have withdrawn its ratification." */
function judgeOnly(ledger: Ledger, proposition: Of<'treaty-act'>, when: AsOf): Outcome {
  const { treaty, act, subject, whens, polarity } = proposition;
  if (!polarity || isBilateral(ledger, treaty))
    return outcome('unclear', [], 'The words leave open which states are meant.');
  const own = subject.codes.map((code) => stateOf(ledger, code));
  const all = [...(actsByState(ledger).get(treaty)?.entries() ?? [])].flatMap(([state, acts]) => {
    const found = acts.find(
      (row) => SHOWS[act](row) && isOnRecord(row, when.asOf, when.knownBy) && fits(row.date, whens, when),
    );
    return found === undefined ? [] : [{ state, found }];
  });
  const other = all.find(({ state }) => !own.includes(state));
  if (other !== undefined)
    return outcome(false, [other.found], `${other.found.text} ${all.length} states have done so.`);
  const mine = all.filter(({ state }) => own.includes(state));
  if (subject.mode === 'only' && mine.length < own.length) {
    return outcome(
      false,
      [theRecord(ledger, treaty, 'holds no such act')],
      `The record holds no such act of ${own.map((code) => nameOf(ledger, code)).join(', ')}.`,
    );
  }
  return outcome(
    true,
    mine.length > 0 ? mine.map(({ found }) => found) : [theRecord(ledger, treaty, 'holds no such act')],
    `The record holds such an act of no other state. ${cut(ledger)}`,
  );
}

interface Counts {
  readonly status: TreatyStatus;
  readonly signedOnly: number;
  /** The acts that decide each count, found when first asked for. */
  readonly deciding: Map<string, readonly TreatyAct[]>;
}

const counted = new WeakMap<readonly TreatyAct[], Map<string, Counts>>();
const actDays = new WeakMap<readonly TreatyAct[], Map<string, readonly string[]>>();

/** The days on which a treaty's counts change, in order. */
export function daysOf(ledger: Ledger, treaty: string): readonly string[] {
  const known = actDays.get(ledger.treatyActs) ?? new Map<string, readonly string[]>();
  actDays.set(ledger.treatyActs, known);
  const days = known.get(treaty) ?? [...new Set(actsUnder(ledger, treaty).map(({ date }) => date))];
  known.set(treaty, days);
  return days;
}

/** Counts on a day; kept for the days between two acts, since a search backwards asks for many days. */
function countsOn(ledger: Ledger, treaty: string, when: AsOf): Counts {
  const days = daysOf(ledger, treaty);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= when.asOf) low = middle + 1;
    else high = middle;
  }
  const known = counted.get(ledger.treatyActs) ?? new Map<string, Counts>();
  counted.set(ledger.treatyActs, known);
  const key = `${treaty}|${low}|${when.knownBy ?? ''}`;
  const found = known.get(key) ?? {
    status: treatyStatus(ledger, treaty, when),
    signedOnly: signedOnly(ledger, treaty, when),
    deciding: new Map(),
  };
  known.set(key, found);
  return found;
}

export function judgeTreatyCount(ledger: Ledger, proposition: Of<'treaty-count'>, when: AsOf): Outcome {
  const { treaty, measure, count, of, whens, polarity } = proposition;
  if (whens.some(({ rel }) => rel !== 'in' && rel !== 'until'))
    return outcome('unclear', [], 'The words leave open of which day they speak.');
  const window = windowOf(whens, when.asOf, false);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const day = whens.length === 0 ? when.asOf : window.to;
  if (whens.length > 0 && day > ledger.collectedUntil.treaties) return outcome('unknown', [], cut(ledger));
  const asked = { ...when, asOf: day };
  const counts = countsOn(ledger, treaty, asked);
  const { status } = counts;
  const { required } = status;
  if (measure.startsWith('listed') && required === undefined) {
    return outcome('unclear', [], `${title(ledger, treaty)} has no list of states that must ratify.`);
  }
  const rows = counts.deciding.get(measure) ?? decidingActs(ledger, treaty, measure, asked);
  counts.deciding.set(measure, rows);
  if (of !== undefined && measure.startsWith('listed') && of !== required!.total && !proposition.named) {
    return outcome('unclear', rows, `The words do not say of which ${of} states they speak.`);
  }
  if (of !== undefined && measure.startsWith('listed') && of !== required!.total) {
    return outcome(
      false,
      [theRecord(ledger, treaty, `needs ${required!.total} states, not ${of}`)],
      `The list has ${required!.total} states.`,
    );
  }
  const actual = {
    signatures: status.signatures,
    ratifications: status.ratifications,
    listed: required?.ratified ?? 0,
    'listed-missing': required?.missing.length ?? 0,
    'signed-only': counts.signedOnly,
  }[measure];
  const words = {
    signatures: `${actual} states have signed`,
    ratifications: `${actual} states have ratified`,
    listed: `${actual} of the ${required?.total} states that it needs have ratified`,
    'listed-missing': `${actual} of the ${required?.total} states that it needs have not ratified: ${required?.missing.map((code) => nameOf(ledger, code)).join(', ')}`,
    'signed-only': `${actual} states have signed and not ratified`,
  }[measure];
  const note = `By the record of ${title(ledger, treaty)}, ${words}, as of ${inWords(day)}. ${cut(ledger)}`;
  const holds = agrees(actual, count.relation, count.value);
  // Within a year that is named, a count that held on some day of it is right for that day.
  if (!holds && window.from > '0001-01-01' && window.from < day) {
    const start = countsOn(ledger, treaty, { ...when, asOf: window.from }).status;
    const between = [start.signatures, start.ratifications];
    if (
      measure === 'signatures'
        ? between[0]! <= count.value && count.value <= actual
        : between[1]! <= count.value && count.value <= actual
    ) {
      return outcome(
        measure === 'signatures' || measure === 'ratifications' ? 'yes' : 'unclear',
        rows,
        `${note} It changed within the time named.`,
      );
    }
  }
  if (!holds && count.relation === '=' && isNear(actual, count.value)) return outcome(false, rows, note);
  return outcome(holds === polarity, rows, note);
}

function signedOnly(ledger: Ledger, treaty: string, when: AsOf): number {
  return [...(actsByState(ledger).get(treaty)?.keys() ?? [])].filter((state) => {
    const standing = standingOf(ledger, treaty, state, when);
    return standing.signature !== undefined && !isBound(standing);
  }).length;
}

/** The latest act that changed a count, and the withdrawals that count against it. */
function decidingActs(
  ledger: Ledger,
  treaty: string,
  measure: Of<'treaty-count'>['measure'],
  when: AsOf,
): readonly TreatyAct[] {
  const listed = measure.startsWith('listed') ? new Set(ledger.entryRules.get(treaty)?.states) : undefined;
  let latest: TreatyAct | undefined;
  const taken: TreatyAct[] = [];
  for (const [state, acts] of actsByState(ledger).get(treaty) ?? []) {
    if (listed !== undefined && !listed.has(state)) continue;
    for (const act of acts) {
      if (!isOnRecord(act, when.asOf, when.knownBy)) continue;
      if (act.act === 'ratification-withdrawn' || act.act === 'withdrawal') taken.push(act);
      else if (
        (measure === 'signatures' ? act.act === 'signature' : CONSENT.has(act.act)) &&
        (latest === undefined || act.date > latest.date)
      )
        latest = act;
    }
  }
  return measure === 'signatures' ? (latest ? [latest] : []) : [...taken, ...(latest ? [latest] : [])];
}

export function judgeTreatyNeeds(
  ledger: Ledger,
  { treaty, codes, only, polarity }: Of<'treaty-needs'>,
  when: AsOf,
): Outcome {
  const { required } = countsOn(ledger, treaty, when).status;
  if (required === undefined)
    return outcome('unclear', [], `${title(ledger, treaty)} has no list of states that must ratify.`);
  const said = codes.map((code) => stateOf(ledger, code));
  const wrong = said.filter((code) => !required.missing.includes(code));
  const left = required.missing.filter((code) => !said.includes(code));
  const rows = [
    ...said
      .flatMap((code) => Object.values(standingOf(ledger, treaty, code, when)))
      .filter((row): row is TreatyAct => typeof row === 'object'),
    theRecord(ledger, treaty, `misses ${required.missing.map((code) => nameOf(ledger, code)).join(', ')}`),
  ];
  const note = `Of the states that it needs, these have not ratified: ${required.missing.map((code) => nameOf(ledger, code)).join(', ')}. ${cut(ledger)}`;
  if (wrong.length === said.length) return outcome(!polarity, rows, note);
  if (wrong.length > 0) return outcome('partly', rows, note);
  // A list of four and more is told as the whole list.
  if (left.length > 0 && (only || said.length > 3)) return outcome(only ? !polarity : 'partly', rows, note);
  return outcome(polarity, rows, note);
}

export function judgeTreatyOrder(
  ledger: Ledger,
  { treaty, act, before, after }: Of<'treaty-order'>,
  when: AsOf,
): Outcome {
  const first = (code: string) =>
    (actsByState(ledger).get(treaty)?.get(stateOf(ledger, code)) ?? []).find(
      (row) => SHOWS[act](row) && isOnRecord(row, when.asOf, when.knownBy),
    );
  const [a, b] = [first(before), first(after)];
  if (a === undefined || b === undefined) {
    const none = a === undefined ? before : after;
    if (isBilateral(ledger, treaty))
      return outcome('unknown', [a, b], 'The record of this treaty is not complete.');
    return outcome(
      a === undefined ? false : 'partly',
      [a, b, theRecord(ledger, treaty, `holds no such act of ${nameOf(ledger, none)}`)],
      `The record holds no such act of ${nameOf(ledger, none)}.`,
    );
  }
  return outcome(a.date < b.date, [a, b], `${a.text} ${b.text}`);
}

export function judgeTreatyRank(ledger: Ledger, proposition: Of<'treaty-rank'>, when: AsOf): Outcome {
  const { treaty, act, code, edge, listed } = proposition;
  const needed = listed ? new Set(ledger.entryRules.get(treaty)?.states) : undefined;
  const all = actsUnder(ledger, treaty).filter(
    (row) =>
      SHOWS[act](row) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (needed === undefined || needed.has(row.state)),
  );
  const sooner = (a: TreatyAct, b: TreatyAct) => (edge === 'last' ? a.date > b.date : a.date < b.date);
  const first = all.reduce<TreatyAct | undefined>(
    (best, row) => (best === undefined || sooner(row, best) ? row : best),
    undefined,
  );
  if (first === undefined) return outcome('unknown', [], 'The record holds no such act.');
  const own = all.find((row) => row.state === stateOf(ledger, code));
  const tied = all.filter(({ date }) => date === first.date);
  if (tied.length > 1 && own?.date === first.date)
    return outcome('partly', tied.slice(0, 3), `${tied.length} states did so on ${inWords(first.date)}.`);
  return outcome(own?.date === first.date, [first, own === first ? undefined : own], first.text);
}

export function judgeInForce(
  ledger: Ledger,
  { treaty, whens, polarity, entering }: Of<'in-force'>,
  when: AsOf,
): Outcome {
  const row = ledger.treaties.get(treaty)!;
  const window = windowOf(whens, when.asOf, false);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const status = treatyStatus(
    ledger,
    treaty,
    whens.length > 0 && !entering ? { ...when, asOf: window.to } : when,
  );
  const entry = {
    fact: `treaty:${treaty}`,
    text: `${row.title}: ${status.since ? `in force since ${inWords(status.since)}` : 'never in force by its rule'}${status.ended ? `, ended on ${inWords(status.ended)}` : ''}.`,
    source: ledger.entryRules.get(treaty)?.source || row.source,
  };
  const rule = ledger.entryRules.get(treaty)?.text;
  const note = `${entry.text}${rule ? ` Rule: ${rule}.` : ''}${status.required && status.required.missing.length > 0 ? ` Missing: ${status.required.missing.map((code) => nameOf(ledger, code)).join(', ')}.` : ''} ${cut(ledger)}`;
  if (entering) {
    if (status.since === undefined) return outcome(!polarity, [entry], note);
    if (whens.length === 0) return outcome(polarity, [entry], note);
    const right = firstDay(status.since) >= window.from && status.since <= window.to;
    const other =
      row.otherInForce !== undefined && row.otherInForce >= window.from && row.otherInForce <= window.to;
    if (!right && other)
      return outcome('disputed', [entry], `${note} Other lists give ${inWords(row.otherInForce!)}.`);
    return outcome(right ? polarity : polarity ? 'partly' : true, [entry], note);
  }
  if (whens.some(({ rel }) => rel === 'since')) {
    const since = whens.find(({ rel }) => rel === 'since')!;
    if (!polarity) return outcome('unclear', [entry], note);
    const right =
      status.inForce &&
      status.since !== undefined &&
      status.since >= firstDay((since.from ?? since.to)!) &&
      status.since <= lastDay((since.to ?? since.from)!);
    return outcome(right ? true : status.inForce ? 'partly' : false, [entry], note);
  }
  return outcome(status.inForce === polarity, [entry], note);
}

export function judgeTreatyDay(
  ledger: Ledger,
  { treaty, event, whens, polarity }: Of<'treaty-day'>,
  when: AsOf,
): Outcome {
  const row = ledger.treaties.get(treaty)!;
  const extension = ledger.treatyActs.findLast(
    (act) => act.treaty === treaty && act.act === 'extension' && isOnRecord(act, when.asOf, when.knownBy),
  );
  const date = event === 'opened' ? row.opened : event === 'ended' ? row.ended : extension?.date;
  const evidence =
    event === 'extended' && extension !== undefined
      ? extension
      : {
          fact: `treaty:${treaty}`,
          text: `${row.title}: ${event} ${date ? inWords(date) : 'no such day on record'}${row.rule ? ` (${row.rule})` : ''}.`,
          source: row.source,
        };
  const happened = date !== undefined && firstDay(date) <= when.asOf;
  if (!happened) {
    return event === 'extended'
      ? outcome('unknown', [evidence], 'The ledger holds no extension of this treaty.')
      : outcome(
          !polarity,
          [evidence],
          `The ledger holds no such day for ${title(ledger, treaty)}. ${cut(ledger)}`,
        );
  }
  if (whens.length === 0) return outcome(polarity, [evidence], `${evidence.text} ${cut(ledger)}`);
  const right = fits(date, whens, when);
  return outcome(
    right ? polarity : polarity ? 'partly' : true,
    [evidence],
    `${evidence.text} ${cut(ledger)}`,
  );
}
