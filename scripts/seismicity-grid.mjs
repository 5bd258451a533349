// Makes standoffs/nuclear-testing/seismic/seismicity.json: earthquakes of magnitude 5.5 and more in cells of two degrees.
// node scripts/seismicity-grid.mjs usgs_significant_1965_2016.csv
// Only even years are counted, so that accuracy can be told on the others.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const CELL = 2;
const LEAST = 5.5;
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('usage: node scripts/seismicity-grid.mjs usgs_significant_1965_2016.csv');
  process.exit(2);
}
const [heading, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
const column = (name) => heading.split(',').indexOf(name);
const [date, lat, lon, type, magnitude] = ['Date', 'Latitude', 'Longitude', 'Type', 'Magnitude'].map(column);
const counts = new Map();
const years = new Set();
let total = 0;
for (const row of rows) {
  const cells = row.split(',');
  const year = Number(/\d{4}/.exec(cells[date])?.[0]);
  if (year % 2 !== 0 || cells[type] !== 'Earthquake' || Number(cells[magnitude]) < LEAST) continue;
  years.add(year);
  total += 1;
  const cell = `${Math.floor((Number(cells[lat]) + 90) / CELL)},${Math.floor((Number(cells[lon]) + 180) / CELL) % (360 / CELL)}`;
  counts.set(cell, (counts.get(cell) ?? 0) + 1);
}
const cells = [...counts]
  .map(([cell, count]) => [...cell.split(',').map(Number), count])
  .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
writeFileSync(
  join(root, 'standoffs/nuclear-testing/seismic/seismicity.json'),
  `${JSON.stringify({
    note: `Earthquakes of magnitude ${LEAST} and more in cells of ${CELL} degrees: row from 90 S, column from 180 W, count. ${total} in the even years ${Math.min(...years)} to ${Math.max(...years)}.`,
    source: 'USGS ComCat, M 5.5 and more, 1965-2016 (public domain)',
    cellDeg: CELL,
    years: years.size,
    leastMagnitude: LEAST,
    cells: cells.flat(),
  })}\n`,
);
console.error(`${total} earthquakes in ${cells.length} cells, ${years.size} years`);
