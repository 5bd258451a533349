import {
  arrowPath,
  BOXED,
  boxFrame,
  boxSize,
  centredText,
  figureFrame,
  inked,
  labelSize,
  lined,
  type TextLine,
  widthOf,
  wordsOnGround,
  wrapped,
} from './graph-parts.ts';
import { type Arrow, layeredLayout } from './layered-layout.ts';
import { svgText } from './verdict-marks.ts';

/** One move of a path, by the index of its states. */
export interface DrawnMove {
  /** Name of who moves. */
  readonly who: string;
  readonly from: number;
  readonly to: number;
  /** Whether the move improves things for its mover. */
  readonly improves: boolean;
}

/** Paths from a status quo: what the figure and its table are made from. */
export interface EvolutionPaths {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** States as words of Y and N, a letter an option, or by name. */
  readonly states: readonly string[];
  readonly statusQuo: number;
  readonly moves: readonly DrawnMove[];
  /** Names of the concepts by which a state is an equilibrium. */
  readonly equilibria: ReadonlyMap<number, readonly string[]>;
}

export interface MoveRow {
  readonly step: number;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly changes: string;
  readonly improves: string;
}

const MOST_DRAWN = 40;
const LETTERS = 26;
const OPTIONS_LISTED = 4;

/** What a move changes: options taken and given up, in words. */
function changesOf({ options, states }: EvolutionPaths, { from, to }: DrawnMove): readonly string[] {
  const [before, after] = [states[from]!, states[to]!];
  if (options.length === 0) return [];
  return options.flatMap(({ name }, bit) =>
    // A dash stands for either letter, where states that nobody tells apart are one.
    before[bit] === after[bit] || before[bit] === '-' || after[bit] === '-'
      ? []
      : [after[bit] === 'Y' ? `+ ${name}` : `− ${name}`],
  );
}

/** A row for each move, in the order of the paths. */
export function moveRows(paths: EvolutionPaths): readonly MoveRow[] {
  return paths.moves.map((move, index) => ({
    step: index + 1,
    who: move.who,
    from: `${paths.states[move.from]} (${move.from + 1})`,
    to: `${paths.states[move.to]} (${move.to + 1})`,
    changes: changesOf(paths, move).join('; '),
    improves: move.improves ? 'improves for its mover' : 'against its mover’s preference',
  }));
}

function stateLines(paths: EvolutionPaths, state: number): readonly TextLine[] {
  const { options, states, statusQuo, equilibria } = paths;
  const word = states[state]!;
  const taken = options.filter((_, bit) => word[bit] === 'Y').map(({ name }) => name);
  const listed =
    options.length === 0
      ? [word]
      : taken.length === 0
        ? ['no option is taken']
        : taken.length > OPTIONS_LISTED
          ? [...taken.slice(0, OPTIONS_LISTED - 1), `and ${taken.length - OPTIONS_LISTED + 1} more`]
          : taken;
  const concepts = equilibria.get(state) ?? [];
  return [
    { text: `State ${state + 1}${state === statusQuo ? ' · status quo' : ''}`, size: 13, bold: true },
    ...listed.flatMap((line) => wrapped(line, LETTERS, 2)).map((text) => ({ text, size: 13 })),
    ...(options.length === 0
      ? []
      : [{ text: wrapped(word, LETTERS, 1)[0] ?? '', size: 11, ink: 'muted' as const }]),
    ...(concepts.length === 0
      ? []
      : wrapped(`● stable: ${concepts.join(', ')}`, LETTERS, 2).map((text) => ({
          text,
          size: 12,
          bold: true,
          ink: 'gain' as const,
        }))),
  ];
}

/**
 * How a conflict can go from its status quo, as SVG: a box a state, an arrow a move with who makes it. An arrow that is
 * whole improves things for its mover; one that is broken goes against its preference.
 */
