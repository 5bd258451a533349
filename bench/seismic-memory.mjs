// Peak memory of `firstmove screen` over bulletins of two sizes that are made up as they are read. Linux only.
//
//   npm run build && node bench/seismic-memory.mjs [megabytes megabytes]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventAsQuakeml, QUAKEML_BEGIN, QUAKEML_END, screener } from '../dist/seismic/index.js';
import { seismicTables } from '../dist/store/seismic-tables.js';
import { PICKS, syntheticEvent } from './synthetic-bulletin.mjs';

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const screen = screener(seismicTables());
const block = Array.from({ length: 500 }, (_, i) =>
  eventAsQuakeml(screen(syntheticEvent(i))).replace('</event>', `${PICKS}</event>`),
).join('');

for (const megabytes of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000]) {
  const child = spawn(process.execPath, [cli, 'screen', '-', '--format', 'csv'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  let peak = 0;
  const look = () => {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    peak = Math.max(peak, Number(kilobytes ?? 0) / 1000);
  };
  const start = performance.now();
  const ended = once(child, 'exit');
  child.stdin.write(QUAKEML_BEGIN);
  for (let written = 0; written < megabytes * 1e6; written += block.length) {
    if (!child.stdin.write(block)) await once(child.stdin, 'drain');
    look();
  }
  child.stdin.end(QUAKEML_END);
  const [code] = await ended;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${megabytes} MB of QuakeML through the command: exit ${code}, ${(megabytes / seconds).toFixed(0)} MB/s, peak memory ${peak.toFixed(0)} MB`,
  );
}
