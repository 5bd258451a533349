import type { Claim } from '../claims/claim.ts';
import { optionsIn } from './formula.ts';
import { formulaText } from './formula-text.ts';
import type { OptionKind } from './option-vocabulary.ts';
import type { Position } from './position.ts';
import { positionsOf } from './positions-from-claims.ts';
import { standingPositions } from './standing-position.ts';
import type { Standoff, StandoffOption } from './standoff.ts';

/** What is needed beside the claims to build a stand-off. */
export interface StandoffSetting {
  readonly kinds: readonly OptionKind[];
  /** Names of parties by code. */
  readonly names: ReadonlyMap<string, string>;
  /** The day a claim was made, where known: its own, else its report's. */
  readonly dateOf: (claim: Claim) => string | undefined;
  /** Ids of the rows that bear on a claim. */
  readonly factsOf: (claim: Claim) => readonly string[];
  /** How far a claim's speaker commits the state, from 0 (not at all) to 1. */
  readonly speaksFor: (claim: Claim) => number;
  /** Whether a party has taken an option at the status quo; what cannot be undone, since the words that speak of it. */
  readonly isTaken: (actor: string, kind: OptionKind, since?: string) => boolean;
}

/** Positions with the same holder, kind and formula are one, with the claims of all. */
function joined(
  positions: readonly (Omit<Position, 'id'> & { readonly id?: string })[],
): readonly Position[] {
  const byWords = new Map<string, Omit<Position, 'id'>>();
  for (const position of positions) {
    const key = `${position.holder} ${position.kind} ${formulaText(position.formula)}`;
    const known = byWords.get(key);
    const date = [known?.date, position.date]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1);
    byWords.set(key, {
      ...position,
      ...(date === undefined ? {} : { date }),
      strength: Math.max(known?.strength ?? 0, position.strength),
      claims: [...(known?.claims ?? []), ...position.claims],
      facts: [...new Set([...(known?.facts ?? []), ...position.facts])],
    });
  }
  return [...byWords.values()].map((position, index) => ({ id: `p${index + 1}`, ...position }));
}

/** The positions that claims show, each once, with the claims and facts behind it. */
export function positionsFromClaims(claims: readonly Claim[], setting: StandoffSetting): readonly Position[] {
  return joined(
    claims.flatMap((claim) => {
      const weight = setting.speaksFor(claim);
      return weight === 0
        ? []
        : positionsOf(setting.kinds, claim, setting.dateOf(claim)).map((position) => ({
            ...position,
            strength: Math.round(position.strength * weight * 100) / 100,
            facts: setting.factsOf(claim),
          }));
    }),
  );
}

/**
 * The stand-off that claims imply, and positions on record where given: one position for each commitment, demand, offer
 * or refusal that still stands, and one option for each act that a position speaks of.
 */
export function standoffFromClaims(
  claims: readonly Claim[],
  setting: StandoffSetting,
  onRecord: readonly Position[] = [],
): Standoff {
  return standoffFromPositions(joined([...positionsFromClaims(claims, setting), ...onRecord]), setting);
}

/** The stand-off of some positions: those that still stand, and the options that they speak of. */
export function standoffFromPositions(
  all: readonly Position[],
  setting: Pick<StandoffSetting, 'kinds' | 'names' | 'isTaken'>,
): Standoff {
  const { standing: positions, past, contradictions } = standingPositions(all);
  return { ...partsSpokenOf(positions, setting), positions, past, contradictions };
}

/** The parties and options that positions speak of. */
export function partsSpokenOf(
  positions: readonly Position[],
  setting: Pick<StandoffSetting, 'kinds' | 'names' | 'isTaken'>,
): Pick<Standoff, 'parties' | 'options'> {
  const ids = new Set(positions.flatMap(({ formula }) => optionsIn(formula)));
  const kindsById = new Map(setting.kinds.map((kind) => [kind.id, kind]));
  const nameOf = (actor: string) => (actor === 'OTHERS' ? 'Others' : (setting.names.get(actor) ?? actor));
  const options = [...ids].sort().map((id): StandoffOption => {
    const [actor, kindId] = id.split('.') as [string, string];
    const kind = kindsById.get(kindId)!;
    const spokenOf = positions.filter(({ formula }) => optionsIn(formula).includes(id));
    const since = spokenOf
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(0);
    return {
      id,
      actor,
      kind,
      label: `${nameOf(actor)} ${kind.does}`,
      taken: setting.isTaken(actor, kind, since),
    };
  });
  const actors = new Set([...positions.map(({ holder }) => holder), ...options.map(({ actor }) => actor)]);
  return { parties: [...actors].sort().map((id) => ({ id, name: nameOf(id) })), options };
}
