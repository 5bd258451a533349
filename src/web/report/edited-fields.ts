import type { Act, Claim, ConditionRelation, Modality, Polarity } from '../../claims/claim.ts';

/** The fields of a claim that an analyst may put right, as the form holds them; empty where there is none. */
export interface ClaimDraft {
  readonly act: Act;
  readonly actor: string;
  readonly target: string;
  readonly object: string;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly speaker: string;
  readonly person: string;
  readonly conditional: boolean;
  readonly relation: ConditionRelation;
  readonly conditionActor: string;
  readonly conditionAct: Act | 'other';
  readonly conditionPolarity: Polarity;
}

export const draftOf = ({
  act,
  actor,
  target,
  object,
  modality,
  polarity,
  speaker,
  condition,
}: Claim): ClaimDraft => ({
  act,
  actor,
  target: target ?? '',
  object: object ?? '',
  modality,
  polarity,
  speaker: speaker.actor,
  person: speaker.person ?? '',
  conditional: condition !== undefined,
  relation: condition?.relation ?? 'if',
  conditionActor: condition?.actor ?? 'OTHERS',
  conditionAct: condition?.act ?? act,
  conditionPolarity: condition?.polarity ?? 'positive',
});

/** What a draft puts right about a claim, as the desk wants it: only what differs. */
export function editedBy(claim: Claim, draft: ClaimDraft): Readonly<Record<string, unknown>> {
  const before = draftOf(claim);
  const edited: Record<string, unknown> = {};
  for (const field of ['act', 'actor', 'modality', 'polarity'] as const)
    if (draft[field] !== before[field]) edited[field] = draft[field];
  for (const field of ['target', 'object'] as const)
    if (draft[field].trim() !== before[field]) edited[field] = draft[field].trim() || null;
  if (draft.speaker !== before.speaker || draft.person.trim() !== before.person) {
    const { org } = claim.speaker;
    const person = draft.person.trim();
    edited.speaker = {
      actor: draft.speaker,
      ...(person === '' ? {} : { person }),
      ...(org === undefined || draft.speaker !== before.speaker ? {} : { org }),
    };
  }
  const condition = [
    'conditional',
    'relation',
    'conditionActor',
    'conditionAct',
    'conditionPolarity',
  ] as const;
  if (condition.some((field) => draft[field] !== before[field]))
    edited.condition = draft.conditional
      ? {
          act: draft.conditionAct,
          actor: draft.conditionActor,
          polarity: draft.conditionPolarity,
          relation: draft.relation,
          ...(claim.condition?.object === undefined || draft.conditionAct !== before.conditionAct
            ? {}
            : { object: claim.condition.object }),
        }
      : null;
  return edited;
}
