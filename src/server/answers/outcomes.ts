import { type Concept, type ModelFormat, modelAs } from '../../analysis/index.ts';
import { evolutionInWords, stableOutcomes, stateInWords } from '../../brief/index.ts';
import { feasibleStates, type Model, ModelError, modelToYaml, StateSpaceError } from '../../model/index.ts';
import type { PositionsBox } from '../../store/standoff-box.ts';
import { type ModelSource, sentModel } from '../model-source.ts';
import { outcomesAnswer, reasonAnswer } from '../outcomes-answer.ts';
import type { Answer, ReportView } from '../question.ts';
import { Refusal } from '../refusal.ts';
import { briefOfView } from './brief.ts';
import { jsonAnswer } from './json-answer.ts';

/** More options than this are not unfolded to states here; the command line takes more. */
const OPTIONS_AT_MOST = 20;

const NO_MODEL =
  'the words commit nobody to anything and demand nothing, so they imply no model; begin an empty one, or choose other reports';

/** A model and what follows from it, with sentences for what is stable and how the conflict can go on. */
function analysed(source: ModelSource): Answer {
  const sent = sentModel(source);
  const tooMany = sent.model !== undefined && sent.model.options.length > OPTIONS_AT_MOST;
  const { model: _, ...rest } = sent;
  const answer = outcomesAnswer(
    tooMany ? { ...rest, errors: [{ message: tooManyOptions(sent.model!) }] } : sent,
  );
  const { analysis } = answer;
  if (analysis === undefined) return jsonAnswer(answer);
  return jsonAnswer({
    ...answer,
    plain: {
      ...(analysis.statusQuo === undefined ? {} : { statusQuo: stateInWords(analysis, analysis.statusQuo) }),
      equilibria: stableOutcomes(analysis),
      evolution: evolutionInWords(analysis),
    },
  });
}

const tooManyOptions = ({ options }: Model): string =>
  `${options.length} options are too many to analyse here; leave some out, or analyse the file in the terminal: firstmove analyse`;

/** The outcomes of a model as sent, or of the model that reports imply. */
export function outcomesOf(box: PositionsBox, of: ModelSource | { readonly view: ReportView }): Answer {
  if (!('view' in of)) return analysed(of);
  const { model } = briefOfView(box, of.view);
  return model === undefined
    ? jsonAnswer({ model: { yaml: '' }, notes: [], errors: [{ message: NO_MODEL }] })
    : analysed({ yaml: modelToYaml(model) });
}

/** A model that can be worked on. @throws Refusal with the places where it cannot be read. */
function wholeModel(source: ModelSource): Model {
  const { model, errors } = sentModel(source);
  const [fault] = errors;
  if (model !== undefined && fault === undefined) {
    if (model.options.length > OPTIONS_AT_MOST) throw new Refusal(422, tooManyOptions(model));
    return model;
  }
  const places = errors.flatMap(({ line, column, message }) =>
    line === undefined || column === undefined ? [] : [{ line, column, message }],
  );
  throw new Refusal(422, fault?.message ?? 'the model cannot be read', { places });
}

/** Says what a model makes impossible as a refusal. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StateSpaceError || error instanceof ModelError)
      throw new Refusal(422, error.message);
    throw error;
  }
}

/** Why a state is stable or not for a decision maker by a concept. */
export function whyAnswer(source: ModelSource, state: number, dm: string, concept: Concept): Answer {
  const model = wholeModel(source);
  return refusing(() => {
    const reason = reasonAnswer(model, state, dm, concept);
    if (reason !== undefined) return jsonAnswer(reason);
    const { count } = feasibleStates(model);
    throw new Refusal(
      404,
      model.decisionMakers.some(({ id }) => id === dm)
        ? `the model has no state ${state}; its states are 0 to ${count - 1}`
        : `the model has no decision maker "${dm}"`,
    );
  });
}

const TYPES: Readonly<Record<ModelFormat, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  gmcr: 'application/json; charset=utf-8',
  nfg: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  graphml: 'application/xml; charset=utf-8',
};

/** A model as a file of another format. @throws Refusal 422 where the format cannot hold it. */
export function convertAnswer(source: ModelSource, to: ModelFormat): Answer {
  const model = wholeModel(source);
  const { text, notes } = refusing(() => modelAs(model, to));
  if (text === undefined) throw new Refusal(422, notes.join('; '));
  return { type: TYPES[to], text };
}
