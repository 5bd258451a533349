/** Distribution function of the standard normal; error below 1e-7 (Abramowitz & Stegun 1964, 26.2.17). */
export function normalBelow(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp((-z * z) / 2) * poly;
  return z > 0 ? 1 - tail : tail;
}

/** Density of a normal with mean 0. */
export function normalDensity(x: number, sigma: number): number {
  return (0.3989422804014327 / sigma) * Math.exp(-(x * x) / (2 * sigma * sigma));
}

/** One part of a mixture of normals. */
export interface NormalPart {
  readonly weight: number;
  readonly mean: number;
  readonly sigma: number;
}

/**
 * The value of a mixture of normals at the quantile of a standard deviate (0 the median, 1.645 the 95 % point), to 1e-3,
 * by halving: it lies between the least and the greatest of its parts' own.
 */
export function mixtureQuantile(parts: readonly NormalPart[], deviate: number): number {
  const p = normalBelow(deviate);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { mean, sigma } of parts) {
    const own = mean + deviate * sigma;
    if (own < low) low = own;
    if (own > high) high = own;
  }
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const part of parts) below += part.weight * normalBelow((middle - part.mean) / part.sigma);
    if (below < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
