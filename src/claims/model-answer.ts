import { z } from 'zod';
import type { Report } from '../report/index.ts';
import type { Span } from '../text/tree.ts';
import { ACTS, type Claim, MODALITIES, RELATIONS } from './claim.ts';

const code = z.string().regex(/^(?:[A-Z]{2,5}|press)$/);
const polarity = z.enum(['positive', 'negative']);
const object = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
  .nullish();

/** One claim as a language model is asked to give it; what it says is only used where its quote stands in the report. */
const answeredClaim = z.object({
  quote: z.string().min(1).max(2_000),
  speaker: z.object({
    actor: code,
    person: z.string().max(100).nullish(),
    org: z.string().max(100).nullish(),
  }),
  act: z.enum(ACTS),
  actor: code,
  target: code.nullish(),
  object,
  modality: z.enum(MODALITIES),
  polarity,
  condition: z
    .object({
      act: z.enum([...ACTS, 'other']),
      actor: code,
      object,
      polarity,
      relation: z.enum(RELATIONS),
      quote: z.string().max(2_000).nullish(),
    })
    .nullish(),
});

/** The JSON Schema that an answer must follow, for `response_format`. */
export const answerSchema = (): object => z.toJSONSchema(z.object({ claims: z.array(answeredClaim) }));

/** What an answer comes to: claims that the report's words bear out, and how many were left out. */
export interface ReadAnswer {
  readonly claims: readonly Claim[];
  /** Claims of another shape than asked for, and claims whose quote does not stand in the report. */
  readonly dropped: number;
}

/** An answer that is no list of claims at all. */
export class AnswerError extends Error {}

/** A text with quotation marks made straight and white space made one blank, and where each sign stood. */
function evened(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let even = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (/\s/.test(sign)) {
      if (even.endsWith(' ')) continue;
      even += ' ';
    } else even += sign.replace(/[\u2018\u2019]/, "'").replace(/[\u201C\u201D]/, '"');
    places.push(at);
  }
  return { text: even, places };
}

/** Finds quotes word by word: the next place after the last one found, else the first. */
function finder(text: string, within: Span): (quote: string) => Span | undefined {
  const whole = evened(text.slice(within.start, within.end));
  let last = 0;
  return (quote) => {
    const wanted = evened(quote).text.trim();
    if (!/\p{L}/u.test(wanted)) return undefined;
    const next = whole.text.indexOf(wanted, last);
    const at = next >= 0 ? next : whole.text.indexOf(wanted);
    if (at < 0) return undefined;
    last = at;
    const end = at + wanted.length - 1;
    return { start: within.start + whole.places[at]!, end: within.start + whole.places[end]! + 1 };
  };
}

/** How sure a claim is that a language model alone has read: its words are there, its reading is not checked. */
const UNCHECKED = 0.6;

/**
 * The claims of a language model's answer about a stretch of a report. Nothing is taken on trust: every quote is looked for
 * word by word and its offsets are computed here; persons and bodies that the report does not name are left out; a claim
 * whose words do not stand there is dropped.
 * @throws AnswerError where the answer is no JSON object with a list of claims.
 */
export function claimsFromAnswer(report: Report, answer: string, within: Span): ReadAnswer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(answer.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''));
  } catch {
    throw new AnswerError('the answer is no JSON');
  }
  const list = z.object({ claims: z.array(z.unknown()) }).safeParse(parsed);
  if (!list.success) throw new AnswerError('the answer holds no list of claims');
  const find = finder(report.text, within);
  const named = (name: string | null | undefined) =>
    name != null && name.trim() !== '' && report.text.includes(name.trim().split(/\s+/).at(-1)!)
      ? name.trim()
      : undefined;
  const claims = list.data.claims.flatMap((one): Claim[] => {
    const { data } = answeredClaim.safeParse(one);
    const span = data === undefined ? undefined : find(data.quote);
    if (data === undefined || span === undefined) return [];
    const { speaker, condition } = data;
    const [person, org] = [named(speaker.person), named(speaker.org)];
    const hung = condition?.quote == null ? undefined : finder(report.text, within)(condition.quote);
    return [
      {
        id: '',
        report: report.id,
        span,
        quote: report.text.slice(span.start, span.end),
        speaker: {
          actor: speaker.actor,
          ...(person === undefined ? {} : { person }),
          ...(org === undefined ? {} : { org }),
        },
        act: data.act,
        actor: data.actor,
        ...(data.target == null ? {} : { target: data.target }),
        ...(data.object == null ? {} : { object: data.object }),
        modality: data.modality,
        polarity: data.polarity,
        ...(condition == null
          ? {}
          : {
              condition: {
                act: condition.act,
                actor: condition.actor,
                ...(condition.object == null ? {} : { object: condition.object }),
                polarity: condition.polarity,
                relation: condition.relation,
                ...(hung === undefined ? {} : { span: hung }),
              },
            }),
        confidence: UNCHECKED,
      },
    ];
  });
  return { claims, dropped: list.data.claims.length - claims.length };
}

/** Whether two readers mean one claim: overlapping words, the same act and actor. */
const isSame = (a: Claim, b: Claim): boolean =>
  a.act === b.act && a.actor === b.actor && a.span.start < b.span.end && b.span.start < a.span.end;

/** Claims of a language model held against those of the offline reader, in the order of the text. */
export interface CrossChecked {
  readonly claims: readonly Claim[];
  /** How many both readers found, and how many the offline reader alone. */
  readonly both: number;
  readonly offlineOnly: number;
}

/**
 * Claims that both readers found are surer than either says alone (as if they erred apart), and keep the offline reader's
 * dates. Claims that only the offline reader found are counted and left out.
 */
export function crossChecked(
  report: Report,
  answered: readonly Claim[],
  offline: readonly Claim[],
): CrossChecked {
  const used = new Set<Claim>();
  const kept = answered.map((claim): Claim => {
    const same = offline.find((other) => !used.has(other) && isSame(claim, other));
    if (same === undefined) return claim;
    used.add(same);
    return {
      ...claim,
      ...(same.time === undefined ? {} : { time: same.time }),
      ...(same.saidAt === undefined ? {} : { saidAt: same.saidAt }),
      confidence: Math.round((1 - (1 - claim.confidence) * (1 - same.confidence)) * 100) / 100,
    };
  });
  const inOrder = [...kept].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    claims: inOrder.map((claim, index) => ({ ...claim, id: `${report.id}-c${index + 1}` })),
    both: used.size,
    offlineOnly: offline.length - used.size,
  };
}
