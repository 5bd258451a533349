import type { PartialDate } from '../time/partial-date.ts';

/** A report as it is read: its words exactly as given, and what it says of itself. */
export interface Report {
  /** `report-` and the first twelve hexadecimal digits of the hash: the same words are the same report. */
  readonly id: string;
  readonly title: string;
  readonly publishedAt?: PartialDate;
  /** Where it came from: a file's name or an address. */
  readonly source?: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly sha256: string;
  /** ISO 639-1 code of the language that the words seem to be in; `und` where they do not tell. */
  readonly language: string;
  /** The words; all offsets of claims count UTF-16 code units of this text. */
  readonly text: string;
  /** True where the text was taken out of a page (HTML) and is therefore not the file as given. */
  readonly extracted: boolean;
}
