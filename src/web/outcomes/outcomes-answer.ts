import type { Analysis } from '../../analysis/analyse.ts';
import type { EditedModel } from './edited-model.ts';
import type { ModelFault } from './fault.tsx';

/** A model and its analysis as the server tells them. */
export interface OutcomesAnswer {
  readonly model: {
    readonly yaml: string;
    /** The file as data; absent where it cannot be read at all. */
    readonly shape?: EditedModel;
  };
  /** Absent where something of the model must be mended first. */
  readonly analysis?: Analysis;
  /** What was read otherwise than it stands in the file. */
  readonly notes?: readonly string[];
  readonly errors: readonly ModelFault[];
}

/** What the reader edits: the fields, or the text of the file. */
export type Draft = { readonly shape: EditedModel } | { readonly yaml: string };
