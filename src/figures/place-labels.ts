/** A point that wants a name beside it, in the figure's units. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Radius of the mark at the point. */
  readonly radius: number;
  readonly text: string;
}

/** Where a name stands: its anchor on the base line. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** Mean width of a letter and height of a line of the figures' 12-unit sans serif. */
const LETTER = 6.6;
const LINE = 13;
const GAP = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places names above their points, else to the right, left or below, so that none leaves the frame or covers another; a
 * name for which there is no room is left out. Earlier points have the first choice.
 */
export function placedLabels(
  points: readonly Labelled[],
  width: number,
  height: number,
): readonly PlacedLabel[] {
  const taken: Box[] = [];
  return points.flatMap(({ x, y, radius, text }): PlacedLabel[] => {
    if (x < 0 || x > width || y < 0 || y > height) return [];
    const away = radius + GAP;
    const candidates: readonly PlacedLabel[] = [
      { x, y: y - away, anchor: 'middle', text },
      { x: x + away, y: y + GAP, anchor: 'start', text },
      { x: x - away, y: y + GAP, anchor: 'end', text },
      { x, y: y + away + LINE - GAP, anchor: 'middle', text },
    ];
    for (const label of candidates) {
      const box = boxOf(label);
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [label];
    }
    return [];
  });
}

function boxOf({ x, y, anchor, text }: PlacedLabel): Box {
  const wide = text.length * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - LINE + GAP, bottom: y + GAP };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
