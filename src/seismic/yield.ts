import { type Magnitude, magnitudeKind } from './magnitude.ts';
import { magnitudeInWords } from './magnitude-choice.ts';
import { mixtureQuantile, type NormalPart } from './normal.ts';
import type { CouplingTable, RelationTable, TestSite, WayOfFiring, YieldRelation } from './tables.ts';

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

/**
 * Yield from a magnitude as a table over the relations of the site (or of no site), never one number alone: each relation
 * with its own interval, the weighted mixture, and what the same signal would mean under other coupling.
 */
export function yieldEstimate(
  magnitude: Magnitude,
  site: TestSite | undefined,
  table: RelationTable,
  coupling: CouplingTable,
): YieldEstimate {
  const byId = new Map(table.relations.map((r) => [r.id, r]));
  const relationsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const relation = byId.get(id);
      return relation === undefined ? [] : [relation];
    });
  const ids = site?.relations ?? table.elsewhere;
  const used = relationsOf(ids);
  const isMb = magnitudeKind(magnitude.type) === 'mb';
  const sigma = isMb ? table.scatter.sigmaLogYield : table.scatter.sigmaLogYieldOtherMagnitude;
  const mb = magnitude.value;

  const weightSum = used.reduce((sum, _, i) => sum + weightOf(table, used.length, i), 0);
  const parts: NormalPart[] = used.map((relation, i) => ({
    weight: weightOf(table, used.length, i) / weightSum,
    mean: logYield(relation, mb),
    sigma,
  }));
  const below = parts.some((part) => part.mean < 0);
  const rows: RelationYield[] = used.map((relation, i) =>
    row(
      relation,
      parts[i]!.mean,
      parts[i]!.weight,
      parts[i]!.mean < 0 && relation.b < 1 ? ', slope 1 below 1 kt' : '',
    ),
  );
  if (below) {
    for (const relation of relationsOf(table.belowOneKt.filter((id) => !ids.includes(id))))
      rows.push(row(relation, logYield(relation, mb), 0, ', shown for comparison'));
    for (const relation of used)
      if (relation.b < 1 && logYield(relation, mb) < 0)
        rows.push(
          row(
            relation,
            logYield(relation, mb, false),
            0,
            `, slope ${relation.b} carried below 1 kt; shown for comparison`,
          ),
        );
  }
  const quantiles = (change: number) => {
    const shifted = used.map((relation, i) => ({ ...parts[i]!, mean: logYield(relation, mb + change) }));
    return {
      kt: kilotons(mixtureQuantile(shifted, 0.5)),
      low: kilotons(mixtureQuantile(shifted, 0.05)),
      high: kilotons(mixtureQuantile(shifted, 0.95)),
    };
  };
  const variants: YieldVariant[] = waysOfFiring(coupling)
    .filter((way) => way.notFor === undefined || !way.notFor.includes(ids[0] ?? ''))
    .map(({ name, magnitudeChange, standing, source, largestTriedKt, hides }) => {
      const yields = quantiles(-magnitudeChange);
      return {
        name,
        ...yields,
        standing,
        source,
        ...(largestTriedKt !== undefined && yields.kt > largestTriedKt ? { beyondKt: largestTriedKt } : {}),
        hides: hides === true,
      };
    });
  return {
    magnitude,
    relations: rows,
    ...quantiles(0),
    variants,
    says:
      `from ${magnitudeInWords(magnitude)}${isMb ? '' : ', which is no mb and is used only because none is given'}, ` +
      `by the relations for ${site === undefined ? 'a place without a relation of its own' : site.name}`,
  };

  function row(relation: YieldRelation, mean: number, weight: number, how: string): RelationYield {
    return {
      name: relation.name,
      id: relation.id,
      kt: kilotons(mean),
      low: kilotons(mean - Z95 * sigma),
      high: kilotons(mean + Z95 * sigma),
      weight,
      standing: relation.standing,
      source: relation.source,
      says: `mb = ${relation.a} + ${relation.b} log10 Y, ${relation.where}${how}`,
    };
  }
}

/** Every way of firing as a change of magnitude; a decoupling factor divides the amplitude, so it takes its logarithm. */
const waysOfFiring = (coupling: CouplingTable): (WayOfFiring & { readonly magnitudeChange: number })[] => [
  ...coupling.decoupling.map((way) => ({ ...way, magnitudeChange: -Math.log10(way.factor) })),
  ...coupling.media,
  ...coupling.depth,
];

/** Weight of the i-th of n relations: as the table has it, the last ones sharing alike. */
function weightOf(table: RelationTable, count: number, index: number): number {
  if (count === 1) return 1;
  return table.weights[index] ?? table.weights.at(-1) ?? 1;
}

/** kt of a log10, to three figures. */
const kilotons = (log: number): number => Number((10 ** log).toPrecision(3));

/** A yield in words, to two figures (three from 100 kt): "16 t", "2.4 kt", "250 kt". */
export function yieldInWords(kt: number): string {
  const tons = Number((kt * 1000).toPrecision(2));
  if (tons < 1000) return tons < 1 ? `${Number((tons * 1000).toPrecision(2))} kg` : `${tons} t`;
  return `${Number(kt.toPrecision(kt < 100 ? 2 : 3))} kt`;
}
