import { useCallback } from 'preact/hooks';
import { VERDICT_MARKS } from '../../figures/verdict-marks.ts';
import { address, go, withParams } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { DataTable } from '../data-table.tsx';
import { FigureFrame } from '../figure-frame.tsx';
import { EventPanel } from './event-panel.tsx';
import { EventVerdict } from './event-verdict.tsx';
import type { BulletinAnswer, ShownEvent } from './evidence-answer.ts';

const magnitudeOf = ({ magnitudes }: ShownEvent, use: string, type: RegExp): string =>
  String(magnitudes.find((one) => one.usedFor?.includes(use) === true && type.test(one.type))?.value ?? '');

const yieldWords = ({ yield: estimate }: ShownEvent): string => {
  if (estimate === null) return '';
  const round = (value: number) => Number(value.toPrecision(2));
  return `${round(estimate.kt)} (${round(estimate.low)}–${round(estimate.high)})`;
};

/** The events of a bulletin: on the map, by magnitudes, and one by one with why. */
export function ScreenedBulletin({ id, name }: { readonly id: string; readonly name: string }) {
  const { data, failure, again } = useAnswer<BulletinAnswer>(`/bulletins/${id}.json`);
  const map = data?.figures.map ?? '';
  const mbMs = data?.figures.mbMs ?? '';
  const drawMap = useCallback(() => map, [map]);
  const drawMagnitudes = useCallback(() => mbMs, [mbMs]);
  if (failure !== undefined) return <Failure failure={failure} again={again} />;
  if (data === undefined) return <Waiting words="Screening the bulletin…" />;
  const { events, counts, troubles = [] } = data;
  const chosen = events.find((event) => event.id === address.value.params.get('event'));
  const both = events.filter((event) => magnitudeOf(event, 'mb:Ms', /^Ms/i) !== '');
  return (
    <>
      <section aria-labelledby="events-heading">
        <h3 id="events-heading">
          {name}: {events.length === 1 ? 'one event' : `${events.length} events`}
        </h3>
        <ul class="plain event-counts">
          {Object.entries(counts)
            .filter(([, count]) => count > 0)
            .map(([verdict, count]) => (
              <li key={verdict}>
                <EventVerdict verdict={verdict as ShownEvent['verdict']} />: {count}
              </li>
            ))}
        </ul>
        <p class="small-print">
          By bulletin data alone: whether the explosion hypothesis can be rejected. It never says “nuclear”.
        </p>
      </section>
      <div class="figure-pair">
        <FigureFrame
          name={`${id}-map`}
          caption="Events with their error ellipses (90 %), test sites and coasts."
          source={`${name}; coasts: Natural Earth.`}
          draw={drawMap}
          columns={[
            'event',
            'time',
            'latitude',
            'longitude',
            'semi-major (km)',
            'semi-minor (km)',
            'verdict',
            'site',
          ]}
          rows={events.map(({ id: event, origin, verdict, site }) => [
            event,
            origin.time,
            String(origin.lat),
            String(origin.lon),
            String(origin.ellipse90.semiMajorKm),
            String(origin.ellipse90.semiMinorKm),
            VERDICT_MARKS[verdict].label,
            site?.name ?? '',
          ])}
        />
        {both.length === 0 ? (
          <p class="quiet">
            No event has both a body-wave and a surface-wave magnitude, so there is no mb:Ms figure.
          </p>
        ) : (
          <FigureFrame
            name={`${id}-mb-ms`}
            caption="Body-wave against surface-wave magnitude; above the line an event is far from explosions."
            source={`${name}; screening line after Selby and others (2012).`}
            draw={drawMagnitudes}
            columns={['event', 'mb', 'Ms', 'verdict']}
            rows={both.map((event) => [
              event.id,
              magnitudeOf(event, 'mb:Ms', /^(?!Ms)/i),
              magnitudeOf(event, 'mb:Ms', /^Ms/i),
              VERDICT_MARKS[event.verdict].label,
            ])}
          />
        )}
      </div>
      <p class="no-print">
        <a class="button" href={`/bulletins/${id}.csv`} download={`${id}.csv`}>
          CSV of the events
        </a>
      </p>
      <DataTable
        caption="Each event; its name opens why."
        columns={[
          { title: 'event' },
          { title: 'time' },
          { title: 'verdict' },
          { title: 'magnitude', isNumber: true },
          { title: 'site' },
          { title: 'yield if a test (kt)', isNumber: true },
        ]}
        rows={events.map((event) => [
          <button
            type="button"
            class="link"
            onClick={() => go(withParams(address.value, { event: event.id }))}
          >
            {event.id}
          </button>,
          event.origin.time.slice(0, 19).replace('T', ' '),
          <EventVerdict verdict={event.verdict} />,
          magnitudeOf(event, 'yield', /./),
          event.site === null ? '' : `${event.site.name}, ${event.site.distanceKm} km`,
          yieldWords(event),
        ])}
      />
      {troubles.length > 0 && (
        <details>
          <summary>
            {troubles.length === 1 ? 'One thing' : `${troubles.length} things`} in the bulletin could not be
            read
          </summary>
          <ul>
            {troubles.map(({ where, what }) => (
              <li key={`${where} ${what}`}>
                {where}: {what}
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen !== undefined && (
        <EventPanel
          key={chosen.id}
          event={chosen}
          onClose={() => go(withParams(address.value, { event: undefined }))}
        />
      )}
    </>
  );
}
