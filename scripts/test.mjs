// `npm test`: sets up what is missing, then runs the tests. Arguments go to the test runner.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { installPostgres } from './postgres.mjs';
import { build, install, root } from './setup.mjs';

install();
build();
installPostgres();
installChromium();
const runner = join(root, 'node_modules/vitest/vitest.mjs');
const result = spawnSync(process.execPath, [runner, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
