/**
 * Horizontal location error: semi-axes in km, azimuth of the longer one in degrees clockwise from north, and the share of
 * the probability that lies within. One standard deviation along each axis holds 39.3 % in two dimensions.
 */
export interface ErrorEllipse {
  readonly semiMajorKm: number;
  readonly semiMinorKm: number;
  readonly azimuthDeg: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Content of the ellipse of one standard deviation: 1 - exp(-1/2). */
export const ONE_SIGMA = 1 - Math.exp(-0.5);

/** Ratio of an ellipse's axis to one standard deviation: sqrt(-2 ln(1 - p)), the Rayleigh quantile; 2.146 at 90 %. */
export function sigmasAt(confidence: number): number {
  return Math.sqrt(-2 * Math.log(1 - Math.min(Math.max(confidence, 0.01), 0.9999)));
}

/** The same error, drawn at another confidence. */
export function atConfidence(ellipse: ErrorEllipse, confidence: number): ErrorEllipse {
  const scale = sigmasAt(confidence) / sigmasAt(ellipse.confidence);
  return {
    semiMajorKm: ellipse.semiMajorKm * scale,
    semiMinorKm: ellipse.semiMinorKm * scale,
    azimuthDeg: ellipse.azimuthDeg,
    confidence,
  };
}

/** A circle of one error, as catalogues give where they give no ellipse. */
export function circle(radiusKm: number, confidence: number): ErrorEllipse {
  return { semiMajorKm: radiusKm, semiMinorKm: radiusKm, azimuthDeg: 0, confidence };
}

/**
 * The ellipse at 90 % with neither axis below the floor. Formal errors know nothing of the model of the Earth: the
 * catalogue that this was measured on is 8.5 km off in one event of ten, whatever its formal error.
 */
export function withFloor(ellipse: ErrorEllipse, floorKm90: number): ErrorEllipse {
  const at90 = atConfidence(ellipse, 0.9);
  return {
    ...at90,
    semiMajorKm: Math.max(at90.semiMajorKm, floorKm90),
    semiMinorKm: Math.max(at90.semiMinorKm, floorKm90),
  };
}
