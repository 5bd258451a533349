import { Graph, layout } from '@dagrejs/dagre';

/** A box to be placed, by its size in the figure's units. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An arrow between two boxes, with room for its words. */
export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: { readonly width: number; readonly height: number };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where boxes and arrows stand. A place is the middle of a box or of an arrow's words. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly arrows: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
}

/** Room between boxes, between layers, and between parts that no arrow joins. */
const BETWEEN_BOXES = 24;
const BETWEEN_LAYERS = 28;
const BETWEEN_PARTS = 32;

/** Sets of boxes that arrows join, in the order of their first boxes. */
function partsOf(boxes: readonly Box[], arrows: readonly Arrow[]): readonly (readonly Box[])[] {
  const joined = new Map(boxes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while (joined.get(root) !== root) root = joined.get(root)!;
    joined.set(id, root);
    return root;
  };
  for (const { from, to } of arrows) joined.set(rootOf(to), rootOf(from));
  const parts = new Map<string, Box[]>();
  for (const box of boxes) {
    const root = rootOf(box.id);
    parts.set(root, [...(parts.get(root) ?? []), box]);
  }
  return [...parts.values()];
}

/** One part in layers (Sugiyama, Tagawa and Toda 1981, by dagre), its corner at 0, 0. */
function partLayout(boxes: readonly Box[], arrows: readonly Arrow[], direction: 'LR' | 'TB'): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: BETWEEN_BOXES, ranksep: BETWEEN_LAYERS, edgesep: 16 });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, label } of arrows) graph.setEdge(from, to, { ...label, labelpos: 'c' }, id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: new Map(
      boxes.map(({ id }) => {
        const { x, y } = graph.node(id) as Point;
        return [id, { x, y }];
      }),
    ),
    arrows: new Map(
      arrows.map(({ id, from, to }) => {
        const { points, x, y } = graph.edge(from, to, id) as { points: Point[] } & Point;
        return [id, { points: points.map((point) => ({ x: point.x, y: point.y })), label: { x, y } }];
      }),
    ),
  };
}

const shifted = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y });

/**
 * Places boxes in layers along their arrows. Parts that no arrow joins are set side by side as far as `width` allows,
 * then below one another.
 */
export function layeredLayout(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  { direction, width }: { readonly direction: 'LR' | 'TB'; readonly width: number },
): Layout {
  const placedBoxes = new Map<string, Point>();
  const placedArrows = new Map<string, { points: readonly Point[]; label: Point }>();
  let corner: Point = { x: 0, y: 0 };
  let rowHeight = 0;
  let most = 0;
  for (const part of partsOf(boxes, arrows)) {
    const ids = new Set(part.map(({ id }) => id));
    const own = partLayout(
      part,
      arrows.filter(({ from }) => ids.has(from)),
      direction,
    );
    if (corner.x > 0 && corner.x + own.width > width) {
      corner = { x: 0, y: corner.y + rowHeight + BETWEEN_PARTS };
      rowHeight = 0;
    }
    for (const [id, at] of own.boxes) placedBoxes.set(id, shifted(at, corner));
    for (const [id, { points, label }] of own.arrows) {
      const by = corner;
      placedArrows.set(id, { points: points.map((point) => shifted(point, by)), label: shifted(label, by) });
    }
    most = Math.max(most, corner.x + own.width);
    rowHeight = Math.max(rowHeight, own.height);
    corner = { x: corner.x + own.width + BETWEEN_PARTS, y: corner.y };
  }
  return { width: most, height: corner.y + rowHeight, boxes: placedBoxes, arrows: placedArrows };
}
