import { parse } from 'yaml';

/**
 * What a YAML file of a stand-off says; `undefined` and an empty text say nothing. YAML holds JSON, and a text that is JSON
 * is read by the engine's own reader, some three hundred times faster: the build writes the stand-offs that ship so
 * (`scripts/compile-standoffs.mjs`).
 *
 * @throws Error of the YAML reader that tells the line.
 */
export function parsedYaml(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (text.startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      // A YAML map may be written between braces too.
    }
  }
  return parse(text) ?? undefined;
}
