import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** The row of a list that lies under a height on the screen. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.children] as HTMLElement[];
  const found = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return found < 0 ? rows.length : found;
}

/**
 * A list whose rows are put into order by dragging them, by the arrow keys on their handles, or by their buttons. Each
 * move is told to those who do not see it.
 */
export function SortableList({
  label,
  names,
  onMove,
  children,
}: {
  readonly label: string;
  /** What each row is called, in order. */
  readonly names: readonly string[];
  readonly onMove: (from: number, to: number) => void;
  readonly children: (row: number) => ComponentChildren;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly before: number }>();
  const [told, setTold] = useState('');

  const move = (from: number, to: number) => {
    if (to < 0 || to >= names.length || to === from) return;
    onMove(from, to);
    setTold(`${names[from]} is now ${to + 1} of ${names.length}.`);
  };
  /** Moves by a key, and keeps the focus on the handle of the row that moved. */
  const step = (event: KeyboardEvent, row: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const to = row + by;
    move(row, to);
    // Rows keep their places and change their words, so the handle to go to is there already.
    list.current?.children[to]?.querySelector<HTMLElement>('[data-handle]')?.focus();
  };
  const start = (event: PointerEvent, row: number) => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    setDrag({ from: row, before: row });
  };
  const over = (event: PointerEvent) => {
    if (drag === undefined || list.current === null) return;
    setDrag({ from: drag.from, before: rowAt(list.current, event.clientY) });
  };
  const end = () => {
    if (drag === undefined) return;
    move(drag.from, drag.before > drag.from ? drag.before - 1 : drag.before);
    setDrag(undefined);
  };

  return (
    <>
      <ol class="sortable" ref={list} aria-label={label}>
        {names.map((name, row) => (
          <li
            // A row is known by its place: its words change while it is being edited.
            key={row}
            class={[
              drag?.from === row ? 'dragged' : '',
              drag !== undefined && drag.before === row ? 'drop-before' : '',
              drag !== undefined && drag.before === names.length && row === names.length - 1
                ? 'drop-after'
                : '',
            ].join(' ')}
          >
            <button
              type="button"
              class="handle"
              data-handle
              aria-label={`Move ${name}: ${row + 1} of ${names.length}, with the arrow keys up and down`}
              title="Drag, or press the arrow keys"
              onKeyDown={(event) => step(event, row)}
              onPointerDown={(event) => start(event, row)}
              onPointerMove={over}
              onPointerUp={end}
              onPointerCancel={() => setDrag(undefined)}
            >
              <span aria-hidden="true">⠿</span>
            </button>
            {children(row)}
            <button
              type="button"
              class="small"
              aria-label={`Move ${name} up`}
              disabled={row === 0}
              onClick={() => move(row, row - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              class="small"
              aria-label={`Move ${name} down`}
              disabled={row === names.length - 1}
              onClick={() => move(row, row + 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}
