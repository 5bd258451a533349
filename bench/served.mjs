// A desk for the benches: `firstmove serve` on a folder of its own. Needs dist/ (npm run build).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Starts the desk on a folder; resolves to its address and how to close it. */
export async function served(data) {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  for await (const piece of child.stdout.setEncoding('utf8')) {
    out += piece;
    if (out.includes('closes it')) break;
  }
  const address = /http:\/\/\S+/.exec(out)?.[0];
  if (address === undefined) throw new Error('the desk did not open');
  return {
    address,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = await ended;
      if (code !== 0) throw new Error(`the desk ended with ${code}`);
    },
  };
}

/** Milliseconds until an address has answered, whole. */
export async function timed(address, path) {
  const start = performance.now();
  const response = await fetch(new URL(path, address));
  const bytes = (await response.arrayBuffer()).byteLength;
  const ms = performance.now() - start;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { ms, bytes };
}

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
