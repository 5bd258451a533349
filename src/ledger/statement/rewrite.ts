import type { Line } from './line.ts';

/** Rewrites every place of a line that a pattern finds. */
export function rewrite(line: Line, pattern: RegExp, by: (...groups: string[]) => string | undefined): void {
  line.text = line.text
    .replace(pattern, (whole, ...groups) => by(...(groups.slice(0, -2) as string[])) ?? whole)
    .replace(/ {2,}/g, ' ')
    .trim();
}
