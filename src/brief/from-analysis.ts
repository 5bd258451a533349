import {
  type AnalysisRequest,
  analyse,
  escalationsOf,
  type FirstMoveQuestion,
  type Supposition,
  supposedStandoff,
} from '../analysis/index.ts';
import type { Claim } from '../claims/index.ts';
import { type AsOf, evidenceForClaim, type Judgement, judgeClaim, type Ledger } from '../ledger/index.ts';
import {
  type Model,
  modelFromStandoff,
  type OptionKind,
  type PositionRow,
  positionsFromClaims,
  type Standoff,
  type StandoffSetting,
  standoffFromClaims,
} from '../model/index.ts';
import { type Report, repetitionsIn } from '../report/index.ts';
import type { ScreenedBulletin, TestSite } from '../seismic/index.ts';
import type { Span } from '../text/index.ts';
import { type Day, dayAt } from '../time/day.ts';
import { firstDay, lastDay } from '../time/partial-date.ts';
import type { Brief, BulletinRead, CheckedClaim, News, Repeat } from './brief.ts';
import { worstOutcomes } from './escalation-text.ts';
import { metTriggers } from './met-triggers.ts';
import { positionNews, recordBy } from './position-news.ts';
import { possibleTriggers } from './possible-triggers.ts';
import { speaksFor } from './speaks-for.ts';
import { isTakenBy } from './status-quo.ts';
import { summaryOf } from './summary.ts';

/** A report with its sentences and the claims read from it. */
export interface ReadReport {
  readonly report: Report;
  readonly sentences: readonly Span[];
  readonly claims: readonly Claim[];
}

export interface BriefOptions {
  readonly today: Day;
  /** Judge every claim as of this day instead of its report's. */
  readonly asOf?: Day;
  readonly knownBy?: Day;
  /** How statements of the ledger are read as positions, to tell what is new against the record. */
  readonly positionRows?: readonly PositionRow[];
  /** Let the positions on record count in the stand-off beside those of the reports. */
  readonly withRecord?: boolean;
  readonly bulletin?: GivenBulletin;
}

/** Bulletins that claims of tests are set beside, screened. */
export interface GivenBulletin {
  readonly sources: readonly string[];
  readonly unread: number;
  readonly screened: ScreenedBulletin;
  readonly sites: readonly TestSite[];
}

