// Speed of screening and of reading. npm run build && node --expose-gc bench/seismic.mjs [megabytes]
// Prints figures and their ratio to the target: 100,000 events a second, 20 MB a second of QuakeML, memory flat.
import {
  eventAsIsf,
  eventAsQuakeml,
  ISF_BEGIN,
  QUAKEML_BEGIN,
  readBulletin,
  screener,
} from '../dist/seismic/index.js';
import { seismicTables } from '../dist/store/seismic-tables.js';
import { PICKS, syntheticEvent } from './synthetic-bulletin.mjs';

const megabytes = Number(process.argv[2] ?? 100);
const screen = screener(seismicTables());

const events = Array.from({ length: 20_000 }, (_, i) => syntheticEvent(i));
for (const event of events.slice(0, 2000)) screen(event);
let best = Number.POSITIVE_INFINITY;
for (let run = 0; run < 5; run++) {
  const start = process.hrtime.bigint();
  for (const event of events) screen(event);
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
const rate = events.length / best;
console.log(
  `screening: ${Math.round(rate).toLocaleString('en')} events a second (${(rate / 100_000).toFixed(2)} of the target)`,
);

const screened = events.slice(0, 500).map(screen);
const plain = screened.map(eventAsQuakeml).join('');
const withPicks = screened.map((e) => eventAsQuakeml(e).replace('</event>', `${PICKS}</event>`)).join('');
const isf = screened.map(eventAsIsf).join('');

async function reading(name, begin, block, target) {
  const chunk = 256 * 1024;
  const repeats = Math.ceil((megabytes * 1e6) / block.length);
  function* pieces() {
    yield begin;
    for (let i = 0; i < repeats; i++)
      for (let at = 0; at < block.length; at += chunk) yield block.slice(at, at + chunk);
  }
  globalThis.gc?.();
  let peak = 0;
  let count = 0;
  let batches = 0;
  const start = process.hrtime.bigint();
  for await (const batch of readBulletin(pieces())) {
    for (const item of batch) if ('event' in item) count += 1;
    batches += 1;
    if (batches % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const speed = (repeats * block.length) / 1e6 / seconds;
  console.log(
    `${name}: ${speed.toFixed(0)} MB/s, ${Math.round(count / seconds).toLocaleString('en')} events a second, peak memory ${Math.round(peak / 1e6)} MB over ${megabytes} MB` +
      (target === undefined ? '' : ` (${(speed / target).toFixed(2)} of the target)`),
  );
}
await reading('QuakeML, origins and magnitudes', QUAKEML_BEGIN, plain, 20);
await reading('QuakeML with picks and arrivals', QUAKEML_BEGIN, withPicks, 20);
await reading('ISF', ISF_BEGIN, isf);
