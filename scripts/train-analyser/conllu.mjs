// Reads CoNLL-U: sentences of words with form, lemma, tags, head (from 0, root -1) and relation.
import { readFileSync } from 'node:fs';

export function readConllu(path) {
  const sentences = [];
  let words = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') {
      if (words.length > 0) sentences.push(words);
      words = [];
    } else if (!line.startsWith('#')) {
      const [id, form, lemma, upos, xpos, , head, relation] = line.split('\t');
      if (/^\d+$/.test(id)) words.push({ form, lemma, upos, xpos, head: Number(head) - 1, relation });
    }
  }
  if (words.length > 0) sentences.push(words);
  return sentences;
}
