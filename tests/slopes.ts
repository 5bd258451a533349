import { expect } from 'vitest';

/** A network in a kernel, as the scripts for training make it. */
interface InKernel {
  readonly kernel: { view(at: number, count: number): Float32Array };
  readonly shape: {
    readonly count: number;
    readonly tables: Record<string, { at: number; rows: number; columns: number }>;
  };
  readonly weights: number;
  readonly gradients: number;
}

/**
 * Expects the gradients of a network to be the slopes of its loss, for every table.
 * @param loss computes the loss and adds to the gradients.
 * @param small gives numbers between 0 and 1, for weights that begin as nought.
 */
export function expectSlopes(
  { kernel, shape, weights, gradients }: InKernel,
  loss: () => number,
  small: () => number,
) {
  const values = kernel.view(weights, shape.count);
  for (const [at, value] of values.entries()) if (value === 0) values[at] = (small() - 0.5) * 0.2;
  loss();
  const slopes = kernel.view(gradients, shape.count).slice();
  for (const [name, { at, rows, columns }] of Object.entries(shape.tables)) {
    // The steepest numbers of a table; steps are long, since the sums have only seven digits.
    const steepest = [...slopes.subarray(at, at + rows * columns).entries()]
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .slice(0, 3);
    for (const [index, slope] of steepest) {
      const old = values[at + index]!;
      const [up, down] = [0.002, -0.002].map((step) => {
        values[at + index] = old + step;
        return loss();
      }) as [number, number];
      values[at + index] = old;
      expect(Math.abs((up - down) / 0.004 - slope), `${name}[${index}]`).toBeLessThan(
        0.02 * Math.abs(slope) + 0.002,
      );
    }
  }
}
