// Compiles the two kernels from AssemblyScript: scripts/train-analyser/kernel/learn.wasm for training, and
// src/text/kernel-bytes.ts (the bytes as text, so that any bundler takes them along) for reading.
//
//   node scripts/train-analyser/build-kernels.mjs [--check]     --check only compares with what is there
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from '../setup.mjs';

const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory', '-O3', '--noAssert'];

async function compiled(name) {
  const folder = join(root, 'scripts/train-analyser/kernel');
  const outputs = new Map();
  const { error, stderr } = await asc.main([`${name}.ts`, '--outFile', 'out.wasm', ...OPTIONS], {
    readFile: (file, base) => {
      try {
        return readFileSync(join(base === '.' ? folder : base, file), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (file, bytes) => outputs.set(file, bytes),
    listFiles: () => [],
  });
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
  return outputs.get('out.wasm');
}

const reading = Buffer.from(await compiled('read')).toString('base64');
const files = [
  ['scripts/train-analyser/kernel/learn.wasm', Buffer.from(await compiled('learn'))],
  [
    'src/text/kernel-bytes.ts',
    Buffer.from(
      `/** The kernel of reading as base64; made by scripts/train-analyser/build-kernels.mjs. */\nexport const KERNEL =\n  '${reading}';\n`,
    ),
  ],
];
for (const [name, bytes] of files) {
  const path = join(root, name);
  if (!process.argv.includes('--check')) writeFileSync(path, bytes);
  else if (!readFileSync(path).equals(bytes)) {
    console.error(`${name} is not what its source gives; run node scripts/train-analyser/build-kernels.mjs`);
    process.exit(1);
  }
  console.log(`${name}: ${bytes.length} bytes`);
}
