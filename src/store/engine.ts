import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A database that the desk is kept on. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** What the place is called in messages; never a password. */
  readonly place: string;
  /** Called after each act that wrote. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
