import { DeskRefusal } from './refusal.ts';

/** What the database or the system says where it cannot work for now, with what helps. */
const REMEDIES: Readonly<Record<string, string>> = {
  '53100': 'the disk is full; make room and try again',
  ENOSPC: 'the disk is full; make room and try again',
  '53300': 'the server has too many connections; close some and try again',
  '57P01': 'the server was stopped; start it and try again',
  '57P03': 'the server is starting; try again in a moment',
  ECONNREFUSED: 'the server does not answer; start it and try again',
  ENOENT: 'the server does not answer; start it and try again',
  ECONNRESET: 'the connection to the server broke; try again',
};

/** The error as a sentence for the person, where the database cannot work for now; any other error as it is. */
export function unavailable(place: string, error: unknown): unknown {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  const remedy = /^Connection terminated/.test(message) ? REMEDIES.ECONNRESET : REMEDIES[code];
  return remedy === undefined ? error : new DeskRefusal('unavailable', `${place}: ${remedy}`);
}
