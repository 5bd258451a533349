import type { EventVerdict } from '../seismic/index.ts';

/** How a verdict is drawn: by colour and by shape, so that neither alone carries it. */
export interface VerdictMark {
  readonly colour: string;
  readonly label: string;
  /** Path of a mark around 0, 0 with a half-width of one. */
  readonly path: string;
}

const CIRCLE = 'M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z';
const DIAMOND = 'M0,-1.3L1.3,0L0,1.3L-1.3,0Z';
const TRIANGLE = 'M0,-1.3L1.2,0.9L-1.2,0.9Z';
const SQUARE = 'M-1,-1H1V1H-1Z';

/** Colours of Okabe & Ito (2008), told apart by colour-blind readers. */
export const VERDICT_MARKS: Readonly<Record<EventVerdict, VerdictMark>> = {
  earthquake_like: { colour: '#56b4e9', label: 'earthquake-like', path: CIRCLE },
  undetermined: { colour: '#999999', label: 'undetermined', path: CIRCLE },
  collapse_or_mine_like: { colour: '#009e73', label: 'collapse or mine', path: SQUARE },
  explosion_like_unspecified: { colour: '#e69f00', label: 'explosion-like, no site', path: TRIANGLE },
  consistent_with_nuclear_test: {
    colour: '#d55e00',
    label: 'cannot be told from a nuclear test',
    path: DIAMOND,
  },
  not_seen: { colour: '#000000', label: 'not seen', path: SQUARE },
};

/** Text safe inside SVG: what marks up is escaped, what XML cannot hold (most control characters) is left out. */
export const svgText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Ends of an axis and the marks on it: about `count` round steps. */
export function roundSteps(from: number, to: number, count: number): readonly number[] {
  const raw = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw) ?? raw;
  const steps: number[] = [];
  for (let v = Math.ceil(from / step) * step; v <= to + 1e-9; v += step) steps.push(Number(v.toFixed(6)));
  return steps;
}
