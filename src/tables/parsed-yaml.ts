import { parse, YAMLParseError } from 'yaml';

/** Read as JSON where it is, as the build writes the stand-offs that ship; else as YAML. */
function readText(text: string): unknown {
  if (text.startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      // A YAML map may be written between braces too.
    }
  }
  return parse(text) ?? undefined;
}

/**
 * What a YAML file of a stand-off says; a file that is absent or empty says nothing. YAML holds JSON, and a text that is JSON
 * is read by the engine's own reader, some three hundred times faster (`scripts/compile-standoffs.mjs`).
 *
 * @throws RangeError that names the file, and the line where it is no YAML.
 */
export function parsedYaml(
  files: ReadonlyMap<string, string>,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const text = files.get(name);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = readText(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [what] = error.message.split('\n');
    throw new RangeError(`${name}:${error.linePos?.[0].line ?? 1}: is not YAML: ${what!.replace(/:$/, '')}`);
  }
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || Array.isArray(value) || value === null)
    throw new RangeError(`${name}: holds no names with values; write "name: value" on each line`);
  return value as Readonly<Record<string, unknown>>;
}
