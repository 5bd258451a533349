// `npm start`: sets up what is missing, then runs the tool. Without arguments it shows the brief of the sample report.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './setup.mjs';

install();
build();

const given = process.argv.slice(2);
const args = given.length > 0 ? given : ['demo'];
// The person's own folder, so that relative paths mean what they typed.
const cwd = process.env.INIT_CWD ?? process.cwd();
const result = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
  cwd,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
