import type { Point } from './layered-layout.ts';
import { svgText } from './verdict-marks.ts';

/** Mean width of a letter of the figures' sans serif, as a share of the font's size; wide enough for capitals. */
const LETTER = 0.58;
/** Height of a line, as a share of the font's size. */
const LINE = 1.3;

/** One line of words in a figure. */
export interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Which of the figure's inks, see `INKS`. */
  readonly ink?: Ink;
}

/**
 * Inks and fills: an attribute for a figure that stands alone, and a class by which a page gives it its own colours in
 * light and dark. The colours are told apart by colour-blind readers, and no meaning hangs on them alone.
 */
const INKS = { ink: '#1b1b1b', muted: '#565656', ring: '#a61b1b', gain: '#005a8c' } as const;
export type Ink = keyof typeof INKS;

/** Attributes that paint letters in an ink. */
export const inked = (ink: Ink): string => `class="figure-${ink}" fill="${INKS[ink]}"`;

/** Attributes that draw a line in an ink. */
export const lined = (ink: Ink): string => `class="figure-${ink}-line" fill="none" stroke="${INKS[ink]}"`;

export const widthOf = ({ text, size }: TextLine): number => text.length * size * LETTER;

export const heightOf = (lines: readonly TextLine[]): number =>
  lines.reduce((sum, { size }) => sum + size * LINE, 0);

/** Words broken into lines of at most so many letters; what is over is cut with an ellipsis, a word too long is broken. */
export function wrapped(text: string, letters: number, linesAtMost: number): readonly string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${letters}}`, 'gsu')) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= linesAtMost) return lines;
  const kept = lines.slice(0, linesAtMost);
  return [...kept.slice(0, -1), `${[...kept.at(-1)!].slice(0, letters - 1).join('')}…`];
}

/** Lines of words one below the other, centred on a place. */
export function centredText(lines: readonly TextLine[], { x, y }: Point): string {
  let top = y - heightOf(lines) / 2;
  return lines
    .map((line) => {
      const base = top + line.size * 1.02;
      top += line.size * LINE;
      return `<text x="${fixed(x)}" y="${fixed(base)}" font-size="${line.size}" text-anchor="middle"${line.bold ? ' font-weight="bold"' : ''} ${inked(line.ink ?? 'ink')}>${svgText(line.text)}</text>`;
    })
    .join('\n');
}

/** Words on a ground of their own, so that no line runs through them. */
export function wordsOnGround(lines: readonly TextLine[], at: Point): string {
  const wide = Math.max(...lines.map(widthOf)) + 4;
  const high = heightOf(lines);
  return `<rect class="figure-ground" x="${fixed(at.x - wide / 2)}" y="${fixed(at.y - high / 2)}" width="${fixed(wide)}" height="${fixed(high)}" fill="#fff"/>\n${centredText(lines, at)}`;
}

/** The frame of a box around a place, drawn so much further in. */
export const boxFrame = (
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
  inset: number,
  attributes: string,
): string =>
  `<rect x="${fixed(x - width / 2 + inset)}" y="${fixed(y - height / 2 + inset)}" width="${fixed(width - 2 * inset)}" height="${fixed(height - 2 * inset)}" rx="6" ${attributes}/>`;

/** Attributes of a box's own ground and edge. */
export const BOXED = 'class="figure-box" fill="#f6f5f1" stroke="#8a8577"';

/** Room that a box's words take. */
export const boxSize = (lines: readonly TextLine[]): { readonly width: number; readonly height: number } => ({
  width: Math.max(...lines.map(widthOf)) + 24,
  height: heightOf(lines) + 16,
});

/** Room that an arrow's words take. */
export const labelSize = (
  lines: readonly TextLine[],
): { readonly width: number; readonly height: number } => ({
  width: Math.max(...lines.map(widthOf)) + 8,
  height: heightOf(lines) + 6,
});

export const fixed = (value: number): string => value.toFixed(1);

/** A line through the points, its corners rounded, with a head at its end drawn as a shape of its own. */
export function arrowPath(
  points: readonly Point[],
  {
    ink,
    wide = 1.5,
    dashed = false,
  }: { readonly ink: Ink; readonly wide?: number; readonly dashed?: boolean },
): string {
  const last = points.at(-1)!;
  const before = points.at(-2)!;
  const angle = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI;
  const bends = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2]!;
    const end = index === points.length - 3 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${fixed(point.x)},${fixed(point.y)} ${fixed(end.x)},${fixed(end.y)}`;
  });
  const line = bends.length > 0 ? bends.join(' ') : `L${fixed(last.x)},${fixed(last.y)}`;
  const dash = dashed ? ' stroke-dasharray="6 4"' : '';
  const head = 5 + 2 * wide;
  return [
    `<path d="M${fixed(points[0]!.x)},${fixed(points[0]!.y)} ${line}" stroke-width="${wide}"${dash} ${lined(ink)}/>`,
    `<path d="M0,0L${-head},${-head / 2}L${-head},${head / 2}Z" transform="translate(${fixed(last.x)},${fixed(last.y)}) rotate(${fixed(angle)})" ${inked(ink)}/>`,
  ].join('\n');
}

/** The frame of a figure: its size, and its title and description for those who do not see it. */
export function figureFrame(
  {
    id,
    width,
    height,
    title,
    description,
  }: {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly description: string;
  },
  parts: readonly string[],
): string {
  const name = svgText(id);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" font-family="system-ui, sans-serif" role="img" aria-labelledby="${name}-title ${name}-desc">`,
    `<title id="${name}-title">${svgText(title)}</title>`,
    `<desc id="${name}-desc">${svgText(description)}</desc>`,
    `<rect class="figure-ground" width="${Math.ceil(width)}" height="${Math.ceil(height)}" fill="#fff"/>`,
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}
