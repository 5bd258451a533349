import type { Act, Claim } from './claim.ts';

/** Event types of PLOVER (Halterman et al. 2023, "PLOVER and POLECAT") that claims of this vocabulary can give. */
type PloverType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'COOPERATE'
  | 'AID'
  | 'YIELD'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'ASSAULT';

/** One claim as an event record, with the words that show it. */
export interface PloverEvent {
  readonly id: string;
  readonly report: string;
  /** First day of the act, or the day it was said; empty where the text gives neither. */
  readonly date: string;
  readonly type: PloverType;
  readonly source: string;
  readonly recipient: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** What PLOVER has no place for: the act, how it is meant, on which condition. */
  readonly act: Act;
  readonly modality: string;
  readonly condition: string;
  readonly confidence: number;
}

/** What a deed is, once done. Acts that PLOVER has no type for are left out. */
const DEED: Readonly<Partial<Record<Act, PloverType>>> = {
  test: 'MOBILIZE',
  'resume-test': 'MOBILIZE',
  'prepare-test': 'MOBILIZE',
  'trial-weapon': 'MOBILIZE',
  deploy: 'MOBILIZE',
  modernise: 'MOBILIZE',
  exercise: 'MOBILIZE',
  escalate: 'MOBILIZE',
  sign: 'AGREE',
  ratify: 'AGREE',
  extend: 'AGREE',
  agree: 'AGREE',
  'guarantee-security': 'AGREE',
  engage: 'CONSULT',
  initiate: 'CONSULT',
  propose: 'CONSULT',
  reply: 'CONSULT',
  comply: 'COOPERATE',
  inspect: 'COOPERATE',
  recognise: 'SUPPORT',
  'support-ally': 'AID',
  'halt-test': 'YIELD',
  'close-site': 'YIELD',
  disarm: 'YIELD',
  'cease-fire': 'YIELD',
  'change-policy': 'YIELD',
  'revoke-ratification': 'SANCTION',
  withdraw: 'SANCTION',
  suspend: 'SANCTION',
  'break-off': 'SANCTION',
  sanction: 'SANCTION',
  violate: 'REJECT',
  'use-force': 'ASSAULT',
};

const COOPERATIVE = new Set<PloverType>(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD']);

interface Cast {
  readonly type: PloverType;
  readonly source: string;
  readonly recipient: string;
}

/** The event that a claim reports, or why there is none. */
function castOf({ act, actor, target, speaker, modality, polarity }: Claim): Cast | undefined {
  const deed = DEED[act];
  const toTarget = { source: actor, recipient: target ?? '' };
  const toActor = { source: speaker.actor, recipient: actor };
  switch (modality) {
    case 'threatened':
      // A refusal of something cooperative rejects it, on whatever condition.
      return deed !== undefined && COOPERATIVE.has(deed) && polarity === 'negative'
        ? { type: 'REJECT', ...toTarget }
        : { type: 'THREATEN', ...toTarget };
    case 'demanded':
      return { type: 'REQUEST', ...toActor };
    case 'offered':
      return polarity === 'positive' ? { type: 'AGREE', ...toTarget } : { type: 'REJECT', ...toTarget };
    case 'announced':
      if (deed === undefined) return undefined;
      if (polarity === 'negative') return COOPERATIVE.has(deed) ? { type: 'REJECT', ...toTarget } : undefined;
      return COOPERATIVE.has(deed) ? { type: 'AGREE', ...toTarget } : undefined;
    case 'done':
      if (deed === undefined || polarity === 'negative') return undefined;
      if (speaker.actor !== 'press' && speaker.actor !== actor && !COOPERATIVE.has(deed))
        return { type: 'ACCUSE', ...toActor };
      return { type: deed, ...toTarget };
    default:
      // What is only weighed, or denied, has not taken place: PLOVER codes events.
      return undefined;
  }
}

/**
 * Claims as PLOVER events. A threat is THREATEN, a demand REQUEST, an offer AGREE, a refusal REJECT, an accusation ACCUSE;
 * what is done has the type of the act. What is denied, weighed, or said not to have been done is no event, nor is a
 * hostile act only announced; `left` counts those.
 */
export function toPlover(
  claims: readonly Claim[],
  published: ReadonlyMap<string, string> = new Map(),
): { readonly events: readonly PloverEvent[]; readonly left: number } {
  const events = claims.flatMap((claim): PloverEvent[] => {
    const cast = castOf(claim);
    if (cast === undefined) return [];
    const { id, report, span, quote, act, modality, condition, time, saidAt, confidence } = claim;
    const date = modality === 'done' ? time?.from : (saidAt ?? published.get(report));
    return [
      {
        id,
        report,
        date: date ?? '',
        ...cast,
        ...span,
        quote,
        act,
        modality,
        condition:
          condition === undefined
            ? ''
            : `${condition.relation} ${condition.polarity === 'negative' ? 'not ' : ''}${condition.act} by ${condition.actor}`,
        confidence,
      },
    ];
  });
  return { events, left: claims.length - events.length };
}

const COLUMNS = [
  'id',
  'report',
  'date',
  'type',
  'source',
  'recipient',
  'act',
  'modality',
  'condition',
  'confidence',
  'start',
  'end',
  'quote',
] as const satisfies readonly (keyof PloverEvent)[];

/** A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** PLOVER events as CSV with a heading, one event a line. */
export const ploverCsv = (events: readonly PloverEvent[]): string =>
  [COLUMNS.join(','), ...events.map((event) => COLUMNS.map((column) => cell(event[column])).join(','))].join(
    '\n',
  );
