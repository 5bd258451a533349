import { COMMITS_FROM, type Position } from '../model/index.ts';
import { inWords } from '../time/partial-date.ts';
import { annexOf, speakerOf } from './annex.ts';
import { type Block, firstOf, paragraph, SOURCES, section } from './block.ts';
import type { Brief, BulletinRead, CheckedClaim } from './brief.ts';
import { type Citations, citations } from './citations.ts';
import { escalationSentence } from './escalation-text.ts';
import { firstMoveSentences } from './first-move-text.ts';
import { listed } from './listed.ts';
import { outcomeSentences } from './outcome-text.ts';
import { positionSentence, type Wording, wordingOf } from './words.ts';

/** How many items of each kind a page holds. */
const SHOWN = {
  short: 5,
  moves: 3,
  conditions: 3,
  fails: 4,
  untold: 2,
  holds: 5,
  positions: 7,
  risks: 2,
} as const;

const QUOTE_AT_MOST = 110;
const SOURCES_A_CLAIM = 2;

/** Words of a report in quotation marks, cut where they are long. */
function quoted(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  if (words.length <= QUOTE_AT_MOST) return `“${words}”`;
  return `“${words.slice(0, QUOTE_AT_MOST).replace(/\s+\S*$/, '')} …”`;
}

/** "repeats monday.txt (9 of its 10 sentences)": what is told twice counts once. */
function repeatText({ repeats, reports }: Brief, report: string): string {
  const repeat = repeats.find((one) => one.report === report);
  if (repeat === undefined) return '';
  const earlier = reports.find(({ id }) => id === repeat.of)!;
  return `repeats ${earlier.source ?? earlier.title} (${repeat.sentences} of its ${repeat.total} sentences), counted once`;
}

