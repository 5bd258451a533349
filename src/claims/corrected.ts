import type { Claim } from './claim.ts';

/** What an analyst puts right in a claim. What is left out stays as read; `null` says that there is none. */
export interface ClaimEdit {
  readonly act?: Claim['act'];
  readonly actor?: Claim['actor'];
  readonly target?: Claim['target'] | null;
  readonly object?: Claim['object'] | null;
  readonly modality?: Claim['modality'];
  readonly polarity?: Claim['polarity'];
  readonly condition?: Claim['condition'] | null;
  readonly speaker?: Claim['speaker'];
}

/** An analyst's word on one claim. */
export interface ClaimCorrection {
  /** Id of the claim as it was read. */
  readonly claim: string;
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly edited?: ClaimEdit;
}

/** Claims after an analyst's corrections. */
export interface CorrectedClaims {
  /** Those that stand, edited where they were; ids, spans and quotes are as read. */
  readonly claims: readonly Claim[];
  /** Those that the text does not say. */
  readonly rejected: readonly Claim[];
}

/** The correction of each claim that stands: the last one in the list. */
export const standingCorrections = <C extends ClaimCorrection>(
  corrections: readonly C[],
): ReadonlyMap<string, C> => new Map(corrections.map((correction) => [correction.claim, correction]));

function edited(claim: Claim, edit: ClaimEdit): Claim {
  const fields = Object.entries({ ...claim, ...edit }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(fields) as unknown as Claim;
}

/** Claims as an analyst leaves them; of several corrections of one claim the last stands. */
export function corrected(
  claims: readonly Claim[],
  corrections: readonly ClaimCorrection[],
): CorrectedClaims {
  const standing = standingCorrections(corrections);
  const isRejected = ({ id }: Claim) => standing.get(id)?.verdict === 'reject';
  return {
    rejected: claims.filter(isRejected),
    claims: claims
      .filter((claim) => !isRejected(claim))
      .map((claim) => {
        const correction = standing.get(claim.id);
        return correction === undefined ? claim : edited(claim, correction.edited ?? {});
      }),
  };
}
