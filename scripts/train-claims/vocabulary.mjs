// Numbers for the signs of the examples; a sign that few examples have teaches nothing.

const kindOf = (sign) => (sign.startsWith('r:') ? 'rule' : /^[lg]:/.test(sign) ? 'lemma' : 'sign');

function frequent(lists, fewest) {
  const counts = new Map();
  for (const list of lists) for (const sign of list) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest).map(([sign]) => sign);
  return new Map(
    kept.sort().map((sign, row) => [sign, { row, kind: kindOf(sign), rule: sign.includes('r:') }]),
  );
}

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

/** An example with its signs as rows of the network's tables. */
export function numbered(example, { signs, pairs }) {
  return {
    ...example,
    words: example.words.map((word) => ({
      ...word,
      signs: word.signs.flatMap((sign) => signs.get(sign) ?? []),
    })),
    asked: example.asked.map((target) => ({
      ...target,
      pairs: target.pairs.map((list) => list.flatMap((sign) => pairs.get(sign) ?? [])),
    })),
  };
}
