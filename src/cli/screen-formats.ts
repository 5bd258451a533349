import {
  CSV_HEADING,
  endAsJson,
  eventAsCsv,
  eventAsIsf,
  eventAsJson,
  eventAsQuakeml,
  ISF_BEGIN,
  ISF_END,
  QUAKEML_BEGIN,
  QUAKEML_END,
  type ScreenedEvent,
  type TestSite,
  type Trouble,
} from '../seismic/index.ts';
import { eventAsText, type Length } from './screen-text.ts';

/** The formats in which `screen` answers. */
export const ANSWER_FORMATS = ['text', 'json', 'csv', 'quakeml', 'isf'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** What stands before the first event. */
export const BEGIN: Readonly<Record<AnswerFormat, string>> = {
  text: '',
  json: '{"schema":"firstmove/screen/1","events":[',
  csv: `${CSV_HEADING}\n`,
  quakeml: QUAKEML_BEGIN,
  isf: ISF_BEGIN,
};

/** One event in a format of the answer; `first` where none stands before it. */
export function eventIn(format: AnswerFormat, event: ScreenedEvent, first: boolean, length: Length): string {
  switch (format) {
    case 'text':
      return `${eventAsText(event, length)}\n`;
    case 'json':
      return `${first ? '\n' : ',\n'}${JSON.stringify(eventAsJson(event))}`;
    case 'csv':
      return `${eventAsCsv(event)}\n`;
    case 'quakeml':
      return eventAsQuakeml(event);
    case 'isf':
      return eventAsIsf(event);
  }
}

/** What was counted while a bulletin was told. */
export interface Tally {
  readonly troubles: readonly Trouble[];
  /** Broken events, also beyond those that are listed. */
  readonly unread: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly read: number;
  readonly told: number;
  /** Events that lack mb or Ms, so that only their depth could screen them. */
  readonly unscreenable: number;
  /** The sites that were asked for and at which no event may lie. */
  readonly silentSites: readonly TestSite[];
}

/** What stands after the last event. */
export function endOf(format: AnswerFormat, tally: Tally): string {
  if (format === 'quakeml') return QUAKEML_END;
  if (format === 'isf') return ISF_END;
  if (format === 'csv') return '';
  const { troubles, unread, counts, read, told, unscreenable, silentSites } = tally;
  if (format === 'json')
    return `\n],${JSON.stringify({ read, ...endAsJson(troubles, counts, silentSites) }).slice(1)}\n`;
  const of = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`);
  const silence = silentSites.map(
    ({ id, name }) =>
      `not seen: no event of the bulletin may lie at ${name}; what could have been missed: firstmove missed --site ${id}\n`,
  );
  return `\n${silence.join('')}${read} event${read === 1 ? '' : 's'} read${told === read ? '' : `, ${told} shown`}${of.length > 0 ? `: ${of.join(', ')}` : ''}${
    unread > 0 ? `; ${unread} could not be read` : ''
  }\n${
    unscreenable > 0
      ? `${unscreenable} without mb or Ms, which only depth can screen; services give every magnitude where asked (FDSN: includeallmagnitudes=true)\n`
      : ''
  }`;
}
