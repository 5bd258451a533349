// `npm start`: sets up what is missing, then runs the tool. Without arguments it prints the brief of the sample report
// and serves the desk, which opens with that brief.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

install();
build();

// The person's own folder, so that relative paths mean what they typed.
const cwd = process.env.INIT_CWD ?? process.cwd();

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a command of the tool in this terminal; resolves to its exit code. Signals are the command's to answer. */
function firstmove(args) {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd, stdio: 'inherit' });
  const pass = (signal) => child.kill(signal);
  // Ctrl-C in a terminal reaches the command by itself too; it takes two at once for one.
  for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`firstmove: cannot start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

const given = process.argv.slice(2);
if (given.length > 0) process.exit(await firstmove(given));
const briefed = await firstmove(['demo']);
process.exit(briefed === 0 ? await firstmove(['serve']) : briefed);
