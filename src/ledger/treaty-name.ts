import { parsedYaml } from '../tables/index.ts';
import type { Ledger } from './ledger.ts';

/** Names under which reports speak of each treaty: lexicon/treaties.yaml, titles and ids. */
export function treatyNames(
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const written = parsedYaml(files, 'lexicon/treaties.yaml') as
    | { names?: Record<string, string> }
    | undefined;
  const names = written?.names ?? {};
  return new Map(
    [...ledger.treaties.values()].map(({ id, title }) => [
      id,
      [...new Set([title, ...(names[id]?.split('|') ?? []), id])],
    ]),
  );
}

/** The treaty that an id or a name means, whatever its capitals. */
export function treatyIdOf(
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
  text: string,
): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (ledger.treaties.has(wanted)) return wanted;
  for (const [id, names] of treatyNames(ledger, files)) {
    if (names.some((name) => name.toLowerCase() === wanted)) return id;
  }
  return undefined;
}
