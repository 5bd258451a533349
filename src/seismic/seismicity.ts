import type { SeismicityTable } from './tables.ts';

const KM_PER_DEGREE = 111.195;
/** Earthquakes that are counted into every neighbourhood, so that none is taken to have none: Jeffreys' half. */
const HALF = 0.5;

/** Earthquakes a year and km² of the table's least magnitude and more. */
export type Seismicity = (lat: number, lon: number) => number;

/** Rates from a table of counts, averaged over a cell and its eight neighbours. */
export function seismicityOf(table: SeismicityTable): Seismicity {
  const rows = Math.round(180 / table.cellDeg);
  const columns = Math.round(360 / table.cellDeg);
  const counts = new Float32Array(rows * columns);
  for (let i = 0; i + 2 < table.cells.length; i += 3)
    counts[table.cells[i]! * columns + table.cells[i + 1]!] = table.cells[i + 2]!;
  const rates = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let count = HALF;
      let area = 0;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        const lat = ((r + 0.5) * table.cellDeg - 90) * (Math.PI / 180);
        const cell = (table.cellDeg * KM_PER_DEGREE) ** 2 * Math.cos(lat);
        for (let c = column - 1; c <= column + 1; c++) {
          count += counts[r * columns + ((c + columns) % columns)]!;
          area += cell;
        }
      }
      rates[row * columns + column] = count / area / table.years;
    }
  return (lat, lon) => {
    const row = Math.min(rows - 1, Math.floor((lat + 90) / table.cellDeg));
    const column = Math.floor((lon + 180) / table.cellDeg) % columns;
    return rates[row * columns + column]!;
  };
}

/**
 * Earthquakes a year in a disc per unit of magnitude at `magnitude`, by the Gutenberg-Richter law with b = 1 from the
 * rate of the table's least magnitude.
 */
export function earthquakesPerYearAt(
  seismicity: Seismicity,
  leastMagnitude: number,
  place: { readonly lat: number; readonly lon: number; readonly radiusKm: number },
  magnitude: number,
): number {
  const rate = seismicity(place.lat, place.lon) * Math.PI * place.radiusKm * place.radiusKm;
  return rate * Math.LN10 * 10 ** (leastMagnitude - magnitude);
}
