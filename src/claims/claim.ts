import type { Span } from '../text/tree.ts';

/** The acts that a claim can assert; their wordings are data of the stand-off, their meanings stand in docs/claims.md. */
export const ACTS = [
  'test',
  'resume-test',
  'prepare-test',
  'halt-test',
  'trial-weapon',
  'close-site',
  'sign',
  'ratify',
  'revoke-ratification',
  'withdraw',
  'suspend',
  'extend',
  'comply',
  'violate',
  'agree',
  'disarm',
  'modernise',
  'deploy',
  'engage',
  'initiate',
  'break-off',
  'propose',
  'reply',
  'respond',
  'change-policy',
  'escalate',
  'use-force',
  'cease-fire',
  'guarantee-security',
  'sanction',
  'recognise',
  'inspect',
  'exercise',
  'support-ally',
] as const;
export type Act = (typeof ACTS)[number];

export const MODALITIES = [
  'done',
  'announced',
  'threatened',
  'considered',
  'demanded',
  'offered',
  'denied',
] as const;
export type Modality = (typeof MODALITIES)[number];

export type Polarity = 'positive' | 'negative';

export const flip = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');

export const RELATIONS = ['if', 'only-if', 'unless', 'until', 'in-case', 'after'] as const;
export type ConditionRelation = (typeof RELATIONS)[number];

/** ISO 3166-1 alpha-3, or SUN, NATO, WEST, EU, UN, CTBTO, ANY, OTHERS, press. */
export type ActorCode = string;

/** The innermost source that the text holds responsible for a claim. */
export interface Speaker {
  readonly actor: ActorCode;
  readonly person?: string;
  readonly org?: string;
}

/** When the act happens, only where the text says it; ISO 8601 dates, possibly partial, both ends included. */
export interface ClaimTime {
  readonly from?: string;
  readonly to?: string;
  /** The words it was read from. */
  readonly text: string;
}

export interface ClaimCondition {
  readonly act: Act | 'other';
  readonly actor: ActorCode;
  readonly object?: string;
  /** The truth value of the condition under which the claim, as stated, holds. */
  readonly polarity: Polarity;
  readonly relation: ConditionRelation;
  /** Where the condition stands in the text. */
  readonly span?: Span;
}

/** One assertion of one act, found in one stretch of text. No span, no claim. */
export interface Claim {
  readonly id: string;
  /** Id of the report. */
  readonly report: string;
  readonly span: Span;
  /** `text.slice(span.start, span.end)`. */
  readonly quote: string;
  readonly speaker: Speaker;
  readonly act: Act;
  readonly actor: ActorCode;
  readonly target?: ActorCode;
  readonly object?: string;
  readonly time?: ClaimTime;
  /** When it was said, ISO 8601, where the text says it. */
  readonly saidAt?: string;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly condition?: ClaimCondition;
  /** From 0 to 1: how sure the reader is that the text says this. */
  readonly confidence: number;
}
