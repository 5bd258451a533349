// The numbers that are learned, and where each table of them lies in one long row.
import { FEATURE_TABLES } from '../../dist/text/word-features.js';
import { laidOut } from './layout.mjs';

/** Sizes of the network. Widths are multiples of 8 for the kernel; `FEATURE_WIDTHS` go with `FEATURE_TABLES`. */
export const FEATURE_WIDTHS = [40, 16, 24, 20];
export const DEFAULT_SIZES = { word: 100, hidden: 200, arc: 160, label: 128 };

export const padded = (width) => Math.ceil(width / 8) * 8;

/** The tables of a network for so many words, parts of speech, Penn tags and relations. */
export function tablesOf(sizes, { words, upos, xpos, relations }) {
  const { word, hidden: h, arc, label } = sizes;
  const input = word + FEATURE_WIDTHS.reduce((a, b) => a + b, 0);
  const shapes = [
    ['words', words, word],
    ...FEATURE_TABLES.map((rows, i) => [`looks${i}`, rows, FEATURE_WIDTHS[i]]),
    ['input1', input, 8 * h],
    ['bias1', 1, 8 * h],
    ['forward1', h, 4 * h],
    ['backward1', h, 4 * h],
    ['input2', 2 * h, 8 * h],
    ['bias2', 1, 8 * h],
    ['forward2', h, 4 * h],
    ['backward2', h, 4 * h],
    ['tags', 2 * h, padded(upos) + padded(xpos)],
    ['tagsBias', 1, padded(upos) + padded(xpos)],
    ['views', 2 * h, 2 * arc + 2 * label],
    ['viewsBias', 1, 2 * arc + 2 * label],
    ['arcs', arc, arc],
    ['arcsBias', 1, arc],
    ['rootArc', 1, arc],
    ['rootLabel', 1, label],
    ['labels', label, padded(relations)],
    ['labelsBias', 1, padded(relations)],
  ];
  return { ...laidOut(shapes), input };
}

/** Uniform numbers by Glorot and Bengio (2010); forget gates start open (Jozefowicz et al. 2015). */
export function initialise({ tables }, sizes, weights, random) {
  const { hidden: h } = sizes;
  for (const [name, { at, rows, columns }] of Object.entries(tables)) {
    if (name === 'words' || name.endsWith('Bias')) continue;
    if (name.startsWith('bias')) {
      for (const start of [h, 5 * h]) weights.fill(1, at + start, at + start + h);
      continue;
    }
    const gates = /^(?:input|forward|backward)/.test(name);
    const width = name === 'views' ? 150 : gates ? h : columns;
    const limit = name.startsWith('looks') ? 0.5 : rows === 1 ? 0.1 : Math.sqrt(6 / (rows + width));
    for (let i = at; i < at + rows * columns; i++) weights[i] = (2 * random.next() - 1) * limit;
  }
}
