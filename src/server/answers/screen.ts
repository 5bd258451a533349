import { magnitudeFigure, mapFigure } from '../../figures/index.ts';
import {
  CSV_HEADING,
  endAsJson,
  eventAsCsv,
  eventAsJson,
  readBulletin,
  type ScreenedEvent,
  screener,
  screenSequence,
  type Trouble,
  UnreadableBulletin,
} from '../../seismic/index.ts';
import { seismicTables } from '../../store/seismic-tables.ts';
import type { Answer, Question } from '../question.ts';
import { Refusal } from '../refusal.ts';
import { jsonAnswer } from './json-answer.ts';

/** More events than this make no page; the command line reads any number. */
const EVENTS_AT_MOST = 20_000;
const TROUBLES_LISTED = 1_000;

/** A bulletin screened, as `firstmove screen` answers, with its two figures. */
export async function screenAnswer({
  name,
  text,
  format,
}: Extract<Question, { kind: 'screen' }>): Promise<Answer> {
  const tables = seismicTables();
  const sequence = screenSequence(screener(tables), tables.screening.follower);
  const events: ScreenedEvent[] = [];
  const troubles: Trouble[] = [];
  const counts: Record<string, number> = {};
  const keep = (screened: readonly ScreenedEvent[]) => {
    for (const event of screened) {
      counts[event.verdict] = (counts[event.verdict] ?? 0) + 1;
      events.push(event);
    }
    if (events.length > EVENTS_AT_MOST)
      throw new Refusal(422, `${name}: it has more than ${EVENTS_AT_MOST} events`, {
        remedy: 'send a part of it, or screen it in the terminal: firstmove screen',
      });
  };
  try {
    for await (const batch of readBulletin([text]))
      for (const item of batch)
        if ('event' in item) keep(sequence.push(item.event));
        else troubles.push({ where: `${name}: ${item.trouble.where}`, what: item.trouble.what });
    keep(sequence.end());
  } catch (error) {
    if (error instanceof UnreadableBulletin)
      throw new Refusal(422, `${name}: it cannot be read as a bulletin: ${error.message}`);
    throw error;
  }
  if (events.length === 0 && troubles.length > 0)
    throw new Refusal(
      422,
      `${name}: none of ${troubles.length} events could be read; the first: ${troubles[0]!.what}`,
    );
  if (format === 'csv')
    return {
      type: 'text/csv; charset=utf-8',
      text: `${[CSV_HEADING, ...events.map(eventAsCsv)].join('\n')}\n`,
    };
  if (format === 'count') return jsonAnswer({ events: events.length, unread: troubles.length });
  return jsonAnswer({
    schema: 'firstmove/screen/1',
    events: events.map(eventAsJson),
    read: events.length,
    ...endAsJson(troubles.slice(0, TROUBLES_LISTED), counts),
    figures: {
      map: mapFigure(events, tables, events.length),
      mbMs: magnitudeFigure(events, tables, events.length),
    },
  });
}
