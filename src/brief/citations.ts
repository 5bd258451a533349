import type { Evidence } from '../ledger/index.ts';

/** Sources as they are cited on a page: numbered in the order of their first mention. */
export interface Citations {
  /** "[1] [3]" for some rows, each source once. */
  readonly mark: (because: readonly Evidence[]) => string;
  readonly list: () => readonly string[];
}

export function citations(): Citations {
  const numbers = new Map<string, number>();
  const numberOf = (source: string): number => {
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return number;
  };
  return {
    mark: (because) =>
      [...new Set(because.map(({ source }) => numberOf(source)))]
        .sort((a, b) => a - b)
        .map((n) => `[${n}]`)
        .join(' '),
    list: () => [...numbers].map(([source, number]) => `[${number}] ${source}`),
  };
}
