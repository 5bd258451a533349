// Numbers for the signs of the examples; a sign that few examples have teaches nothing.

/** Kinds of signs, which are dropped in training at different rates. */
export const KINDS = { sign: 0, lemma: 1, rule: 2 };
const kindOf = (sign) =>
  sign.includes('r:') && /(^|:)r:/.test(sign)
    ? KINDS.rule
    : /^(l[^:]*|g):/.test(sign)
      ? KINDS.lemma
      : KINDS.sign;

function frequent(lists, fewest) {
  const counts = new Map();
  for (const list of lists) for (const sign of list) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([sign]) => sign)
    .sort();
  return numberedNames(names);
}

const numberedNames = (names) => ({
  names,
  rows: new Map(names.map((sign, row) => [sign, row])),
  kinds: Uint8Array.from(names, kindOf),
});

/** The vocabulary of weights that were trained before, to train them on. */
export const vocabularyOfWeights = ({ signs, pairs }) => ({
  signs: numberedNames([...signs.keys()]),
  pairs: numberedNames([...pairs.keys()]),
});

export function vocabularyOf(examples, fewest) {
  return {
    signs: frequent(
      examples.flatMap(({ words }) => words.map(({ signs }) => signs)),
      fewest,
    ),
    pairs: frequent(
      examples.flatMap(({ asked }) => asked.flatMap(({ pairs }) => pairs)),
      fewest,
    ),
  };
}

const rowsOf = ({ rows }, list) => Int32Array.from(list.flatMap((sign) => rows.get(sign) ?? []));

/** An example with its signs as rows of the network's tables. */
export function numbered({ words, acts, conditionActs, asked }, { signs, pairs }) {
  return {
    words: words.map((word) => ({ ...word, signs: rowsOf(signs, word.signs) })),
    acts,
    conditionActs,
    asked: asked.map((target) => ({ ...target, pairs: target.pairs.map((list) => rowsOf(pairs, list)) })),
  };
}
