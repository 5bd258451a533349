import type { Act, Claim, ClaimCondition } from '../claims/claim.ts';
import { parsedYaml } from '../tables/index.ts';

/** A kind of option that parties to the stand-off have, and which acts of a claim belong to it; see options.yaml. */
export interface OptionKind {
  readonly id: string;
  readonly acts: readonly ActPattern[];
  readonly undone: readonly ActPattern[];
  /** "tests nuclear weapons": what a party that takes it does. */
  readonly does: string;
  /** The same in the infinitive, without "to". */
  readonly infinitive: string;
  /** "a nuclear test": how a heading names it. */
  readonly noun: string;
  /** What is done cannot be undone. */
  readonly irreversible: boolean;
  readonly hostile: boolean;
  /** How bad it is for everyone if it is taken, from 0. */
  readonly severity: number;
}

export interface ActPattern {
  readonly act: Act;
  readonly object?: string;
}

type PatternRow = Act | { readonly act: Act; readonly object?: string };

const patternOf = (row: PatternRow): ActPattern => (typeof row === 'string' ? { act: row } : row);

/** The option kinds of a stand-off, from its options.yaml. @throws RangeError where that cannot be read. */
export function optionVocabulary(files: ReadonlyMap<string, string>): readonly OptionKind[] {
  const rows = (parsedYaml(files, 'options.yaml') ?? {}) as Record<string, Record<string, unknown>>;
  return Object.entries(rows).map(([id, row]) => ({
    id,
    acts: ((row.acts ?? []) as PatternRow[]).map(patternOf),
    undone: ((row.undone ?? []) as PatternRow[]).map(patternOf),
    does: String(row.does),
    infinitive: String(row.do),
    noun: String(row.noun),
    irreversible: row.once === 'yes' || row.once === true,
    hostile: row.toward === 'hostile',
    severity: Number(row.severity ?? 0),
  }));
}

const matches = (
  { act, object }: ActPattern,
  claim: Pick<Claim, 'act' | 'object'> | ClaimCondition,
): boolean => act === claim.act && (object === undefined || object === claim.object);

/** Which option an act belongs to, and whether the act takes it or leaves it. A pattern with an object goes first. */
export function optionOf(
  kinds: readonly OptionKind[],
  claim: Pick<Claim, 'act' | 'object'> | ClaimCondition,
): { readonly kind: OptionKind; readonly takes: boolean } | undefined {
  for (const specific of [true, false]) {
    for (const kind of kinds) {
      const fits = (pattern: ActPattern) =>
        (pattern.object !== undefined) === specific && matches(pattern, claim);
      if (kind.acts.some(fits)) return { kind, takes: true };
      if (kind.undone.some(fits)) return { kind, takes: false };
    }
  }
  return undefined;
}
