import { decimal } from './decimal.ts';
import { normalDensity } from './normal.ts';
import type { Depth } from './origin.ts';
import type { Term } from './screening-term.ts';
import type { ScreeningParameters } from './tables.ts';

/** The test of the explosion hypothesis by depth. */
export interface DepthTest {
  /** Whether even the least depth that the error allows is below what can be drilled. */
  readonly rejects: boolean;
  readonly lowerKm: number;
  readonly term: Term;
}

/** A depth that is not said to be free counts as one where it is greater than this: no custom sets one so deep. */
const NEVER_BY_CUSTOM_KM = 100;
/** Its assumed standard deviation, km. */
const ASSUMED_ERROR_KM = 25;

/** Mean depth of the shallow earthquakes and of the wrongly located explosions, km; their shares. */
const EARTHQUAKES = { shallowShare: 0.75, shallowMeanKm: 25, deepestKm: 700 };
const EXPLOSIONS = { km: 1, modelErrorKm: 5, misplacedShare: 0.05, misplacedMeanKm: 15 };
const MOST = 3;

/**
 * Rejects where the depth less twice its error is below 10 km (IDC rule, recalled). Only free depths and those from depth
 * phases count; a fixed one says nothing. The log ratio sets a normal around 1 km with 5 % misplaced explosions (of 175
 * USGS depths of nuclear tests two exceed 5 km, the largest 33; found) against depths of earthquakes.
 */
export function depthTest(
  depth: Depth | undefined,
  parameters: ScreeningParameters['depth'],
): DepthTest | undefined {
  if (depth === undefined || depth.kind === 'fixed') return undefined;
  const assumed = depth.errorKm === undefined && depth.kind !== 'free';
  if (depth.kind === 'unknown' && depth.km <= NEVER_BY_CUSTOM_KM) return undefined;
  const error = Math.max(
    assumed ? ASSUMED_ERROR_KM : (depth.errorKm ?? ASSUMED_ERROR_KM),
    parameters.leastErrorKm,
  );
  const lowerKm = depth.km - parameters.deviations * error;
  const spread = Math.hypot(error, EXPLOSIONS.modelErrorKm);
  const explosions =
    (1 - EXPLOSIONS.misplacedShare) * normalDensity(depth.km - EXPLOSIONS.km, spread) +
    (EXPLOSIONS.misplacedShare * Math.exp(-Math.max(0, depth.km) / EXPLOSIONS.misplacedMeanKm)) /
      EXPLOSIONS.misplacedMeanKm;
  const earthquakes =
    (EARTHQUAKES.shallowShare * Math.exp(-Math.max(0, depth.km) / EARTHQUAKES.shallowMeanKm)) /
      EARTHQUAKES.shallowMeanKm +
    (1 - EARTHQUAKES.shallowShare) / EARTHQUAKES.deepestKm;
  const value = Math.min(MOST, Math.log10(earthquakes / explosions));
  const rejects = lowerKm > parameters.limitKm;
  const how =
    depth.kind === 'phases' ? 'from depth phases' : depth.kind === 'free' ? 'free' : 'not by custom';
  return {
    rejects,
    lowerKm,
    term: {
      name: 'depth',
      value,
      says: `${decimal(depth.km, 1)} ± ${decimal(error, 1)} km (${how}); ${
        rejects
          ? `even ${decimal(lowerKm, 0)} km is deeper than any shaft`
          : 'a depth that can be reached by drilling is not excluded'
      }`,
    },
  };
}

/** Why a depth was not used, or undefined where it was. */
export function whyDepthSaysNothing(depth: Depth | undefined): string | undefined {
  if (depth === undefined) return 'the bulletin gives no depth';
  if (depth.kind === 'fixed') return `depth ${depth.km} km was fixed, so it says nothing of the source`;
  if (depth.kind === 'unknown' && depth.km <= NEVER_BY_CUSTOM_KM)
    return `depth ${depth.km} km has no usable error, so it may have been fixed and is not used`;
  return undefined;
}
