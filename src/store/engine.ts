import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** How a database is opened. */
export interface EngineOptions {
  /** Whether a desk is made where there is none. */
  readonly create: boolean;
  /** Takes sentences for the person. */
  readonly say: (sentence: string) => void;
}

/** A database that the desk is kept on. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** What the place is called in messages; never a password. */
  readonly place: string;
  /** Called after each act, for what the engine does not do by itself; never rejects. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
