import type { PartialDate } from '../../time/partial-date.ts';

/** An office as sentences name it; see lexicon/statements.yaml. */
export interface OfficeName {
  readonly role: string;
  readonly state: string;
  /** One holder at a time. */
  readonly one: boolean;
}

/** A deed of the timeline as sentences tell it: which rows tell of it. */
export interface Deed {
  readonly acts: string;
  readonly topics: string;
  /** The state whose deed alone it can be. */
  readonly state?: string;
  readonly words: string;
}

/** What a name, number or date of a sentence stands for. */
export type Slot =
  | { readonly type: 'S'; readonly code: string }
  | { readonly type: 'A'; readonly code: string }
  | { readonly type: 'G'; readonly codes: readonly string[] }
  | { readonly type: 'T'; readonly treaty: string }
  | { readonly type: 'L'; readonly name: string }
  | { readonly type: 'P'; readonly person: string; readonly state: string }
  | { readonly type: 'R'; readonly office: OfficeName }
  | { readonly type: 'K'; readonly deed: Deed }
  | {
      readonly type: 'D';
      readonly from?: PartialDate;
      readonly to?: PartialDate;
      readonly era?: boolean;
      readonly text: string;
    }
  | { readonly type: 'N'; readonly value: number }
  | { readonly type: 'O'; readonly value: number };
