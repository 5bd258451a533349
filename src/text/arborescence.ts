/**
 * The best tree over a dense table of scores: Chu and Liu (1965) and Edmonds (1967), where a ring of best heads becomes
 * one node. Only that node looks for its head anew, so that all takes the square of the number of nodes (Tarjan 1977).
 */
interface Graph {
  readonly size: number;
  /** `scores[node * size + head]`; of nodes that stand for several, the best, with the words that it is between. */
  readonly scores: Float64Array;
  readonly words: Int32Array;
  readonly heads: Int32Array;
  /** The best head of each node; -1 for the root and for nodes that a ring has taken in. */
  readonly best: Int32Array;
  readonly inRing: Uint8Array;
}

/** A ring that became one node: which words each of its nodes stood for, and the arc that each had in the ring. */
type Ring = readonly { readonly members: readonly number[]; readonly word: number; readonly head: number }[];

function bestHead({ size, scores, inRing }: Pick<Graph, 'size' | 'scores' | 'inRing'>, node: number): number {
  let best = -1;
  for (let head = 0; head < size; head++) {
    if (head === node || inRing[head]) continue;
    if (best < 0 || scores[node * size + head]! > scores[node * size + best]!) best = head;
  }
  return best;
}

function findRing(best: Int32Array): readonly number[] | undefined {
  const seenFrom = new Int32Array(best.length).fill(-1);
  for (let start = 0; start < best.length; start++) {
    let at = start;
    while (at >= 0 && seenFrom[at]! < 0) {
      seenFrom[at] = start;
      at = best[at]!;
    }
    if (at < 0 || seenFrom[at] !== start) continue;
    const ring = [at];
    for (let next = best[at]!; next !== at; next = best[next]!) ring.push(next);
    return ring;
  }
  return undefined;
}

/** Makes the first node of a ring stand for all of it. */
function contract(graph: Graph, ring: readonly number[]): void {
  const { size, scores, words, heads, best, inRing } = graph;
  const own = ring.map((node) => scores[node * size + best[node]!]!);
  const [first] = ring as [number];
  const inside = new Set(ring);
  const take = (to: number, from: number, score: number) => {
    [scores[to], words[to], heads[to]] = [score, words[from]!, heads[from]!];
  };
  for (let other = 0; other < size; other++) {
    if (inRing[other] || inside.has(other)) continue;
    let [enter, gain] = [0, -Infinity];
    let [leave, score] = [first, -Infinity];
    for (let i = 0; i < ring.length; i++) {
      const node = ring[i]!;
      const gained = scores[node * size + other]! - own[i]!;
      if (gained > gain) [enter, gain] = [node, gained];
      const left = scores[other * size + node]!;
      if (left > score) [leave, score] = [node, left];
    }
    take(first * size + other, enter * size + other, gain);
    take(other * size + first, other * size + leave, score);
    if (best[other]! >= 0 && inside.has(best[other]!)) best[other] = first;
  }
  for (const node of ring.slice(1)) {
    inRing[node] = 1;
    best[node] = -1;
  }
  best[first] = bestHead(graph, first);
}

/** Solves a graph whose root is its last node. */
function solve(graph: Graph): Int32Array {
  const { size, words, heads, best } = graph;
  const members = Array.from({ length: size }, (_, node): readonly number[] => [node]);
  const rings: Ring[] = [];
  for (let ring = findRing(best); ring !== undefined; ring = findRing(best)) {
    rings.push(
      ring.map((node) => {
        const arc = node * size + best[node]!;
        return { members: members[node]!, word: words[arc]!, head: heads[arc]! };
      }),
    );
    members[ring[0]!] = ring.flatMap((node) => members[node]!);
    contract(graph, ring);
  }
  const result = new Int32Array(size).fill(-1);
  for (let node = 0; node < size - 1; node++) {
    if (best[node]! >= 0) result[words[node * size + best[node]!]!] = heads[node * size + best[node]!]!;
  }
  // Each ring opens where the arc from outside enters it.
  for (const ring of rings.reverse()) {
    for (const { members: inside, word, head } of ring) {
      if (!inside.some((member) => result[member]! >= 0)) result[word] = head;
    }
  }
  return result;
}

function isTree(heads: Int32Array): boolean {
  return heads.reduce((roots, head) => (head < 0 ? roots + 1 : roots), 0) === 1 && !findRing(heads);
}

/**
 * The tree with one root that has the highest sum of scores; crossing arcs are allowed.
 *
 * @param scores `scores[word * (length + 1) + head]`, the root as `length`; a word's score for itself is not looked at.
 * @returns the head of each word, -1 for the root.
 */
export function bestTree(scores: Float32Array, length: number): Int32Array {
  const size = length + 1;
  const table = { size, scores: new Float64Array(size * size), inRing: new Uint8Array(size) };
  table.scores.set(scores.subarray(0, length * size));
  const seek = () =>
    Int32Array.from({ length: size }, (_, word) => (word < length ? bestHead(table, word) : -1));
  const own = (heads: Int32Array) => heads.slice(0, length).map((head) => (head === length ? -1 : head));
  const first = own(seek());
  if (isTree(first)) return first;
  // Arcs from the root cost more than all other scores together, so that the best tree has just one of them
  // (Stanojević and Cohen 2021, "A Root of a Problem").
  let [least, most] = [Infinity, -Infinity];
  for (let word = 0; word < length; word++) {
    for (let head = 0; head < size; head++) {
      if (head === word) continue;
      least = Math.min(least, scores[word * size + head]!);
      most = Math.max(most, scores[word * size + head]!);
    }
  }
  const cost = (most - least + 1) * size;
  for (let word = 0; word < length; word++) {
    const at = word * size + length;
    table.scores[at] = table.scores[at]! - cost;
  }
  const words = new Int32Array(size * size);
  const heads = new Int32Array(size * size);
  for (let at = 0; at < words.length; at++) {
    words[at] = Math.floor(at / size);
    heads[at] = at % size;
  }
  return own(solve({ ...table, words, heads, best: seek() }));
}
