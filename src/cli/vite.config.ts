import { join } from 'node:path';
import { defineConfig } from 'vite';

const source = join(import.meta.dirname, '..');

/**
 * Bundles what is started as a program, over what the compiler wrote for those who import the packages: some five hundred
 * small files take longer to find and open than a report takes to read. The database, which few commands need, stays apart.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: join(source, '../dist'),
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: ['cli/main', 'cli/verdicts-thread', 'server/answer-thread', 'server/reading-thread'].map(
        (name) => join(source, `${name}.ts`),
      ),
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          `${facadeModuleId!.slice(source.length + 1).replace(/\.ts$/, '')}.js`,
        // As deep as the packages, since code finds its data by its own place.
        chunkFileNames: 'bundled/[name]-[hash].js',
      },
    },
  },
  ssr: { noExternal: true, external: ['@electric-sql/pglite', 'kysely', 'pg'] },
  logLevel: 'warn',
});
