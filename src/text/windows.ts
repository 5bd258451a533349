/** A half-open stretch of a sentence's words. */
export type Window = readonly [start: number, end: number];

const BREAK = /^(?:[;:—]|--)$/;

/**
 * Cuts a sentence of more words than `most` into windows of at most that many, where it can behind a semicolon, colon or
 * dash, else behind a comma, else anywhere.
 */
export function windowsOf(forms: readonly string[], most: number): readonly Window[] {
  const windows: Window[] = [];
  let start = 0;
  while (forms.length - start > most) {
    let cut = start + most;
    let rank = 0;
    for (let at = start + most - 1; at >= start + most / 2 && rank < 2; at--) {
      const here = BREAK.test(forms[at]!) ? 2 : forms[at] === ',' ? 1 : 0;
      if (here > rank) [rank, cut] = [here, at + 1];
    }
    windows.push([start, cut]);
    start = cut;
  }
  windows.push([start, forms.length]);
  return windows;
}
