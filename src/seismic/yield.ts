import { figures } from './decimal.ts';
import { type Magnitude, magnitudeKind } from './magnitude.ts';
import { magnitudeInWords } from './magnitude-choice.ts';
import { mixtureQuantile, type NormalPart } from './normal.ts';
import type { CouplingTable, RelationTable, WayOfFiring, YieldRelation } from './tables.ts';

/** Yield by one relation, kt, with the 5 and 95 % quantiles. */
export interface RelationYield {
  readonly name: string;
  readonly id: string;
  readonly kt: number;
  readonly low: number;
  readonly high: number;
  /** Share in the estimate; 0 where it is only shown. */
  readonly weight: number;
  readonly standing: string;
  readonly source: string;
  /** Where and how the relation is used: "slope 1 below 1 kt". */
  readonly says: string;
}

/** The same signal fired in another way. */
export interface YieldVariant {
  readonly name: string;
  readonly kt: number;
  readonly low: number;
  readonly high: number;
  readonly standing: string;
  readonly source: string;
  /** Set where the yield is beyond the largest shot of the kind that is known: arithmetic, not a possibility. */
  readonly beyondKt?: number;
  readonly hides: boolean;
}

export interface YieldEstimate {
  readonly magnitude: Magnitude;
  readonly relations: readonly RelationYield[];
  /** Median and the 5 and 95 % quantiles over the weighted relations, fully coupled, kt. */
  readonly kt: number;
  readonly low: number;
  readonly high: number;
  readonly variants: readonly YieldVariant[];
  readonly says: string;
}

/**
 * log10 of the yield in kt of mb = a + b log10 Y, with slope 1 below 1 kt: small shots scale with their moment, and 25-t
 * shots at Balapan gave mb(Lg) 1.8 to 2.6 where slope 0.75 says 3.25.
 */
export function logYield(relation: YieldRelation, mb: number, slopeOneBelowOneKt = true): number {
  const log = (mb - relation.a) / relation.b;
  return slopeOneBelowOneKt && log < 0 ? mb - relation.a : log;
}

/** 95 % point of the standard normal. */
const Z95 = 1.645;

/** A test site or a province, with the relations that hold there. */
export interface PlaceWithRelations {
  readonly name: string;
  readonly relations: readonly string[];
}

/** Gives the yield of a magnitude at a site or in a province, or where there is neither. */
export type YieldEstimator = (magnitude: Magnitude, place: PlaceWithRelations | undefined) => YieldEstimate;

/** What is prepared once for a place. */
interface Ground {
  readonly place: PlaceWithRelations | undefined;
  readonly used: readonly YieldRelation[];
  readonly weights: readonly number[];
  /** Further relations to show below 1 kt. */
  readonly shown: readonly YieldRelation[];
  readonly ways: readonly (WayOfFiring & { readonly magnitudeChange: number })[];
}

/** Prepares the estimates: relations, weights and ways of firing by place. */
export function yieldEstimator(table: RelationTable, coupling: CouplingTable): YieldEstimator {
  const grounds = new Map<PlaceWithRelations | undefined, Ground>();
  return (magnitude, place) => {
    let ground = grounds.get(place);
    if (ground === undefined) {
      ground = groundOf(place, table, coupling);
      grounds.set(place, ground);
    }
    return estimate(magnitude, ground, table);
  };
}

/** Relations of a list of ids, those that the table has. */
export function relationsOf(ids: readonly string[], table: RelationTable): readonly YieldRelation[] {
  return ids.flatMap((id) => table.relations.find((relation) => relation.id === id) ?? []);
}

function groundOf(
  place: PlaceWithRelations | undefined,
  table: RelationTable,
  coupling: CouplingTable,
): Ground {
  const ids = place?.relations ?? table.elsewhere;
  const used = relationsOf(ids, table);
  const raw = used.map((_, i) => table.weights[i] ?? table.weights.at(-1) ?? 1);
  const sum = raw.reduce((a, b) => a + b, 0);
  return {
    place,
    used,
    weights: raw.map((weight) => weight / sum),
    shown: relationsOf(
      table.belowOneKt.filter((id) => !ids.includes(id)),
      table,
    ),
    ways: waysOfFiring(coupling).filter((way) => !way.notFor?.includes(ids[0] ?? '')),
  };
}

