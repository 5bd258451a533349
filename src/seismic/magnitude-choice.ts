import { decimal } from './decimal.ts';
import { type Magnitude, type MagnitudeKind, magnitudeKind } from './magnitude.ts';
import type { MagnitudePreference, ScreeningParameters } from './tables.ts';

/** A magnitude that was not used, and why. */
export interface RefusedMagnitude {
  readonly magnitude: Magnitude;
  readonly why: string;
}

/** The magnitudes that screening and yield rest on. */
export interface ChosenMagnitudes {
  readonly mb?: Magnitude;
  readonly Ms?: Magnitude;
  /** Stands in for mb in the yield alone, where no mb is given: mb(Lg), ML and so on. */
  readonly insteadOfMb?: Magnitude;
  readonly refused: readonly RefusedMagnitude[];
  /** Largest less smallest of the usable values of one kind. */
  readonly mbSpread: number;
}

const WHY_NOT: Readonly<Record<MagnitudeKind, string>> = {
  mb: 'another agency is preferred',
  Ms: 'another agency is preferred',
  'mb-preliminary': 'a variant of mb used within the IDC; its mb is what the relations were made with',
  'mb-lg': 'mb from Lg waves is no teleseismic mb',
  mB: 'broadband body-wave magnitude, not the short-period mb of the relations',
  'Ms-preliminary': 'a variant of Ms used within the IDC',
  'Ms-other': 'not the 20-second vertical Ms that the screening line was drawn with',
  ML: 'a local magnitude is no mb: its scale differs from network to network',
  Mw: 'the moment says nothing of the ratio of short to long periods',
  Md: 'a duration magnitude is no mb',
  Me: 'an energy magnitude is no mb',
  other: 'its type does not say how it was measured',
};

/** Kinds that may stand in for mb in the yield, best first. */
const INSTEAD: readonly MagnitudeKind[] = ['mb-lg', 'mb-preliminary', 'ML', 'Mw', 'Md', 'other'];

/** What is known of an agency's values of one kind. */
interface AgencyStanding {
  /** Place among the preferred agencies, from 0; behind all of them where it is not named. */
  readonly rank: number;
  readonly refusedFor?: string;
}

/** So many agencies are remembered at most. */
const MOST_AGENCIES = 1000;

function standings(preference: MagnitudePreference): (agency: string | undefined) => AgencyStanding {
  const unnamed: AgencyStanding = { rank: preference.prefer.length };
  const remembered = new Map<string, AgencyStanding>();
  return (agency) => {
    if (agency === undefined) return unnamed;
    const known = remembered.get(agency);
    if (known !== undefined) return known;
    const upper = agency.toUpperCase();
    const rank = preference.prefer.indexOf(upper);
    const why = preference.refuse.find((refusal) => refusal.agency.toUpperCase() === upper)?.why;
    const standing: AgencyStanding = {
      rank: rank < 0 ? unnamed.rank : rank,
      ...(why !== undefined ? { refusedFor: why } : {}),
    };
    if (remembered.size < MOST_AGENCIES) remembered.set(agency, standing);
    return standing;
  };
}

/**
 * Prepares the choice of one mb and one Ms: of the preferred agencies in their order, else the one with most stations.
 * Values of agencies known to be biased, bounds and other kinds are refused with the reason; nothing is averaged.
 */
export function magnitudeChooser(
  preferences: ScreeningParameters['magnitudes'],
): (magnitudes: readonly Magnitude[]) => ChosenMagnitudes {
  const standing = { mb: standings(preferences.mb), Ms: standings(preferences.Ms) };
  return (magnitudes) => {
    const refused: RefusedMagnitude[] = [];
    const usable: { mb: Magnitude[]; Ms: Magnitude[] } = { mb: [], Ms: [] };
    for (const magnitude of magnitudes) {
      const kind = magnitudeKind(magnitude.type);
      if (kind !== 'mb' && kind !== 'Ms') {
        refused.push({ magnitude, why: WHY_NOT[kind] });
        continue;
      }
      const why = faultOf(magnitude) ?? standing[kind](magnitude.agency).refusedFor;
      if (why === undefined) usable[kind].push(magnitude);
      else refused.push({ magnitude, why });
    }
    const mb = best(usable.mb, standing.mb);
    const Ms = best(usable.Ms, standing.Ms);
    for (const magnitude of usable.mb) if (magnitude !== mb) refused.push({ magnitude, why: WHY_NOT.mb });
    for (const magnitude of usable.Ms) if (magnitude !== Ms) refused.push({ magnitude, why: WHY_NOT.Ms });
    const insteadOfMb = mb === undefined ? standIn(magnitudes) : undefined;
    return {
      ...(mb !== undefined ? { mb } : {}),
      ...(Ms !== undefined ? { Ms } : {}),
      ...(insteadOfMb !== undefined ? { insteadOfMb } : {}),
      refused,
      mbSpread: spread(usable.mb),
    };
  };
}

function faultOf(magnitude: Magnitude): string | undefined {
  if (magnitude.bound !== undefined) return `a bound (${magnitude.bound}) only`;
  if (magnitude.value < 0 || magnitude.value > 9.5)
    return `${magnitude.value} is outside what a magnitude can be`;
  return undefined;
}

function best(
  usable: readonly Magnitude[],
  standing: (agency: string | undefined) => AgencyStanding,
): Magnitude | undefined {
  let found = usable[0];
  for (let i = 1; i < usable.length; i++) {
    const next = usable[i]!;
    const ahead = standing(next.agency).rank - standing(found!.agency).rank;
    if (ahead < 0 || (ahead === 0 && (next.stations ?? 0) > (found!.stations ?? 0))) found = next;
  }
  return found;
}

const mostStations = (of: readonly Magnitude[]): Magnitude | undefined =>
  of.reduce<Magnitude | undefined>(
    (most, m) => (most === undefined || (m.stations ?? 0) > (most.stations ?? 0) ? m : most),
    undefined,
  );

function standIn(magnitudes: readonly Magnitude[]): Magnitude | undefined {
  for (const kind of INSTEAD) {
    const of = magnitudes.filter((m) => magnitudeKind(m.type) === kind && m.bound === undefined);
    if (of.length > 0) return mostStations(of);
  }
  return undefined;
}

const spread = (of: readonly Magnitude[]): number =>
  of.length < 2 ? 0 : Math.max(...of.map((m) => m.value)) - Math.min(...of.map((m) => m.value));

/** "mb 4.1 (IDC, 24 stations)". */
export function magnitudeInWords({ type, value, agency, stations }: Magnitude): string {
  const counted = stations === undefined ? '' : stations === 1 ? '1 station' : `${stations} stations`;
  const by = agency === undefined ? counted : counted === '' ? agency : `${agency}, ${counted}`;
  const digits = Math.abs(value * 10 - Math.round(value * 10)) < 1e-6 ? 1 : 2;
  return `${type} ${decimal(value, digits)}${by === '' ? '' : ` (${by})`}`;
}
