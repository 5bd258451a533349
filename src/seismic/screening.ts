import type { Association } from './association.ts';
import type { IsClearOfCoast } from './coast.ts';
import { decimal } from './decimal.ts';
import type { ErrorEllipse } from './error-ellipse.ts';
import type { ChosenMagnitudes } from './magnitude-choice.ts';
import type { Origin } from './origin.ts';
import { depthTest } from './screening-depth.ts';
import { type MbMsTest, mbMsTest } from './screening-mb-ms.ts';
import { offshoreTerm } from './screening-offshore.ts';
import { placeTerm } from './screening-place.ts';
import type { Term } from './screening-term.ts';
import type { Seismicity } from './seismicity.ts';
import type { ScreeningParameters } from './tables.ts';

/** `screened_out`: the explosion hypothesis is rejected. The others say that it is not, or that too little is known. */
export type ScreeningVerdict = 'screened_out' | 'not_screened_out' | 'insufficient';

export interface Screening {
  readonly verdict: ScreeningVerdict;
  /** Each piece of evidence, log10 of a likelihood ratio, above 0 for an earthquake. */
  readonly terms: readonly Term[];
  /** Sum of all terms. */
  readonly sum: number;
  /** Sum of the terms of the source (mb:Ms and depth) without place. */
  readonly sourceSum: number;
  /** The score of mb:Ms with model error; absent where mb or Ms is. */
  readonly score?: number;
  readonly idcScore?: number;
  /** Which tests rejected. */
  readonly rejectedBy: readonly string[];
  /** Why the verdict is not what a test alone would say, or why it is insufficient. */
  readonly why: readonly string[];
}

/** What screening looks places up in. */
export interface Surroundings {
  readonly seismicity: Seismicity;
  readonly leastMagnitude: number;
  readonly isClearOfCoast: IsClearOfCoast;
}

/**
 * Asks whether the explosion hypothesis can be rejected: by depth, or by mb:Ms. A rejection counts only where the terms
 * together make an earthquake ten times likelier, so that one wrong Ms at a test site cannot clear an event. Without an mb:Ms test
 * and without a rejection by depth the verdict is `insufficient`.
 */
export function screened(
  origin: Origin,
  ellipse90: ErrorEllipse,
  association: Association | undefined,
  magnitudes: ChosenMagnitudes,
  surroundings: Surroundings,
  parameters: ScreeningParameters,
): Screening {
  const test = mbMsTest(magnitudes.mb, magnitudes.Ms, parameters);
  const usable = test !== undefined && whyUnusable(magnitudes, parameters) === undefined;
  const depth = depthTest(origin.depth, parameters.depth);
  const place = placeTerm(
    association,
    (magnitudes.mb ?? magnitudes.insteadOfMb)?.value,
    surroundings.seismicity,
    surroundings.leastMagnitude,
    parameters.place,
  );
  const siteInReach = place.value < parameters.place.most;
  const offshore = siteInReach
    ? undefined
    : offshoreTerm(origin, ellipse90, surroundings.isClearOfCoast, parameters.offshore);
  const source = [...(usable ? [test.term] : []), ...(depth !== undefined ? [depth.term] : [])];
  const terms = [...source, place, ...(offshore !== undefined ? [offshore] : [])];
  const sum = total(terms);
  const rejectedBy = [...(usable && test.score > 0 ? ['mb:Ms'] : []), ...(depth?.rejects ? ['depth'] : [])];
  const { leastSum } = parameters.rejection;
  const why: string[] = [];
  let verdict: ScreeningVerdict;
  if (rejectedBy.length > 0 && sum > leastSum) verdict = 'screened_out';
  else if (usable) verdict = 'not_screened_out';
  else verdict = 'insufficient';
  if (rejectedBy.length > 0 && sum <= leastSum)
    why.push(
      `${rejectedBy.join(' and ')} alone would reject the explosion hypothesis, but one wrong value must not clear an ` +
        `event: all terms together do not make an earthquake ${Math.round(10 ** leastSum)} times likelier`,
    );
  if (!usable) why.push(whyUnusable(magnitudes, parameters) ?? 'mb:Ms cannot be tested');
  return {
    verdict,
    terms,
    sum,
    sourceSum: total(source),
    ...scores(usable ? test : undefined),
    rejectedBy,
    why,
  };
}

const total = (terms: readonly Term[]): number => terms.reduce((sum, term) => sum + term.value, 0);

const scores = (test: MbMsTest | undefined) =>
  test === undefined ? {} : { score: test.score, idcScore: test.idcScore };

/** Why mb:Ms cannot be tested, or undefined where it can. */
function whyUnusable({ mb, Ms }: ChosenMagnitudes, { score }: ScreeningParameters): string | undefined {
  if (mb === undefined && Ms === undefined)
    return 'neither a usable mb nor a usable Ms is given, so mb:Ms cannot be tested';
  if (mb === undefined) return 'no usable mb is given, so mb:Ms cannot be tested';
  if (Ms === undefined) return 'no usable Ms is given, so mb:Ms cannot be tested';
  if (mb.value < score.leastMb)
    return `mb ${decimal(mb.value, 1)} is below ${score.leastMb}, where the mb:Ms line was never tried`;
  if (Ms.stations !== undefined && Ms.stations > 0 && Ms.stations < score.leastMsStations)
    return `Ms rests on ${Ms.stations} station; the test asks ${score.leastMsStations}`;
  return undefined;
}
