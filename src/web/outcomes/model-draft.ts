import { remember, remembered } from '../memory.ts';
import type { EditedModel } from './edited-model.ts';

const KEY = 'firstmove.model-draft';

/** Keeps edits of the model that an address opens, so that a page loaded anew still has them. */
export const keepDraft = (search: string, shape: EditedModel): void =>
  remember(KEY, JSON.stringify({ search, shape }));

export const forgetDraft = (): void => remember(KEY, undefined);

/** The edits kept of the model that an address opens, as they were kept: the desk says whether they are a model. */
export function keptDraft(search: string): unknown {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('shape' in kept) || !('search' in kept))
      return undefined;
    return kept.search === search ? kept.shape : undefined;
  } catch {
    return undefined;
  }
}
