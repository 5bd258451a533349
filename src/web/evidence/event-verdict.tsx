import { VERDICT_MARKS } from '../../figures/verdict-marks.ts';
import type { ShownEvent } from './evidence-answer.ts';

/** An event's verdict by the shape and the colour of the figures, and in words. */
export function EventVerdict({ verdict }: { readonly verdict: ShownEvent['verdict'] }) {
  const { colour, label, path } = VERDICT_MARKS[verdict];
  return (
    <span class="event-verdict">
      <svg viewBox="-1.5 -1.5 3 3" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={path} fill={colour} />
      </svg>{' '}
      {label}
    </span>
  );
}
