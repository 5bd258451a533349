import type { Model } from './model.ts';
import { preferenceOf } from './ranking.ts';
import { feasibleStates, stateName } from './states.ts';

/** A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula is made text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A model's states as a table: number, name, a column an option (Y, N, or - where a state stands for several), each
 * decision maker's rank (1 the best).
 * @throws StateSpaceError where the states cannot be listed.
 */
export function modelToCsv(model: Model): string {
  const space = feasibleStates(model);
  const ranks = model.decisionMakers.map((maker) => preferenceOf(maker, space).rank);
  const head = [
    'number',
    'state',
    ...model.options.map(({ id }) => id),
    ...model.decisionMakers.map(({ id }) => `rank ${id}`),
  ];
  const rows = Array.from({ length: space.count }, (_, state) => {
    const name = stateName(space, state);
    const letters = space.names === undefined ? Array.from(name) : [];
    // A name of letters and dashes is no formula; it stays as it is.
    return [state + 1, name, ...letters, ...ranks.map((rank) => rank[state]!)]
      .map((value) => (typeof value === 'string' && /^[YN-]+$/.test(value) ? value : cell(value)))
      .join(',');
  });
  return `${[head.map(cell).join(','), ...rows].join('\n')}\n`;
}
