// `npm run check`: types, lint and format, dead code. (Import directions are a test: tests/architecture.test.ts.)
import { join } from 'node:path';
import { install, root, run } from './setup.mjs';

install();
const bin = (path) => join(root, 'node_modules', path);
console.error('types…');
run(process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']);
run(process.execPath, [bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json']);
console.error('lint and format…');
run(process.execPath, [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--colors=off']);
console.error('dead code…');
run(process.execPath, [bin('knip/bin/knip.js')]);
