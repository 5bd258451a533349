import type { AsOf } from './judgement.ts';
import type { Ledger } from './ledger.ts';
import type { TimelineEntry } from './timeline.ts';

const entryJson = ({ statement, offices, trigger }: TimelineEntry) => ({
  id: statement.id,
  date: statement.date,
  actors: statement.actors,
  ...(statement.person === '' ? {} : { person: statement.person }),
  ...(statement.role === '' ? {} : { role: statement.role }),
  offices: offices.map(({ id, person, role, state, text, source }) => ({
    fact: id,
    person,
    role,
    state,
    text,
    source,
  })),
  act: statement.act,
  topic: statement.topic,
  ...(statement.condition === '' ? {} : { condition: statement.condition }),
  ...(trigger === undefined ? {} : { trigger }),
  text: statement.text,
  source: statement.source,
});

/** Rows of the timeline as data; docs/schema/timeline.json. */
export function timelineJson(
  { collectedUntil }: Ledger,
  entries: readonly TimelineEntry[],
  { asOf, knownBy }: AsOf,
) {
  return {
    schema: 'firstmove/timeline/1',
    asOf,
    ...(knownBy === undefined ? {} : { knownBy }),
    count: entries.length,
    entries: entries.map(entryJson),
    collectedUntil: collectedUntil.statements,
  };
}
