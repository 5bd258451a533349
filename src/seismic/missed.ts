import { normalBelow } from './normal.ts';
import type { DetectionThreshold, SeismicTables, Standing, TestSite } from './tables.ts';
import { logYield, type RelationYield, relationsOf, type YieldVariant, yieldEstimator } from './yield.ts';

/** What could have been fired without being seen, one detection threshold at a time. */
export interface MissedBound {
  readonly network: string;
  readonly criterion: string;
  readonly mb: number;
  readonly standing: Standing | 'given';
  readonly source: string;
  /** Largest fully coupled yield that stays below the threshold, kt: median over relations, and their 5 and 95 % quantiles. */
  readonly coupled: { readonly kt: number; readonly low: number; readonly high: number };
  readonly relations: readonly RelationYield[];
  /** The same in a cavity, or deeper. */
  readonly otherwise: readonly YieldVariant[];
  /** Chance that a fully coupled shot of so many kt stays below the threshold, by the scatter of the relations. */
  readonly chanceUnseen: readonly { readonly kt: number; readonly chance: number }[];
}

export interface MissedAnswer {
  readonly site: TestSite | undefined;
  readonly bounds: readonly MissedBound[];
  readonly statements: readonly { readonly text: string; readonly source: string }[];
  readonly silentOn: readonly { readonly what: string; readonly why: string }[];
  readonly because: readonly string[];
}

const LADDER_KT = [0.001, 0.01, 0.1, 1, 10];

/**
 * The smallest test that would have been seen at a site: by the published thresholds for it (or for the world), or by a
 * threshold that is given. A yield below the coupled bound, or below the larger one in a cavity, leaves no trace in a
 * bulletin that is complete to the threshold.
 */
export function missed(site: TestSite | undefined, tables: SeismicTables, givenMb?: number): MissedAnswer {
  const { thresholds } = tables;
  const own = thresholds.thresholds.filter((t) => site !== undefined && t.sites.includes(site.id));
  const world = thresholds.thresholds.filter((t) => t.sites.includes('world'));
  const used: readonly (DetectionThreshold | GivenThreshold)[] =
    givenMb === undefined ? [...own, ...world] : [given(givenMb)];
  return {
    site,
    bounds: used.map((threshold) => bound(threshold, site, tables)),
    statements: thresholds.statements,
    silentOn: thresholds.silentOn,
    because: [
      site === undefined
        ? 'no site is named: relations for a place without one of its own'
        : `relations for ${site.name} (${site.ground})${site.note === undefined ? '' : `: ${site.note}`}`,
      givenMb !== undefined
        ? `threshold mb ${givenMb} as given`
        : own.length > 0
          ? `${own.length} published threshold${own.length === 1 ? '' : 's'} for the site, then those for the world`
          : 'no published threshold for the site was found: those for the world',
      'yields below 1 kt by slope 1; the relations part ways there, by up to a factor of ten',
      'a bound is where the median yield meets the threshold: a shot of that yield is seen half the time by the scatter of the relations alone',
    ],
  };
}

interface GivenThreshold extends Omit<DetectionThreshold, 'standing' | 'sites'> {
  readonly standing: 'given';
}

const given = (mb: number): GivenThreshold => ({
  id: 'given',
  network: 'as given',
  criterion: 'as given',
  mb,
  standing: 'given',
  source: 'the user',
});

function bound(
  threshold: DetectionThreshold | GivenThreshold,
  site: TestSite | undefined,
  tables: SeismicTables,
): MissedBound {
  const { kt, low, high, relations, variants } = yieldEstimator(tables.relations, tables.coupling)(
    { type: 'mb', value: threshold.mb },
    site,
  );
  return {
    network: threshold.network,
    criterion: threshold.criterion,
    mb: threshold.mb,
    standing: threshold.standing,
    source: threshold.source,
    coupled: { kt, low, high },
    relations,
    otherwise: variants.filter((variant) => variant.hides),
    chanceUnseen: LADDER_KT.map((yieldKt) => ({
      kt: yieldKt,
      chance: chanceUnseen(yieldKt, threshold.mb, site, tables),
    })),
  };
}

function chanceUnseen(
  kt: number,
  thresholdMb: number,
  site: TestSite | undefined,
  { relations }: SeismicTables,
): number {
  const used = relationsOf(site?.relations ?? relations.elsewhere, relations);
  const sigma = relations.scatter.sigmaLogYield;
  const sum = used.reduce(
    (total, r) => total + normalBelow((logYield(r, thresholdMb) - Math.log10(kt)) / sigma),
    0,
  );
  return Number((sum / used.length).toFixed(2));
}
