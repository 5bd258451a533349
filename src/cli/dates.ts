import { InvalidArgumentError } from 'commander';
import { type Day, dayAt, isDay, type PartialDate, parsePartialDate } from '../time/index.ts';

/** The current day in UTC. */
export const today = (): Day => dayAt(performance.timeOrigin + performance.now());

/** Reads a day given as an option. */
export function dayOption(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day as 2023-11-02.');
}

/** Reads a date that may be partial, given as an option. */
export function dateOption(text: string): PartialDate {
  try {
    return parsePartialDate(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