/**
 * Yield from a magnitude as a table over the relations of the place (or of none), never one number alone: each relation
 * with its own interval, the weighted mixture, and what the same signal would mean if it was fired in another way.
 */
function estimate(magnitude: Magnitude, ground: Ground, table: RelationTable): YieldEstimate {
  const { place, used, weights, shown, ways } = ground;
  const isMb = magnitudeKind(magnitude.type) === 'mb';
  const sigma = isMb ? table.scatter.sigmaLogYield : table.scatter.sigmaLogYieldOtherMagnitude;
  const mb = magnitude.value;
  const rows: RelationYield[] = [];
  const add = (relation: YieldRelation, mean: number, weight: number, how: string) =>
    rows.push({
      name: relation.name,
      id: relation.id,
      kt: kilotons(mean),
      low: kilotons(mean - Z95 * sigma),
      high: kilotons(mean + Z95 * sigma),
      weight,
      standing: relation.standing,
      source: relation.source,
      says: `mb = ${relation.a} + ${relation.b} log10 Y, ${relation.where}${how}`,
    });
  let below = false;
  used.forEach((relation, i) => {
    const mean = logYield(relation, mb);
    below ||= mean < 0;
    add(relation, mean, weights[i]!, mean < 0 && relation.b < 1 ? ', slope 1 below 1 kt' : '');
  });
  if (below) {
    for (const relation of shown) add(relation, logYield(relation, mb), 0, ', shown for comparison');
    for (const relation of used)
      if (relation.b < 1 && logYield(relation, mb) < 0)
        add(
          relation,
          logYield(relation, mb, false),
          0,
          `, slope ${relation.b} carried below 1 kt; shown for comparison`,
        );
  }
  const quantiles = (change: number) => {
    const parts: NormalPart[] = used.map((relation, i) => ({
      weight: weights[i]!,
      mean: logYield(relation, mb + change),
      sigma,
    }));
    return {
      kt: kilotons(mixtureQuantile(parts, 0)),
      low: kilotons(mixtureQuantile(parts, -Z95)),
      high: kilotons(mixtureQuantile(parts, Z95)),
    };
  };
  return {
    magnitude,
    relations: rows,
    ...quantiles(0),
    variants: ways.map(({ name, magnitudeChange, standing, source, largestTriedKt, hides }) => {
      const yields = quantiles(-magnitudeChange);
      return {
        name,
        ...yields,
        standing,
        source,
        ...(largestTriedKt !== undefined && yields.kt > largestTriedKt ? { beyondKt: largestTriedKt } : {}),
        hides: hides === true,
      };
    }),
    says:
      `from ${magnitudeInWords(magnitude)}${isMb ? '' : ', which is no mb and is used only because none is given'}, ` +
      `by the relations for ${place === undefined ? 'a place without a relation of its own' : place.name}`,
  };
}

/** Every way of firing as a change of magnitude; a decoupling factor divides the amplitude, so it takes its logarithm. */
const waysOfFiring = (coupling: CouplingTable): (WayOfFiring & { readonly magnitudeChange: number })[] => [
  ...coupling.decoupling.map((way) => ({ ...way, magnitudeChange: -Math.log10(way.factor) })),
  ...coupling.media,
  ...coupling.depth,
];

/** kt of a log10, to three figures. */
const kilotons = (log: number): number => figures(10 ** log, 3);

/** A yield in words, to two figures: "16 t", "2.4 kt", "250 kt", "1,500 kt". */
export function yieldInWords(kt: number): string {
  const tons = Number((kt * 1000).toPrecision(2));
  if (tons < 1000) return tons < 1 ? `${Number((tons * 1000).toPrecision(2))} kg` : `${tons} t`;
  return `${Number(kt.toPrecision(2)).toLocaleString('en')} kt`;
}
