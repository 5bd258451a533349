import type { Parsed } from './parse.ts';

/** The search takes the cube of the length: a sentence of more words than this keeps its first parse. */
const LONGEST_VOTED = 150;

/**
 * Joins several parses of one sentence into the projective tree that most of them agree with (reparsing by voting, Sagae
 * and Lavie 2006; the search is Eisner's of 1996, which takes the cube of the length). Each parse gives one vote to each
 * of its arcs; a label is the one that most parses with that arc gave it.
 */
export function vote(parses: readonly Parsed[]): Parsed {
  const [first] = parses;
  const length = first!.heads.length;
  if (parses.length === 1 || length === 0 || length > LONGEST_VOTED) return first!;
  const votes = new Float32Array((length + 1) * length);
  for (const { heads } of parses) {
    heads.forEach((head, word) => {
      const at = (head < 0 ? length : head) * length + word;
      votes[at] = votes[at]! + 1;
    });
  }
  const heads = bestTree(votes, length);
  const labels = heads.map((head, word) => {
    const given = parses.filter((parse) => parse.heads[word] === head).map((parse) => parse.labels[word]!);
    return mostFrequent(given.length > 0 ? given : parses.map((parse) => parse.labels[word]!));
  });
  return { heads, labels };
}

function mostFrequent(labels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The projective tree with one root and the highest sum of votes; `votes[head * length + word]`, the root as `length`. */
function bestTree(votes: Float32Array, length: number): Int32Array {
  const size = length * length;
  // Spans from i to j: headed at the left or right end, complete (finished) or incomplete (an arc between the ends).
  const [completeLeft, completeRight] = [new Float32Array(size), new Float32Array(size)];
  const [openLeft, openRight] = [new Float32Array(size), new Float32Array(size)];
  const [cutCompleteLeft, cutCompleteRight, cutOpen] = [
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
  ];
  for (let span = 1; span < length; span++) {
    for (let i = 0; i + span < length; i++) {
      const j = i + span;
      const at = i * length + j;
      let best = -1;
      for (let cut = i; cut < j; cut++) {
        const score = completeRight[i * length + cut]! + completeLeft[(cut + 1) * length + j]!;
        if (score > best) [best, cutOpen[at]] = [score, cut];
      }
      openRight[at] = best + votes[i * length + j]!;
      openLeft[at] = best + votes[j * length + i]!;
      let bestRight = -1;
      for (let cut = i + 1; cut <= j; cut++) {
        const score = openRight[i * length + cut]! + completeRight[cut * length + j]!;
        if (score > bestRight) [bestRight, cutCompleteRight[at]] = [score, cut];
      }
      completeRight[at] = bestRight;
      let bestLeft = -1;
      for (let cut = i; cut < j; cut++) {
        const score = completeLeft[i * length + cut]! + openLeft[cut * length + j]!;
        if (score > bestLeft) [bestLeft, cutCompleteLeft[at]] = [score, cut];
      }
      completeLeft[at] = bestLeft;
    }
  }
  let root = 0;
  let best = -1;
  for (let word = 0; word < length; word++) {
    const score = votes[size + word]! + completeLeft[word]! + completeRight[word * length + length - 1]!;
    if (score > best) [best, root] = [score, word];
  }
  const heads = new Int32Array(length).fill(-1);
  // What is left to unfold: a span and how it is headed. A list instead of recursion, for long sentences.
  const todo: [i: number, j: number, headed: 'left' | 'right', complete: boolean][] = [
    [0, root, 'right', true],
    [root, length - 1, 'left', true],
  ];
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    const [i, j, headed, complete] = item;
    if (i === j) continue;
    const at = i * length + j;
    if (!complete) {
      if (headed === 'left') heads[j] = i;
      else heads[i] = j;
      const cut = cutOpen[at]!;
      todo.push([i, cut, 'left', true], [cut + 1, j, 'right', true]);
    } else if (headed === 'left') {
      const cut = cutCompleteRight[at]!;
      todo.push([i, cut, 'left', false], [cut, j, 'left', true]);
    } else {
      const cut = cutCompleteLeft[at]!;
      todo.push([i, cut, 'right', true], [cut, j, 'right', false]);
    }
  }
  return heads;
}
