import { decimal } from './decimal.ts';
import type { Magnitude } from './magnitude.ts';
import type { Term } from './screening-term.ts';
import type { ScreeningParameters } from './tables.ts';

/** The test of the explosion hypothesis by mb and Ms. */
export interface MbMsTest {
  /** Ms - mb. */
  readonly difference: number;
  /** Above 0 the hypothesis is rejected; with the model error. */
  readonly score: number;
  /** The same as the IDC computes it, without model error. */
  readonly idcScore: number;
  readonly sigma: number;
  readonly term: Term;
}

/**
 * Score of the International Data Centre, S = (0.64 - mb + Ms) / (1.96 s) - 1, screened out above 0, with
 * s² = 1.25² 0.34²/Nb + 0.23²/Ns (Selby et al. 2012, BSSA 102:88; Le Bras & Wuster, IDC processing Rev. 3, 2022, 7.3.2;
 * found), to which a model error is added (Anderson et al., ADA568897; found that one is needed, its size tuned).
 */
export function mbMsScore(
  mb: Magnitude,
  ms: Magnitude,
  parameters: ScreeningParameters['score'],
): { readonly score: number; readonly idcScore: number; readonly sigma: number } {
  const { line, sigmaMb, sigmaMs, slopeInError, deviations, modelError } = parameters;
  const nb = Math.max(1, mb.stations || parameters.assumedMbStations);
  const ns = Math.max(1, ms.stations || parameters.assumedMsStations);
  const counted = (slopeInError * sigmaMb) ** 2 / nb + sigmaMs ** 2 / ns;
  const above = line - mb.value + ms.value;
  const sigma = Math.sqrt(counted + modelError ** 2);
  return {
    score: above / (deviations * sigma) - 1,
    idcScore: above / (deviations * Math.sqrt(counted)) - 1,
    sigma,
  };
}

/**
 * log10 of how much likelier Ms - mb is among earthquakes than among explosions. Both are normal around a line in mb with
 * a share spread evenly: listed Ms of explosions can belong to another event (7 %), and some earthquakes look like
 * explosions (6 of 96, BSSA 65:693). So no single Ms can decide beyond a factor of about a hundred. Beyond one deviation
 * outside the two means the ratio is held, so that it rises with Ms - mb throughout.
 */
export function differenceLogRatio(
  mb: number,
  ms: number,
  parameters: ScreeningParameters['difference'],
): number {
  const { explosion, earthquake, pivotMb, leastMb, mostMb, contaminatedExplosions, oddEarthquakes, span } =
    parameters;
  const at = Math.min(mostMb, Math.max(leastMb, mb)) - pivotMb;
  const explosionMean = explosion.mean + explosion.slope * at;
  const earthquakeMean = earthquake.mean + earthquake.slope * at;
  const x = Math.min(earthquakeMean + earthquake.sigma, Math.max(explosionMean - explosion.sigma, ms - mb));
  const explosions = tailed(x - explosionMean, explosion.sigma, contaminatedExplosions);
  const earthquakes = tailed(x - earthquakeMean, earthquake.sigma, oddEarthquakes);
  return Math.log10(earthquakes / explosions);

  function tailed(residual: number, sigma: number, share: number): number {
    const z = residual / sigma;
    return ((1 - share) * 0.3989422804014327 * Math.exp((-z * z) / 2)) / sigma + share / span;
  }
}

/** Both together; undefined where mb or Ms is missing. */
export function mbMsTest(
  mb: Magnitude | undefined,
  ms: Magnitude | undefined,
  parameters: ScreeningParameters,
): MbMsTest | undefined {
  if (mb === undefined || ms === undefined) return undefined;
  const { score, idcScore, sigma } = mbMsScore(mb, ms, parameters.score);
  const difference = ms.value - mb.value;
  const value = differenceLogRatio(mb.value, ms.value, parameters.difference);
  return {
    difference,
    score,
    idcScore,
    sigma,
    term: {
      name: 'mb:Ms',
      value,
      says:
        `Ms - mb = ${decimal(difference, 2)} ± ${decimal(sigma, 2)}; score ${decimal(score, 2)}` +
        ` (${decimal(idcScore, 2)} without model error), rejected above 0`,
    },
  };
}
