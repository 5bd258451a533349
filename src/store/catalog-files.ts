import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CATALOG = fileURLToPath(new URL('../../catalog/', import.meta.url));

/** Published conflict models in the box: the text of each file by its id, such as `chicken`. */
export function catalogFiles(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(CATALOG)
      .filter((name) => name.endsWith('.yaml') && name !== 'results.yaml')
      .sort()
      .map((name): [string, string] => [
        name.slice(0, -'.yaml'.length),
        readFileSync(`${CATALOG}${name}`, 'utf8'),
      ]),
  );
}
