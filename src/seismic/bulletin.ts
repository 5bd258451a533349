import type { Magnitude } from './magnitude.ts';
import type { Origin } from './origin.ts';

/** One event of a bulletin with every origin and magnitude that it gives. */
export interface BulletinEvent {
  /** The publicID or event id of the bulletin, as given. */
  readonly id: string;
  readonly origins: readonly Origin[];
  readonly magnitudes: readonly Magnitude[];
  readonly preferredOrigin?: string;
  readonly preferredMagnitude?: string;
  readonly region?: string;
  /** What the catalogue calls the event ("quarry blast"): shown, never used to decide. */
  readonly label?: string;
  /** Things about the entry that a reader of the result should know. */
  readonly notes?: readonly string[];
}

/** A part of a bulletin that could not be read and was left out. */
export interface Trouble {
  /** File, line or event where it stands. */
  readonly where: string;
  /** What is wrong with it, with the value, and what was done. */
  readonly what: string;
}

export type BulletinItem = { readonly event: BulletinEvent } | { readonly trouble: Trouble };

/**
 * Reads a bulletin piece by piece, so that its length needs no memory: `push` takes the next characters and gives back
 * what became complete, `end` gives the rest.
 */
export interface BulletinReader {
  push(text: string): readonly BulletinItem[];
  end(): readonly BulletinItem[];
}

/** The text as a whole is no bulletin that can be read, or must not be read. */
export class UnreadableBulletin extends Error {
  override readonly name = 'UnreadableBulletin';
}
