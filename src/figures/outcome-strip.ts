import { figureFrame, fixed, inked, lined, type TextLine, widthOf, wrapped } from './graph-parts.ts';
import { svgText } from './verdict-marks.ts';

/** States side by side, option by option: what the figure and its table are made from. */
export interface OutcomeStrip {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** The states shown, by their number from 1 and their letters, in the order of `options`. */
  readonly states: readonly {
    readonly number: number;
    readonly letters: string;
    readonly statusQuo: boolean;
  }[];
  /** Short names of concepts, each with the numbers of the states that are equilibria by it. */
  readonly concepts: readonly { readonly name: string; readonly states: readonly number[] }[];
}

/** An option or a concept, with a mark for each state: Y, N or whether the concept holds. */
export interface StripRow {
  readonly row: string;
  readonly marks: readonly string[];
}

const MOST_STATES = 24;
const MOST_OPTIONS = 24;
const COLUMN = 40;
const ROW = 26;
/** Room for the names of options and concepts, and the letters that fit: on a wide page and on a narrow one. */
const WIDE = { room: 250, letters: 34 };
const NARROW = { room: 130, letters: 17 };
const NARROW_TO = 560;

/** A row for each option and for each concept. */
export function stripRows({ options, states, concepts }: OutcomeStrip): readonly StripRow[] {
  return [
    ...options.map(({ name }, bit) => ({
      row: name,
      marks: states.map(({ letters }) => letters[bit] ?? ''),
    })),
    ...concepts.map(({ name, states: stable }) => ({
      row: name,
      marks: states.map(({ number }) => (stable.includes(number) ? 'equilibrium' : '')),
    })),
  ];
}

/** A filled mark with Y where an option is taken, an empty one with N where not. */
function letterMark(letter: string, x: number, y: number): string {
  const taken = letter === 'Y';
  const box = taken
    ? `<rect x="${fixed(x - 9)}" y="${fixed(y - 9)}" width="18" height="18" rx="3" ${inked('ink')}/>`
    : `<rect x="${fixed(x - 9)}" y="${fixed(y - 9)}" width="18" height="18" rx="3" ${lined('muted')} stroke-width="1"/>`;
  const ink = taken ? 'class="figure-on-ink" fill="#fff"' : inked('muted');
  return `${box}<text x="${fixed(x)}" y="${fixed(y + 4)}" font-size="12" text-anchor="middle" font-weight="bold" ${ink}>${svgText(letter)}</text>`;
}

/** The stable states as columns, options and concepts as rows, as SVG. */
export function stripFigure(
  strip: OutcomeStrip,
  { width = 900, id = 'outcomes' }: { readonly width?: number; readonly id?: string } = {},
): string {
  const states = strip.states.slice(0, MOST_STATES);
  const options = strip.options.slice(0, MOST_OPTIONS);
  const cut = [
    ...(states.length < strip.states.length
      ? [`the first ${states.length} of ${strip.states.length} states`]
      : []),
    ...(options.length < strip.options.length
      ? [`the first ${options.length} of ${strip.options.length} options`]
      : []),
  ].join(' and ');
  const note: TextLine = { text: cut === '' ? '' : `Drawn are ${cut}.`, size: 13 };
  const { room, letters: letterCount } = width < NARROW_TO ? NARROW : WIDE;
  const left = room + 12;
  const head = cut === '' ? 44 : 68;
  const x = (column: number) => left + (column + 0.5) * COLUMN;
  const y = (row: number) => head + (row + 0.5) * ROW;
  const conceptsFrom = options.length;
  const rowLabel = (text: string, row: number, bold = false) =>
    `<text x="${left - 10}" y="${fixed(y(row) + 4)}" font-size="13" text-anchor="end"${bold ? ' font-weight="bold"' : ''} ${inked('ink')}>${svgText(wrapped(text, letterCount, 1)[0] ?? '')}</text>`;
  return figureFrame(
    {
      id,
      width: Math.max(left + states.length * COLUMN + 12, widthOf(note) + 24),
      height: head + (options.length + strip.concepts.length) * ROW + 20,
      title: 'Stable states, option by option',
      description: [
        `${strip.states.length} states as columns; ${strip.options.length} options as rows, Y where taken, N where not; below them the concepts of stability by which each state is an equilibrium.`,
        ...(cut === '' ? [] : [note.text]),
      ].join(' '),
    },
    [
      ...(cut === ''
        ? []
        : [`<text x="12" y="20" font-size="13" ${inked('muted')}>${svgText(note.text)}</text>`]),
      ...states.flatMap(({ number, statusQuo }, column) => [
        `<text x="${fixed(x(column))}" y="${head - 8}" font-size="13" font-weight="bold" text-anchor="middle" ${inked('ink')}>${number}</text>`,
        ...(statusQuo
          ? [
              `<text x="${fixed(x(column))}" y="${head - 24}" font-size="11" text-anchor="middle" ${inked('muted')}>now</text>`,
            ]
          : []),
      ]),
      `<text x="${left - 10}" y="${head - 8}" font-size="13" text-anchor="end" ${inked('muted')}>state</text>`,
      ...options.flatMap(({ name }, row) => [
        rowLabel(name, row),
        ...states.map(({ letters }, column) => letterMark(letters[row] ?? '', x(column), y(row))),
      ]),
      `<line x1="12" x2="${fixed(left + states.length * COLUMN)}" y1="${fixed(y(conceptsFrom - 0.5) + 2)}" y2="${fixed(y(conceptsFrom - 0.5) + 2)}" ${lined('muted')} stroke-width="1"/>`,
      ...strip.concepts.flatMap(({ name, states: stable }, index) => [
        rowLabel(name, conceptsFrom + index, true),
        ...states.flatMap(({ number }, column) =>
          stable.includes(number)
            ? [
                `<circle cx="${fixed(x(column))}" cy="${fixed(y(conceptsFrom + index))}" r="6" ${inked('gain')}><title>${svgText(`state ${number} is an equilibrium by ${name}`)}</title></circle>`,
              ]
            : [
                `<text x="${fixed(x(column))}" y="${fixed(y(conceptsFrom + index) + 4)}" font-size="12" text-anchor="middle" ${inked('muted')}>–</text>`,
              ],
        ),
      ]),
    ],
  );
}
