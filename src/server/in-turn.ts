/**
 * Lets work through one at a time, in the order in which it came. The store takes what is asked of it in order: a hundred
 * reports handed to it at once would keep everybody waiting who only wants to read.
 */
export function inTurn<A extends readonly unknown[], R>(
  work: (...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const done = last.then(() => work(...given));
    last = done.catch(() => {});
    return done;
  };
}
