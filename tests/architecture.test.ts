import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house: which folder of src/ may import which. Data flows one way, so imports go only against the arrows. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  time: [],
  tables: [],
  text: [],
  report: ['time', 'text'],
  claims: ['time', 'tables', 'text', 'report'],
  seismic: ['time'],
  ledger: ['time', 'tables', 'text', 'claims', 'seismic'],
  model: ['time', 'tables', 'claims', 'ledger'],
  analysis: ['time', 'model'],
  brief: ['time', 'text', 'report', 'claims', 'seismic', 'ledger', 'model', 'analysis'],
  figures: ['time', 'seismic', 'ledger', 'model', 'analysis', 'brief'],
  store: ['time', 'text', 'report', 'claims', 'seismic', 'ledger', 'model', 'analysis', 'brief'],
  server: [
    'time',
    'text',
    'report',
    'claims',
    'seismic',
    'ledger',
    'model',
    'analysis',
    'brief',
    'figures',
    'store',
  ],
  cli: [
    'time',
    'text',
    'report',
    'claims',
    'seismic',
    'ledger',
    'model',
    'analysis',
    'brief',
    'figures',
    'store',
    'server',
  ],
  web: ['time', 'text', 'report', 'claims', 'seismic', 'ledger', 'model', 'analysis', 'brief', 'figures'],
};

/** Names that say nothing about the field. */
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|core|managers?|services?|misc|shared)(\.|\/|$)/;

/** Node modules with effects; allowed only where effects live. */
const EFFECT_FOLDERS = new Set(['store', 'server', 'cli']);
const EFFECT_IMPORT = /^node:(fs|child_process|net|http|https|dns|process|os)(\/|$)/;

const src = resolve(import.meta.dirname, '../src');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const inSrc = (file: string) => relative(src, file).split(sep).join('/');

const imports = sourceFiles(src).flatMap((file) => {
  const code = readFileSync(file, 'utf8');
  const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1]!,
  );
  return specifiers.map((specifier) => ({ file, specifier }));
});

const relativeImports = imports
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map(({ file, specifier }) => ({ from: inSrc(file), to: inSrc(resolve(dirname(file), specifier)) }));

describe('the house', () => {
  it('has no folder that the table does not name', () => {
    const folders = new Set(sourceFiles(src).map((file) => inSrc(file).split('/')[0]!));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('imports only against the arrows', () => {
    const wrong = relativeImports.filter(({ from, to }) => {
      const [folder, target] = [from.split('/')[0]!, to.split('/')[0]!];
      return folder !== target && !MAY_IMPORT[folder]?.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no import cycle between files', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of relativeImports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of edges.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps effects in store, server and cli', () => {
    const wrong = imports.filter(
      ({ file, specifier }) =>
        EFFECT_IMPORT.test(specifier) && !EFFECT_FOLDERS.has(inSrc(file).split('/')[0]!),
    );
    expect(wrong.map(({ file, specifier }) => `${inSrc(file)} imports ${specifier}`)).toEqual([]);
  });

  it('knows the calendar only in time/', () => {
    const wrong = sourceFiles(src).filter(
      (file) =>
        !inSrc(file).startsWith('time/') &&
        /\bnew Date\b|\bDate\.(now|parse|UTC)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong.map(inSrc)).toEqual([]);
  });

  it('names every file after its idea', () => {
    expect(
      sourceFiles(src)
        .map(inSrc)
        .filter((file) => FORBIDDEN_NAMES.test(file)),
    ).toEqual([]);
  });
});
