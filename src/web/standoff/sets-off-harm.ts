import type { ShownStandoff } from './standoff-answer.ts';

/** Whether all that a first move brings about is hostile: a risk, and no way out. */
export const setsOffHarm = (
  { options }: Pick<ShownStandoff, 'options'>,
  { unlocks }: Pick<ShownStandoff['firstMoves'][number], 'unlocks'>,
): boolean => unlocks.every((id) => options.some((option) => option.id === id && option.hostile));