const byDate = (a: ReadReport, b: ReadReport): number => {
  const [x, y] = [a, b].map(({ report }) => `${report.publishedAt ?? '9999'} ${report.id}`) as [
    string,
    string,
  ];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Reports in the order of their dates, without the claims of sentences that an earlier one has already. */
function toldOnce(given: readonly ReadReport[]): {
  readonly reports: readonly ReadReport[];
  readonly repeats: readonly Repeat[];
} {
  const ordered = [...given].sort(byDate);
  if (ordered.length < 2) return { reports: ordered, repeats: [] };
  const repetitions = repetitionsIn(
    ordered.map(({ report, sentences }) => sentences.map(({ start, end }) => report.text.slice(start, end))),
  );
  return {
    reports: ordered.map((read, place) => {
      const { repeated } = repetitions[place]!;
      const isFresh = ({ span }: Claim) =>
        read.sentences.some(({ start, end }, at) => start < span.end && span.start < end && !repeated[at]);
      return repeated.includes(true) ? { ...read, claims: read.claims.filter(isFresh) } : read;
    }),
    repeats: repetitions.flatMap(({ repeated, most }, place) =>
      most === undefined
        ? []
        : [
            {
              report: ordered[place]!.report.id,
              of: ordered[most.text]!.report.id,
              sentences: most.sentences,
              total: repeated.length,
            },
          ],
    ),
  };
}

/** The sentences that a claim's words stand in: where "last", "first" and "never" are looked for. */
function sentenceOf({ report, sentences }: ReadReport, claim: Claim): string {
  const around = sentences.filter(({ start, end }) => start < claim.span.end && claim.span.start < end);
  const [first, last] = [around[0], around.at(-1)];
  return first === undefined || last === undefined ? claim.quote : report.text.slice(first.start, last.end);
}

function checked(ledger: Ledger, read: ReadReport, options: BriefOptions): readonly CheckedClaim[] {
  const { report, claims } = read;
  const own = report.publishedAt === undefined ? undefined : lastDay(report.publishedAt);
  const asOf = options.asOf ?? own ?? options.today;
  const when: AsOf = { asOf, ...(options.knownBy === undefined ? {} : { knownBy: options.knownBy }) };
  return claims.map((claim) => {
    const words = sentenceOf(read, claim);
    const check = judgeClaim(ledger, claim, words, when);
    const today = asOf === options.today ? check : judgeClaim(ledger, claim, words, { asOf: options.today });
    const evidence = evidenceBeside(ledger, claim, words, asOf, options.bulletin);
    return {
      ...claim,
      check,
      ...(today.verdict === check.verdict ? {} : { today }),
      ...(evidence === undefined ? {} : { evidence }),
    };
  });
}

const evidenceBeside = (
  ledger: Ledger,
  claim: Claim,
  words: string,
  asOf: Day,
  bulletin: GivenBulletin | undefined,
) =>
  bulletin === undefined
    ? undefined
    : evidenceForClaim(ledger, claim, words, asOf, bulletin.screened, bulletin.sites);

function bulletinRead({ sources, unread, screened: { read, from, to } }: GivenBulletin): BulletinRead {
  const day = (seconds: number): Day => dayAt(seconds * 1000);
  return {
    sources,
    events: read,
    unread,
    ...(from === undefined ? {} : { from: day(from) }),
    ...(to === undefined ? {} : { to: day(to) }),
  };
}

const factsIn = (judgement: Judgement): readonly string[] => judgement.because.map(({ fact }) => fact);

function newsOf(claims: readonly CheckedClaim[]): readonly News[] {
  const found: News[] = [];
  for (const { id, quote, check, today } of claims) {
    const item = (kind: News['kind'], text: string): News => ({
      kind,
      text,
      claims: [id],
      facts: factsIn(check),
    });
    if (/^(contradicted|partly|outdated)$/.test(check.verdict))
      found.push(item('does-not-hold', `“${quote}”: ${check.note}`));
    if (check.verdict === 'disputed') found.push(item('disputed', `“${quote}”: ${check.note}`));
    if (today !== undefined)
      found.push(
        item('changed-since', `“${quote}”: then ${check.verdict}, today ${today.verdict}. ${today.note}`),
      );
  }
  return found;
}

/** A stand-off as the question who must move first. */
export const questionOf = ({ positions, options }: Standoff): FirstMoveQuestion => ({
  positions,
  options: options.map(({ id }) => id),
  taken: new Set(options.filter(({ taken }) => taken).map(({ id }) => id)),
});

/**
 * The brief of some reports: their claims checked, the stand-off that they imply, its analysis, and the whole in a few
 * sentences. A pure function of its inputs.
 */
export function briefOf(
  given: readonly ReadReport[],
  ledger: Ledger,
  kinds: readonly OptionKind[],
  options: BriefOptions,
): Brief {
  const { reports, repeats } = toldOnce(given);
  const claims = reports.flatMap((read) => checked(ledger, read, options));
  const checks = new Map(claims.map(({ id, check }) => [id, check]));
  const dates = new Map(reports.map(({ report }) => [report.id, report.publishedAt]));
  const texts = new Map(reports.map(({ report }) => [report.id, report.text]));
  const asOf = options.asOf ?? options.today;
  const now: AsOf = { asOf, ...(options.knownBy === undefined ? {} : { knownBy: options.knownBy }) };
  const dateOf = (claim: Claim): string => claim.saidAt ?? dates.get(claim.report) ?? asOf;
  const setting: StandoffSetting = {
    kinds,
    names: ledger.names,
    dateOf,
    speaksFor: (claim) => speaksFor(ledger, texts.get(claim.report) ?? '', claim, firstDay(dateOf(claim))),
    factsOf: (claim) => factsIn(checks.get(claim.id)!),
    isTaken: (actor, kind, since) => isTakenBy(ledger, claims, actor, kind, now, since),
  };
  const days = reports.flatMap(({ report }) =>
    report.publishedAt === undefined ? [] : [report.publishedAt],
  );
  const onRecord = recordBy(ledger, options.positionRows ?? [], {
    asOf: options.asOf ?? days.map(lastDay).sort().at(-1) ?? options.today,
    ...(options.knownBy === undefined ? {} : { knownBy: options.knownBy }),
  });
  const standoff: Standoff = standoffFromClaims(claims, setting, options.withRecord ? onRecord : []);
  return analysed({
    reports: reports.map(({ report }) => report),
    repeats,
    asOf: now,
    dayAsked: options.asOf !== undefined,
    claims,
    standoff,
    news: [
      ...newsOf(claims),
      ...positionNews(
        standoff,
        options.withRecord ? [] : positionsFromClaims(claims, setting),
        options.withRecord ? [] : onRecord,
        setting,
      ),
      ...metTriggers(standoff, claims, kinds, ledger, now, dateOf),
      ...possibleTriggers(standoff, kinds, ledger, options.bulletin?.screened.atSites ?? []),
    ],
    ...(options.bulletin === undefined ? {} : { bulletin: bulletinRead(options.bulletin) }),
  });
}

/** Where two words of one day contradict each other, preferences are unknown, and pairs of states take long to judge. */
const OPTIONS_IN_DEPTH = 6;

/** A brief waits for no more of an analysis than it shows. */
const depthOf = (model: Model): AnalysisRequest =>
  model.options.length > OPTIONS_IN_DEPTH &&
  model.decisionMakers.some(({ preferences }) => preferences.some(({ certain }) => !certain))
    ? { concepts: ['nash', 'seq'], withoutCompletions: true }
    : {};

/** A brief with what follows from its stand-off: model, analysis, escalation and the sentences that open it. */
function analysed(
  { model: _, analysis: __, ...draft }: Omit<Brief, 'summary' | 'escalation'>,
  { paths = true } = {},
): Brief {
  const { standoff, reports } = draft;
  const model =
    standoff.options.length === 0 ? undefined : modelFromStandoff(standoff, reports[0]?.title ?? '');
  const analysis =
    model === undefined
      ? undefined
      : analyse(model, { ...depthOf(model), standoff: questionOf(standoff), paths });
  const whole = {
    ...draft,
    ...(model === undefined ? {} : { model }),
    ...(analysis === undefined ? {} : { analysis }),
    escalation: model === undefined ? [] : escalationsOf(model, worstOutcomes(standoff, model)),
  };
  return { ...whole, summary: summaryOf(whole) };
}

/**
 * A brief as it would be under a supposition: its claims and news stay, its stand-off and what follows do not. How its
 * equilibria are come to is not searched for, so that a what-if is answered while somebody looks on.
 */
export function supposedBrief(
  brief: Brief,
  supposition: Supposition,
  ledger: Ledger,
  kinds: readonly OptionKind[],
): Brief {
  return analysed(
    {
      ...brief,
      standoff: supposedStandoff(brief.standoff, supposition, {
        kinds,
        names: ledger.names,
        isTaken: (actor, kind) => isTakenBy(ledger, brief.claims, actor, kind, brief.asOf),
      }),
    },
    { paths: false },
  );
}
