import { useState } from 'preact/hooks';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Lets arrow keys go from cell to cell of a table, so that the whole of it is one stop for Tab. A cell's button carries its
 * place as `data-cell`, row and column.
 */
export function useCellKeys() {
  const [at, setAt] = useState('0 0');
  return {
    /** The cell that Tab stops at. */
    at,
    onFocus(event: FocusEvent) {
      const place = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
      if (place !== undefined) setAt(place);
    },
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined || !(event.target instanceof HTMLElement)) return;
      const [row, column] = (event.target.dataset.cell ?? '').split(' ').map(Number);
      if (row === undefined || column === undefined) return;
      event.preventDefault();
      const table = event.target.closest('table');
      table?.querySelector<HTMLElement>(`[data-cell="${row + step[0]} ${column + step[1]}"]`)?.focus();
    },
  };
}
