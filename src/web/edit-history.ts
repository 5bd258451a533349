/** What was edited, with the way back and forth. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The field that the last edit was made in; further letters in it are one edit with it. */
  readonly field?: string;
}

const EDITS_KEPT = 200;

export const historyOf = <T>(present: T): EditHistory<T> => ({ past: [], present, future: [] });

/** A further edit. Edits one after another in the same named field are undone together. */
export function edited<T>(history: EditHistory<T>, next: T, field?: string): EditHistory<T> {
  const { past, present, field: last } = history;
  const together = field !== undefined && field === last;
  return {
    past: together ? past : [...past, present].slice(-EDITS_KEPT),
    present: next,
    future: [],
    ...(field === undefined ? {} : { field }),
  };
}

export function undone<T>({ past, present, future }: EditHistory<T>): EditHistory<T> {
  const before = past.at(-1);
  if (past.length === 0) return { past, present, future };
  return { past: past.slice(0, -1), present: before as T, future: [present, ...future] };
}

export function redone<T>({ past, present, future }: EditHistory<T>): EditHistory<T> {
  const [next, ...rest] = future;
  if (future.length === 0) return { past, present, future };
  return { past: [...past, present], present: next as T, future: rest };
}
