import { stringify } from 'yaml';
import {
  type Model,
  ModelError,
  type ModelShape,
  modelFromGmcr,
  modelShape,
  modelToYaml,
  readYaml,
} from '../model/index.ts';

/** A model as somebody sends it: its file's text, a file of GMCR+, or the data that an editor holds. */
export type ModelSource = { readonly yaml: string } | { readonly gmcr: string } | { readonly shape: unknown };

/** What keeps a model from being read or analysed, and where. */
export interface ModelFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: readonly (string | number)[];
}

/** A model that was sent, as far as it could be read. */
export interface SentModel {
  readonly yaml: string;
  /** The file as data; absent where it has another shape than a model. */
  readonly shape?: ModelShape;
  /** Absent where there is a fault. */
  readonly model?: Model;
  /** What was read otherwise than it stands in the file. */
  readonly notes: readonly string[];
  readonly errors: readonly ModelFault[];
}

const FILE = 'the model';

/** A fault of a model as data. */
export function faultOf(error: unknown): ModelFault {
  if (error instanceof ModelError) return { message: error.fault, ...error.place };
  if (error instanceof Error) return { message: error.message };
  throw error;
}

/** What an editor holds, as a file: keys that say nothing are left out. */
function yamlOf(shape: unknown): string {
  if (typeof shape !== 'object' || shape === null) return stringify(shape);
  const says = Object.entries(shape).filter(
    ([key, value]) => key === 'statusQuo' || !(Array.isArray(value) && value.length === 0),
  );
  return stringify(Object.fromEntries(says), { lineWidth: 110 });
}

function fromYaml(yaml: string, notes: readonly string[]): SentModel {
  try {
    const { model, document } = readYaml(yaml, FILE);
    return { yaml, shape: modelShape.parse(document.toJS()), model, notes, errors: [] };
  } catch (error) {
    if (error instanceof ModelError) return { yaml, notes, errors: [faultOf(error)] };
    throw error;
  }
}

/** Reads a model that was sent; what is wrong with it is part of the answer. */
export function sentModel(source: ModelSource): SentModel {
  if ('yaml' in source) return fromYaml(source.yaml, []);
  if ('gmcr' in source) {
    try {
      const { model, notes } = modelFromGmcr(source.gmcr, FILE);
      return fromYaml(modelToYaml(model), notes);
    } catch (error) {
      if (error instanceof ModelError) return { yaml: '', notes: [], errors: [faultOf(error)] };
      throw error;
    }
  }
  const sent = fromYaml(yamlOf(source.shape), []);
  const shape = modelShape.safeParse(source.shape);
  return shape.success ? { ...sent, shape: shape.data } : sent;
}