export function evolutionFigure(
  paths: EvolutionPaths,
  { width = 900, id = 'evolution' }: { readonly width?: number; readonly id?: string } = {},
): string {
  const { moves, states, statusQuo, equilibria } = paths;
  const all = [...new Set([statusQuo, ...moves.flatMap(({ from, to }) => [from, to])])];
  const shown = all.slice(0, MOST_DRAWN);
  const boxes = shown.map((state) => {
    const lines = stateLines(paths, state);
    return { id: String(state), state, lines, ...boxSize(lines) };
  });
  const unique = new Map<string, DrawnMove>();
  for (const move of moves) {
    if (shown.includes(move.from) && shown.includes(move.to))
      unique.set(`${move.who} ${move.from} ${move.to}`, move);
  }
  const arrows = [...unique].map(
    ([key, move]): Arrow & { readonly move: DrawnMove; readonly lines: readonly TextLine[] } => {
      const lines: readonly TextLine[] = [
        ...wrapped(move.who, LETTERS, 2).map((text) => ({ text, size: 13, bold: true })),
        ...changesOf(paths, move)
          .slice(0, 2)
          .flatMap((text) => wrapped(text, LETTERS, 2))
          .map((text) => ({ text, size: 12 })),
        {
          text: move.improves ? 'improves' : 'against its preference',
          size: 12,
          ink: move.improves ? 'gain' : 'ring',
        },
      ];
      return {
        id: key,
        from: String(move.from),
        to: String(move.to),
        label: labelSize(lines),
        move,
        lines,
      };
    },
  );
  const wide = all.length <= 4 && width >= 820;
  const placed = layeredLayout(boxes, arrows, { direction: wide ? 'LR' : 'TB', width: width - 24 });
  const cut =
    shown.length < all.length
      ? `${shown.length} of ${all.length} states are drawn, the first of each path.`
      : '';
  const note = cut || (moves.length === 0 ? 'No move leads away from the status quo to a stable state.' : '');
  const top = note === '' ? 12 : 40;
  const at = ({ x, y }: { x: number; y: number }) => ({ x: x + 12, y: y + top });
  return figureFrame(
    {
      id,
      width: Math.max(placed.width + 24, note === '' ? 0 : widthOf({ text: note, size: 13 }) + 24),
      height: placed.height + top + 12,
      title: 'How the conflict can go on from the status quo',
      description: [
        `${unique.size} move${unique.size === 1 ? '' : 's'} between ${shown.length} states, from state ${statusQuo + 1} (${states[statusQuo]}).`,
        ...(cut === '' ? [] : [cut]),
        ...[...unique.values()].map(
          ({ who, from, to, improves }) =>
            `${who} moves from state ${from + 1} to ${to + 1}, ${improves ? 'an improvement for it' : 'against its preference'}.`,
        ),
      ].join(' '),
    },
    [
      ...(note === ''
        ? []
        : [`<text x="12" y="24" font-size="13" ${inked('muted')}>${svgText(note)}</text>`]),
      ...arrows.flatMap(({ id: key, move, lines }) => {
        const { points, label } = placed.arrows.get(key)!;
        return [
          `<g class="figure-move">`,
          `<title>${svgText(`${move.who}: ${states[move.from]} to ${states[move.to]}, ${move.improves ? 'improves' : 'against its preference'}`)}</title>`,
          arrowPath(points.map(at), {
            ink: move.improves ? 'gain' : 'ring',
            wide: 2,
            dashed: !move.improves,
          }),
          wordsOnGround(lines, at(label)),
          '</g>',
        ];
      }),
      ...boxes.flatMap((box) => {
        const { id: key, state, lines } = box;
        const middle = at(placed.boxes.get(key)!);
        return [
          `<g class="figure-state" data-state="${state}">`,
          boxFrame(middle, box, 0, BOXED),
          ...(equilibria.has(state) ? [boxFrame(middle, box, 0, `${lined('gain')} stroke-width="2.5"`)] : []),
          ...(state === statusQuo
            ? [boxFrame(middle, box, 3, `${lined('ink')} stroke-width="1" stroke-dasharray="2 3"`)]
            : []),
          centredText(lines, middle),
          '</g>',
        ];
      }),
    ],
  );
}
