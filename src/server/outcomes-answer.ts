import { type Analysis, analyse, type Concept, conflictOf, reasonFor } from '../analysis/index.ts';
import { feasibleStates, type Model, type ModelShape, StateSpaceError } from '../model/index.ts';
import { faultOf, type ModelFault, type SentModel } from './model-source.ts';

/** More states than this are no page that anybody reads; the terminal analyses millions. */
const STATES_AT_MOST = 1 << 14;

/** A model and its analysis, for the page. */
export interface OutcomesAnswer {
  readonly model: { readonly yaml: string; readonly shape?: ModelShape };
  readonly analysis?: Analysis;
  readonly notes: readonly string[];
  readonly errors: readonly ModelFault[];
}

/** Why a state is stable or not, with decision makers by their ids. */
export interface ReasonAnswer {
  readonly dm: string;
  readonly state: number;
  readonly concept: Concept;
  readonly stable: boolean;
  readonly improvements: readonly {
    readonly to: number;
    readonly deterrent?: {
      readonly end: number;
      readonly moves: readonly { readonly dm: string; readonly from: number; readonly to: number }[];
      readonly bestEscape?: number;
    };
  }[];
}

function analysed(model: Model): Analysis {
  const { count } = feasibleStates(model);
  if (count > STATES_AT_MOST)
    throw new StateSpaceError(
      `${count} states are too many to show here; rule states out, or analyse the file in the terminal: firstmove analyse`,
    );
  return analyse(model);
}

/** The analysis of a model that was sent, or what keeps it from being analysed. */
export function outcomesAnswer({ model, yaml, shape, notes, errors }: SentModel): OutcomesAnswer {
  const sent = { model: { yaml, ...(shape === undefined ? {} : { shape }) }, notes };
  if (model === undefined) return { ...sent, errors };
  try {
    return { ...sent, errors, analysis: analysed(model) };
  } catch (error) {
    if (error instanceof StateSpaceError) return { ...sent, errors: [faultOf(error)] };
    throw error;
  }
}

/** Why a state, by its index, is stable or not for a decision maker by a concept; undefined where there is none such. */
export function reasonAnswer(
  model: Model,
  state: number,
  dm: string,
  concept: Concept,
): ReasonAnswer | undefined {
  const conflict = conflictOf(model);
  const maker = model.decisionMakers.findIndex(({ id }) => id === dm);
  if (maker < 0 || state < 0 || state >= conflict.space.count) return undefined;
  const id = (index: number) => model.decisionMakers[index]!.id;
  const { stable, improvements } = reasonFor(conflict, maker, state, concept);
  return {
    dm,
    state,
    concept,
    stable,
    improvements: improvements.map(({ to, deterrent }) => ({
      to,
      ...(deterrent === undefined
        ? {}
        : {
            deterrent: {
              ...deterrent,
              moves: deterrent.moves.map(({ maker: mover, from, to: end }) => ({
                dm: id(mover),
                from,
                to: end,
              })),
            },
          }),
    })),
  };
}
