import type { Claim, ClaimCondition } from '../claims/claim.ts';
import { type Formula, iff, ifThen, not, option } from './formula.ts';
import { type OptionKind, optionOf } from './option-vocabulary.ts';
import type { Position, PositionKind } from './position.ts';

/** Codes that name no single party; a position needs one, a condition may be left to "somebody". */
const NO_PARTY = new Set(['press', 'ANY', 'OTHERS']);

const isParty = (actor: string): boolean => !NO_PARTY.has(actor);

/** The option id of a party; who is left open by the words ("any state") is the party `OTHERS`. */
const optionId = (actor: string, kind: OptionKind): string =>
  `${isParty(actor) ? actor : 'OTHERS'}.${kind.id}`;

function literal(id: string, taken: boolean): Formula {
  return taken ? option(id) : not(option(id));
}

/** What a condition asks for, as a formula; undefined where its act is none of the stand-off's options. */
function conditionFormula(
  kinds: readonly OptionKind[],
  condition: ClaimCondition,
  holder: string,
): Formula | undefined {
  if (condition.act === 'other') return undefined;
  const found = optionOf(kinds, condition);
  if (found === undefined) return undefined;
  const taken = found.takes === (condition.polarity === 'positive');
  const actor = isParty(condition.actor) ? condition.actor : holder === condition.actor ? holder : 'OTHERS';
  return literal(optionId(actor, found.kind), taken);
}

const NECESSARY = new Set(['only-if', 'until', 'unless', 'after']);

/**
 * How a conditional sentence about an act A is read (docs/positions.md); `taken` is false where the words say that A will
 * not be done:
 * - "A if B" commits to A once B holds, and is silent otherwise: `A if B`; "not A if B" likewise: `not A if B`.
 * - "A only if B" of somebody who offers, pledges or threatens A commits both ways: `A iff B` (conditional perfection,
 *   Geis and Zwicky 1971).
 * - "not A until B", "not A unless B" rules A out before B and holds A out after it: `A iff B` where A is cooperative,
 *   `A only if B` where it is hostile, since nobody promises to harm.
 */
function conditional(
  act: Formula,
  taken: boolean,
  condition: Formula,
  relation: ClaimCondition['relation'],
  hostile: boolean,
): Formula {
  if (taken) return NECESSARY.has(relation) ? iff(act, condition) : ifThen(act, condition);
  if (!NECESSARY.has(relation)) return ifThen(not(act), condition);
  // The claim is negative and so is its stated condition, "will not A while not B": A waits for B.
  const met = not(condition);
  return hostile ? ifThen(met, act) : iff(act, met);
}

function kindOf(claim: Claim, hostile: boolean, takes: boolean): PositionKind | undefined {
  switch (claim.modality) {
    case 'threatened': {
      // What is good cannot be threatened: "will drop its tariffs if …" offers it.
      if (takes) return hostile ? 'threat' : 'offer';
      const relation = claim.condition?.relation;
      if (relation === undefined) return 'refusal';
      if (hostile) return 'pledge';
      // "will leave the talks if B tests" withholds a good act; "will not return to them until B …" offers it.
      return NECESSARY.has(relation) ? 'offer' : 'threat';
    }
    case 'offered':
      return 'offer';
    case 'announced':
      return takes ? (hostile ? 'threat' : 'pledge') : hostile ? 'pledge' : 'refusal';
    case 'considered':
      return takes ? (hostile ? 'threat' : 'offer') : undefined;
    case 'demanded':
      return 'demand';
    default:
      return undefined;
  }
}

/** How binding each modality is; what the reader is less sure of binds less. */
const BINDING: Readonly<Record<string, number>> = {
  announced: 1,
  threatened: 0.95,
  offered: 0.9,
  demanded: 0.95,
  considered: 0.5,
};

/** A state of affairs of the past: weighed or announced for a time that was over when it was told. */
const isOver = ({ time }: Claim, date: string | undefined): boolean =>
  time?.to !== undefined && date !== undefined && time.to.slice(0, 4) < date.slice(0, 4);

/**
 * Who demands that another make the first move says with it that it waits: `own only if other's`. Together with an
 * offer of its own, the offer then waits for the other.
 */
function waitingOf(
  kinds: readonly OptionKind[],
  claim: Claim,
  demand: Omit<Position, 'id'>,
): Omit<Position, 'id'> | undefined {
  const found = optionOf(kinds, claim);
  if (claim.act !== 'initiate' || claim.polarity === 'negative' || found === undefined) return undefined;
  const [own, theirs] = [optionId(demand.holder, found.kind), optionId(claim.actor, found.kind)];
  return own === theirs
    ? undefined
    : { ...demand, kind: 'refusal', formula: ifThen(option(theirs), option(own)) };
}

/** The positions that a claim shows: what its holder means to do, wants, refuses or demands. */
export function positionsOf(
  kinds: readonly OptionKind[],
  claim: Claim,
  date: string | undefined,
): readonly Omit<Position, 'id'>[] {
  if (isOver(claim, date)) return [];
  const position = positionOf(kinds, claim, date);
  if (position === undefined) return [];
  const waiting = position.kind === 'demand' ? waitingOf(kinds, claim, position) : undefined;
  return waiting === undefined ? [position] : [position, waiting];
}

function positionOf(
  kinds: readonly OptionKind[],
  claim: Claim,
  date: string | undefined,
): Omit<Position, 'id'> | undefined {
  const found = optionOf(kinds, claim);
  if (found === undefined) return undefined;
  const takes = found.takes === (claim.polarity === 'positive');
  const kind = kindOf(claim, found.kind.hostile, takes);
  // A demand is held by who makes it; everything else by who would act. The press holds no position.
  const holder = kind === 'demand' ? claim.speaker.actor : claim.actor;
  if (kind === undefined || !isParty(holder)) return undefined;
  // What one state says another will do is no commitment of the other.
  if (kind !== 'demand' && claim.speaker.actor !== 'press' && claim.speaker.actor !== claim.actor)
    return undefined;
  const act = option(optionId(claim.actor, found.kind));
  const condition =
    claim.condition === undefined ? undefined : conditionFormula(kinds, claim.condition, holder);
  const formula =
    condition === undefined || claim.condition === undefined
      ? takes
        ? act
        : not(act)
      : conditional(act, takes, condition, claim.condition.relation, found.kind.hostile);
  // A condition that is none of the options ("when constructive answers come") leaves the promise open.
  const open = claim.condition !== undefined && condition === undefined ? 0.55 : 1;
  // Half of the weight rests on the words, half on how sure the reader is of them: words said outright stay firm where the
  // reader is surer than not.
  const sure = (1 + claim.confidence) / 2;
  return {
    holder,
    kind,
    formula,
    ...(date === undefined ? {} : { date }),
    strength: Math.round((BINDING[claim.modality] ?? 0) * open * sure * 100) / 100,
    claims: [claim.id],
    facts: [],
  };
}
