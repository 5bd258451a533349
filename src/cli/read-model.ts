import { type Model, ModelError, modelFromGmcr, modelFromYaml, StateSpaceError } from '../model/index.ts';
import { readText } from './read-input.ts';
import { UsageError } from './usage-error.ts';

/** Reads a model file, YAML or .gmcr, or YAML from standard input. Notes on what was read otherwise go to stderr. */
export function readModel(path: string): Model {
  const text = readText(path);
  const file = path === '-' ? 'standard input' : path;
  return refusing(path, () => {
    if (!path.endsWith('.gmcr')) return modelFromYaml(text, file);
    const { model, notes } = modelFromGmcr(text, file);
    for (const note of notes) console.error(`firstmove: ${file}: ${note}`);
    return model;
  });
}

/** Carries out work on a model; what the model makes impossible is a fault of the input. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ModelError) throw new UsageError(error.message);
    if (error instanceof StateSpaceError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}