function tally(claims: readonly CheckedClaim[]): string {
  const counts = new Map<string, number>();
  for (const { check } of claims) counts.set(check.verdict, (counts.get(check.verdict) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([verdict, count]) => `${count} ${verdict}`);
  return `${claims.length} claim${claims.length === 1 ? '' : 's'}${parts.length > 0 ? `: ${listed(parts)}` : ''}.`;
}

/** "Claims of tests are set beside 7 events of 9 October 2006 to 3 September 2017 (events.xml)." */
function bulletinText({ sources, events, unread, from, to }: BulletinRead): string {
  const span =
    from === undefined || to === undefined
      ? ''
      : from === to
        ? ` of ${inWords(from)}`
        : ` of ${inWords(from)} to ${inWords(to)}`;
  const broken = unread === 0 ? '' : `; ${unread} could not be read`;
  return `Claims of tests are set beside ${events} event${events === 1 ? '' : 's'}${span} (${sources.join(', ')}${broken}).`;
}

/** Claims that the ledger does not bear out, or judges otherwise today. */
const fails = ({ check, today }: CheckedClaim): boolean =>
  today !== undefined || /^(contradicted|partly|outdated|disputed)$/.test(check.verdict);

/** Told as a fact that the ledger could hold, and does not. */
const isUntold = (claim: CheckedClaim): boolean =>
  claim.check.verdict === 'not-in-ledger' && claim.modality === 'done' && !fails(claim);

/** A claim with what the ledger says of it, and the rows that say so. */
function failing(claim: CheckedClaim, cite: Citations, name: (actor: string) => string): string {
  const { quote, check, today, evidence } = claim;
  return [
    `${quoted(quote)} (${speakerOf(claim, name)}): ${check.verdict}. ${check.note}`,
    cite.mark(check.because.slice(0, SOURCES_A_CLAIM)),
    today === undefined
      ? ''
      : `Today: ${today.verdict}. ${today.note} ${cite.mark(today.because.slice(0, SOURCES_A_CLAIM))}`,
    evidence === undefined ? '' : `By the bulletin: ${evidence.text}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
    .trim();
}

/** Claims that the ledger bears out: one for each stretch of words and one for each set of rows. */
function holding(claims: readonly CheckedClaim[]): readonly CheckedClaim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    if (claim.check.verdict !== 'supported' || claim.today !== undefined) return false;
    const keys = [claim.quote, claim.check.because.map(({ fact }) => fact).join(' ')];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

function held({ quote, check, evidence }: CheckedClaim, cite: Citations): string {
  const beside = evidence === undefined ? '' : ` By the bulletin: ${evidence.text}`;
  return `${quoted(quote)} ${cite.mark(check.because.slice(0, SOURCES_A_CLAIM))}${beside}`.trim();
}

/** Positions as sentences with the words that show them; firm ones first, and whether the record has them already. */
function positions({ claims, standoff, news }: Brief, words: Wording): readonly string[] {
  const quotes = new Map(claims.map(({ id, quote }) => [id, quote]));
  const fresh = ({ id }: Position): string => {
    const item = news.find(({ position }) => position?.id === id);
    if (item === undefined) return '';
    const before = item.position?.before;
    return before === undefined ? ' New: not among the positions on record.' : ` Changed; before, ${before}.`;
  };
  const isFirm = ({ strength }: Position) => Number(strength >= COMMITS_FROM);
  return [...standoff.positions]
    .sort((a, b) => isFirm(b) - isFirm(a))
    .map((position) => {
      const [first] = position.claims;
      const shown = first === undefined ? 'on record' : quoted(quotes.get(first) ?? '');
      return `${positionSentence(words, position)} ${shown}${fresh(position)}`;
    });
}

/**
 * The brief as blocks in reading order: a page that can be sent on, with what matters first and its sources last; and,
 * where asked for, an annex of every position and claim.
 */
export function pageOf(
  brief: Brief,
  names: ReadonlyMap<string, string>,
  { annex = false }: { readonly annex?: boolean } = {},
): readonly Block[] {
  const words = wordingOf(brief.standoff);
  const cite = citations();
  const name = (actor: string) => (actor === 'press' ? 'the press' : (names.get(actor) ?? actor));
  const head = brief.reports.map(({ id, title, publishedAt, source }) =>
    [title, publishedAt === undefined ? 'undated' : inWords(publishedAt), source, repeatText(brief, id)]
      .filter(Boolean)
      .join(' · '),
  );
  const dated = brief.reports.some(({ publishedAt }) => publishedAt !== undefined);
  const day = inWords(brief.asOf.asOf);
  const asked =
    dated && !brief.dayAsked
      ? `Claims are judged as of their report’s day; where the answer is another today (${day}), it is marked`
      : `Claims are judged as of ${day}`;
  const moves = firstMoveSentences(brief, words);
  const news = (kind: RegExp) => brief.news.filter((item) => kind.test(item.kind)).map(({ text }) => text);
  const page = [
    { kind: 'title', text: brief.reports.length === 1 ? head[0]! : `${brief.reports.length} reports` },
    ...(brief.reports.length > 1 ? [{ kind: 'list', items: head } as const] : []),
    paragraph(`${tally(brief.claims)} ${asked}.`),
    ...(brief.bulletin === undefined ? [] : [paragraph(bulletinText(brief.bulletin))]),
    ...section('In short', brief.summary.filter((text) => !moves.includes(text)).slice(0, SHOWN.short)),
    ...section('First moves', firstOf(moves, SHOWN.moves, String)),
    ...section('Conditions met', firstOf(news(/^trigger-(met|told)$/), SHOWN.conditions, String)),
    ...section('What an event of the bulletin may set off', news(/^trigger-possible$/)),
    ...section(
      'What does not hold, is disputed or has changed',
      firstOf(brief.claims.filter(fails), SHOWN.fails, (claim) => failing(claim, cite, name)),
    ),
    ...section(
      'What holds by the ledger',
      firstOf(holding(brief.claims), SHOWN.holds, (claim) => held(claim, cite)),
    ),
    ...section(
      'Told as done, and not in the ledger',
      firstOf(brief.claims.filter(isUntold), SHOWN.untold, (claim) => failing(claim, cite, name)),
    ),
    ...section(
      'Positions, and what is new against the record',
      firstOf(positions(brief, words), SHOWN.positions, String),
    ),
    ...section('Stable outcomes, if each keeps its word', outcomeSentences(brief, words)),
    ...section(
      'Risk of escalation, by stated preferences',
      brief.escalation.slice(0, SHOWN.risks).map((one) => escalationSentence(words, one)),
    ),
  ] satisfies readonly Block[];
  const after = annex ? annexOf(brief, words, cite, name) : [];
  const sources = section(SOURCES, cite.list());
  return annex ? [...page, ...after, ...sources] : [...page, ...sources];
}
