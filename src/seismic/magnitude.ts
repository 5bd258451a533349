/** One magnitude as a bulletin gives it. */
export interface Magnitude {
  /** The type as written: mb, MS, Ms_20, Ms7, mbtmp, ML, Mww, … */
  readonly type: string;
  readonly value: number;
  readonly error?: number;
  readonly stations?: number;
  readonly agency?: string;
  readonly origin?: string;
  readonly id?: string;
  /** `<` or `>` where the bulletin gives a bound only. */
  readonly bound?: '<' | '>';
}

/**
 * What a type means. `mb` and `Ms` are the two that screening was calibrated on; everything else that looks like them is
 * kept apart, because Ms7, Ms_BB and "M" are measured in other ways than the 20-second vertical Ms.
 */
export type MagnitudeKind =
  | 'mb'
  | 'mb-preliminary'
  | 'mb-lg'
  | 'mB'
  | 'Ms'
  | 'Ms-preliminary'
  | 'Ms-other'
  | 'ML'
  | 'Mw'
  | 'Md'
  | 'Me'
  | 'other';

const KINDS: Readonly<Record<string, MagnitudeKind>> = {
  mb: 'mb',
  mb1: 'mb-preliminary',
  mb1mx: 'mb-preliminary',
  mbtmp: 'mb-preliminary',
  mb_lg: 'mb-lg',
  mblg: 'mb-lg',
  'mb(lg)': 'mb-lg',
  mbr: 'mb-lg',
  mn: 'mb-lg',
  lg: 'mb-lg',
  ms: 'Ms',
  ms_20: 'Ms',
  'ms(20)': 'Ms',
  ms20: 'Ms',
  msz: 'Ms',
  ms1: 'Ms-preliminary',
  ms1mx: 'Ms-preliminary',
  ms7: 'Ms-other',
  msbb: 'Ms-other',
  ms_bb: 'Ms-other',
  ms_vx: 'Ms-other',
  msvx: 'Ms-other',
  ml: 'ML',
  mlv: 'ML',
  mlr: 'ML',
  mlsn: 'ML',
  mlh: 'ML',
  mjma: 'ML',
  mw: 'Mw',
  mwc: 'Mw',
  mwr: 'Mw',
  mwb: 'Mw',
  mww: 'Mw',
  mwp: 'Mw',
  mwmwp: 'Mw',
  'mw(mb)': 'Mw',
  'mw(mwp)': 'Mw',
  md: 'Md',
  mc: 'Md',
  mlc: 'Md',
  me: 'Me',
};

/** Kinds of types as written; so many spellings are remembered at most. */
const known = new Map<string, MagnitudeKind>([['mb', 'mb']]);
const MOST_KNOWN = 500;

/** The kind of a type; mB (broadband, capital B) is told from mb by its letter. */
export function magnitudeKind(type: string): MagnitudeKind {
  const remembered = known.get(type);
  if (remembered !== undefined) return remembered;
  const kind = type.startsWith('mB') ? 'mB' : (KINDS[type.toLowerCase()] ?? 'other');
  if (known.size < MOST_KNOWN) known.set(type, kind);
  return kind;
}
