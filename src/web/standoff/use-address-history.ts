import { useCallback, useRef } from 'preact/hooks';
import { type EditHistory, edited, historyOf, redone, undone } from '../edit-history.ts';

/** A step that the browser made by itself: back, forth, or to somewhere new. */
function followed(history: EditHistory<string>, search: string): EditHistory<string> {
  if (history.present === search) return history;
  if (history.past.at(-1) === search) return undone(history);
  if (history.future[0] === search) return redone(history);
  return edited(history, search);
}

/** Undo and redo over addresses: each step is a query, and the address always holds the present one. */
export function useAddressHistory(search: string, onSearch: (search: string) => void) {
  const history = useRef(historyOf(search));
  // Keys may come faster than the page is drawn, so the steps are held apart from what is drawn.
  const drawn = useRef(search);
  if (drawn.current !== search) {
    drawn.current = search;
    history.current = followed(history.current, search);
  }
  const to = useCallback(
    (next: EditHistory<string>) => {
      if (next.present === history.current.present) return;
      history.current = next;
      onSearch(next.present);
    },
    [onSearch],
  );
  return {
    canUndo: history.current.past.length > 0,
    canRedo: history.current.future.length > 0,
    go: useCallback((next: string) => to(edited(history.current, next)), [to]),
    undo: useCallback(() => to(undone(history.current)), [to]),
    redo: useCallback(() => to(redone(history.current)), [to]),
  };
}
