import { positionFormulaText } from '../model/index.ts';
import { inWords } from '../time/partial-date.ts';
import type { Brief, BulletinRead, CheckedClaim } from './brief.ts';
import { escalationSentence } from './escalation-text.ts';
import { capitalised, listed, positionSentence, type Wording, wordingOf } from './words.ts';

/** A block of the brief, the same for the terminal, Markdown and HTML. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'claim';
      readonly number: number;
      readonly verdict: string;
      readonly quote: string;
      readonly lines: readonly string[];
    };

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const section = (text: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(text), { kind: 'list', items }];

const OUTCOMES_SHOWN = 6;

/** Sources by number, in the order in which the claims first name them. */
function numbered(claims: readonly CheckedClaim[]): ReadonlyMap<string, number> {
  const sources = new Map<string, number>();
  for (const { source } of claims.flatMap(({ check }) => check.because)) {
    if (!sources.has(source)) sources.set(source, sources.size + 1);
  }
  return sources;
}

function speakerOf({ speaker }: CheckedClaim, name: (actor: string) => string): string {
  if (speaker.actor === 'press') return 'the report itself';
  return [speaker.person, speaker.org, name(speaker.actor)].filter(Boolean).join(', ');
}

function claimBlock(
  claim: CheckedClaim,
  number: number,
  sources: ReadonlyMap<string, number>,
  name: (actor: string) => string,
): Block {
  const { act, actor, object, modality, polarity, condition, time, check, today, evidence, span } = claim;
  const said = [
    `${polarity === 'negative' ? 'not ' : ''}${act}${object ? ` (${object})` : ''} by ${name(actor)}`,
    modality,
    time === undefined ? '' : `time: “${time.text}”`,
    condition === undefined
      ? ''
      : `${condition.relation.replace('-', ' ')}: ${condition.polarity === 'negative' ? 'not ' : ''}${condition.act} by ${name(condition.actor)}`,
  ].filter(Boolean);
  return {
    kind: 'claim',
    number,
    verdict: check.verdict,
    quote: claim.quote.replace(/\s+/g, ' '),
    lines: [
      `said by ${speakerOf(claim, name)}; ${said.join('; ')}; characters ${span.start}–${span.end}; confidence ${claim.confidence.toFixed(2)}`,
      check.note,
      ...check.because.map(({ text, source }) => `${text} [${sources.get(source)}]`),
      ...(evidence === undefined ? [] : [`By the bulletin: ${evidence.text}`]),
      ...(today === undefined ? [] : [`Today: ${today.verdict}. ${today.note}`]),
    ],
  };
}

/** A state as the options taken in it: "Russia enters a dialogue and the United States enters a dialogue". */
function outcomeText(brief: Brief, words: Wording, state: number): string {
  const { states, options } = brief.analysis!;
  const taken = options.filter((_, bit) => states[state]![bit] === 'Y').map(({ id }) => words.does(id));
  return taken.length === 0 ? 'nobody takes any of these steps' : listed(taken);
}

function outcomes(brief: Brief, words: Wording): readonly Block[] {
  const { analysis } = brief;
  if (analysis === undefined) return [];
  const { nash = [], seq = [] } = analysis.equilibria;
  const describe = (state: number) => {
    const concept = nash.includes(state)
      ? 'nobody gains by moving alone (Nash)'
      : 'moving alone would be answered (sequential)';
    return `${capitalised(outcomeText(brief, words, state))}: ${concept}${state === analysis.statusQuo ? '; this is the status quo' : ''}.`;
  };
  const stable = [...new Set([...nash, ...seq])];
  const all = stable.filter((state) => analysis.reached.includes(state));
  const more =
    all.length > OUTCOMES_SHOWN
      ? [`and ${all.length - OUTCOMES_SHOWN} more; ask for the analysis of the model to see all.`]
      : [];
  const elsewhere = stable.length - all.length;
  const none =
    all.length === 0
      ? ['No outcome that improvements reach from the status quo is stable for everyone.']
      : [];
  const far =
    elsewhere > 0
      ? [
          `${elsewhere} further outcome${elsewhere === 1 ? ' is' : 's are'} stable once there, but no chain of improvements leads there from the status quo.`,
        ]
      : [];
  return section('Stable outcomes, if each keeps its word', [
    ...all.slice(0, OUTCOMES_SHOWN).map(describe),
    ...more,
    ...none,
    ...far,
  ]);
}

function positions(brief: Brief, words: Wording): readonly string[] {
  const numbers = new Map(brief.claims.map(({ id }, index) => [id, index + 1]));
  return brief.standoff.positions.map((position) => {
    const shown =
      position.claims.length > 0
        ? position.claims.map((id) => `claim ${numbers.get(id)}`).join(', ')
        : `on record: ${position.facts.join(', ')}`;
    return `${positionSentence(words, position)} (${positionFormulaText(position.formula, position.holder)}; ${shown}; strength ${position.strength.toFixed(2)})`;
  });
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

/** The brief as blocks in reading order: what matters first, claims and sources at the end. */
export function pageOf(brief: Brief, names: ReadonlyMap<string, string>): readonly Block[] {
  const words = wordingOf(brief.standoff);
  const sources = numbered(brief.claims);
  const name = (actor: string) => (actor === 'press' ? 'the press' : (names.get(actor) ?? actor));
  const head = brief.reports.map(({ title, publishedAt, source }) =>
    [title, publishedAt === undefined ? 'undated' : inWords(publishedAt), source].filter(Boolean).join(' · '),
  );
  const dated = brief.reports.some(({ publishedAt }) => publishedAt !== undefined);
  const day = inWords(brief.asOf.asOf);
  const asked =
    dated && !brief.dayAsked
      ? `Claims are judged as of their report’s day; where the answer is another today (${day}), it is marked`
      : `Claims are judged as of ${day}`;
  return [
    { kind: 'title', text: brief.reports.length === 1 ? head[0]! : `${brief.reports.length} reports` },
    ...(brief.reports.length > 1 ? [{ kind: 'list', items: head } as const] : []),
    paragraph(`${tally(brief.claims)} ${asked}.`),
    ...(brief.bulletin === undefined ? [] : [paragraph(bulletinText(brief.bulletin))]),
    ...section('In short', brief.summary),
    ...section(
      'What does not hold, is disputed or has changed',
      brief.news
        .filter(({ kind }) => /^(does-not-hold|disputed|changed-since)$/.test(kind))
        .map(({ text }) => text),
    ),
    ...section(
      'New against what was on record',
      brief.news.filter(({ kind }) => /-position$/.test(kind)).map(({ text }) => text),
    ),
    ...section(
      'What an event of the bulletin may set off',
      brief.news.filter(({ kind }) => kind === 'trigger-possible').map(({ text }) => text),
    ),
    ...section('Positions', positions(brief, words)),
    ...outcomes(brief, words),
    ...section(
      'Risk of escalation, by stated preferences',
      brief.escalation.map((one) => escalationSentence(words, one)),
    ),
    ...(brief.claims.length === 0 ? [] : [heading('Claims')]),
    ...brief.claims.map((claim, index) => claimBlock(claim, index + 1, sources, name)),
    ...section(
      'Sources',
      [...sources].map(([source, number]) => `[${number}] ${source}`),
    ),
  ];
}
