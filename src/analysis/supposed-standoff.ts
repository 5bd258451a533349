import { partsSpokenOf, type Standoff, type StandoffSetting } from '../model/index.ts';
import type { Supposition } from './what-if.ts';

/**
 * A stand-off as it would be under a supposition. Its options stay, also where the positions that speak of them are
 * dropped; earlier positions whose place a dropped one took do not come back.
 */
export function supposedStandoff(
  standoff: Standoff,
  { set = {}, drop = [], add = [] }: Supposition,
  setting: Pick<StandoffSetting, 'kinds' | 'names' | 'isTaken'>,
): Standoff {
  const today = new Map(standoff.options.map(({ id, taken }) => [id, taken]));
  const gone = new Set(drop);
  return {
    ...partsSpokenOf([...standoff.positions, ...add], {
      ...setting,
      isTaken: (actor, kind) => {
        const id = `${actor}.${kind.id}`;
        return set[id] ?? today.get(id) ?? setting.isTaken(actor, kind);
      },
    }),
    positions: [...standoff.positions.filter(({ id }) => !gone.has(id)), ...add],
    past: standoff.past,
    contradictions: standoff.contradictions.filter((pair) => !pair.some((id) => gone.has(id))),
  };
}
