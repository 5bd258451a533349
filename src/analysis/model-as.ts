import { type Model, modelToCsv, modelToGmcr, modelToNfg, modelToYaml } from '../model/index.ts';
import { conflictOf } from './conflict.ts';
import { conflictToGraphml } from './to-graphml.ts';

/** The formats that a model can be written in: our own, GMCR+, Gambit, states and ranks, the graph of moves. */
export const MODEL_FORMATS = ['yaml', 'gmcr', 'nfg', 'csv', 'graphml'] as const;
export type ModelFormat = (typeof MODEL_FORMATS)[number];

/**
 * A model as a file; without `text` where the format cannot hold it. `notes` say what it does not carry.
 * @throws StateSpaceError where a format lists states and there are too many.
 */
export function modelAs(
  model: Model,
  format: ModelFormat,
): { readonly text?: string; readonly notes: readonly string[] } {
  switch (format) {
    case 'yaml':
      return { text: modelToYaml(model), notes: [] };
    case 'gmcr':
      return modelToGmcr(model);
    case 'nfg':
      return modelToNfg(model);
    case 'csv':
      return { text: modelToCsv(model), notes: [] };
    case 'graphml':
      return { text: conflictToGraphml(conflictOf(model)), notes: [] };
  }
}
