/** One state preferred to, or held equal to, another. */
export interface Comparison {
  readonly above: string;
  readonly below: string;
  readonly strict: boolean;
}

/**
 * The chain of comparisons, by index, that leads from a state back to itself with a strict one among them; undefined
 * where there is none.
 */
export function strictCycle(comparisons: readonly Comparison[]): readonly number[] | undefined {
  const ahead = new Map<string, number[]>();
  const steps = comparisons.flatMap((comparison, index) =>
    comparison.strict
      ? [{ ...comparison, index }]
      : [
          { ...comparison, index },
          { above: comparison.below, below: comparison.above, strict: false, index },
        ],
  );
  steps.forEach(({ above }, step) => {
    const list = ahead.get(above) ?? [];
    list.push(step);
    ahead.set(above, list);
  });
  for (const start of steps.filter(({ strict }) => strict)) {
    const before = new Map<string, number>();
    const queue = [start.below];
    for (let place = 0; place < queue.length; place++) {
      for (const step of ahead.get(queue[place]!) ?? []) {
        const { below } = steps[step]!;
        if (before.has(below)) continue;
        before.set(below, step);
        queue.push(below);
      }
      if (start.above === start.below || before.has(start.above)) {
        const chain = [start.index];
        for (let at = start.above; at !== start.below; at = steps[before.get(at)!]!.above)
          chain.push(steps[before.get(at)!]!.index);
        return chain;
      }
    }
  }
  return undefined;
}
