// Sentences of like length side by side, in batches of about so many words.

/**
 * Sentences side by side, longest first, with their words in the order of time: row `offsets[t] + s` is word t of sentence
 * s; in the order of sentences it is row `starts[s] + t`.
 */
export function sideBySide(sentences) {
  const sorted = [...sentences].sort((a, b) => b.words.length - a.words.length);
  const lengths = sorted.map(({ words }) => words.length);
  const starts = [];
  let tokens = 0;
  for (const length of lengths) {
    starts.push(tokens);
    tokens += length;
  }
  const [counts, offsets, words] = [[], [], []];
  for (let t = 0; t < lengths[0]; t++) {
    offsets.push(words.length);
    const here = sorted.filter((_, s) => lengths[s] > t);
    counts.push(here.length);
    for (const sentence of here) words.push(sentence.words[t]);
  }
  return { sentences: sorted, lengths, starts, tokens, counts, offsets, words };
}

/** A batch of parsed sentences: words and tags stand in the order of time, heads and labels in the order of sentences. */
export function batchOf(sentences) {
  const batch = sideBySide(sentences);
  const [upos, xpos] = [[], []];
  for (const [t, count] of batch.counts.entries())
    for (const sentence of batch.sentences.slice(0, count)) {
      upos.push(sentence.upos[t]);
      xpos.push(sentence.xpos[t]);
    }
  const heads = batch.sentences.flatMap((sentence) => sentence.heads);
  const labels = batch.sentences.flatMap((sentence) => sentence.labels);
  return { ...batch, upos, xpos, heads, labels };
}

/** Groups sentences into batches of at most `most` words (a longer sentence stands alone), near in length. */
export function grouped(sentences, most, random) {
  const order = (random === undefined ? [...sentences] : random.shuffled(sentences))
    .map((sentence) => ({ sentence, key: sentence.words.length * (1 + (random?.next() ?? 0) * 0.2) }))
    .sort((a, b) => a.key - b.key);
  const groups = [];
  let [group, tokens] = [[], 0];
  for (const { sentence } of order) {
    if (group.length > 0 && tokens + sentence.words.length > most) {
      groups.push(group);
      [group, tokens] = [[], 0];
    }
    group.push(sentence);
    tokens += sentence.words.length;
  }
  if (group.length > 0) groups.push(group);
  return random === undefined ? groups : random.shuffled(groups);
}
