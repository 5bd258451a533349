import { Dialog } from '../dialog.tsx';
import { EventVerdict } from './event-verdict.tsx';
import type { ShownEvent } from './evidence-answer.ts';

const kt = (value: number): string => `${Number(value.toPrecision(2))} kt`;

/** Why an event has its verdict: the terms of the screening, the site, the yield by each relation. */
export function EventPanel({ event, onClose }: { readonly event: ShownEvent; readonly onClose: () => void }) {
  const { origin, site, screening, magnitudes, because } = event;
  return (
    <Dialog title={`Why: ${event.id}`} onClose={onClose}>
      <p>
        <EventVerdict verdict={event.verdict} />. {origin.time}, {origin.lat.toFixed(3)}°,{' '}
        {origin.lon.toFixed(3)}°
        {origin.depthKm === undefined ? '' : `, depth ${origin.depthKm} km (${origin.depthKind})`}.
      </p>
      <ul>
        {because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>Site</h3>
      <p>
        {site === null
          ? 'No site lies where the location allows.'
          : `${site.name}: ${site.distanceKm} km from the location, ${site.inside ? 'within' : 'outside'} its radius; probability ${site.probability}.`}
      </p>
      <h3>Screening: {screening.verdict.replaceAll('_', ' ')}</h3>
      {screening.terms.length === 0 ? (
        <p>No term could be computed from this bulletin.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Term</th>
              <th scope="col" class="number">
                Value
              </th>
              <th scope="col">Says</th>
            </tr>
          </thead>
          <tbody>
            {screening.terms.map(({ name, value, says }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{value}</td>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>Yield, if it were a test</h3>
      {event.yield === null ? (
        <p>No magnitude that a yield can be told from.</p>
      ) : (
        <>
          <p>
            About {kt(event.yield.kt)}, between {kt(event.yield.low)} and {kt(event.yield.high)}, by
            magnitude.
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Relation</th>
                <th scope="col" class="number">
                  Yield
                </th>
                <th scope="col" class="number">
                  Range
                </th>
              </tr>
            </thead>
            <tbody>
              {event.yield.relations.map((relation) => (
                <tr key={relation.name}>
                  <th scope="row">{relation.name}</th>
                  <td class="number">{kt(relation.kt)}</td>
                  <td class="number">
                    {kt(relation.low)} – {kt(relation.high)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <h3>Magnitudes</h3>
      <ul>
        {magnitudes.map(({ type, value, agency, usedFor, refused }, index) => (
          <li key={`${type} ${value} ${agency} ${index}`}>
            {type} {value}
            {agency === undefined ? '' : ` (${agency})`}
            {usedFor === undefined ? '' : `, used for ${usedFor.join(' and ')}`}
            {refused === undefined ? '' : `, not used: ${refused}`}
          </li>
        ))}
      </ul>
      <p class="small-print">
        Screening by bulletin data says whether the explosion hypothesis can be rejected. It never says
        “nuclear”.
      </p>
    </Dialog>
  );
}
