// Learns suffix rules for lemmas: for each tag and ending the most frequent edit, kept where it differs from that of
// the next shorter ending, and the forms that the rules then miss.
import { LONGEST_SUFFIX, lemmaOfForm } from '../../dist/text/lemma.js';

function editOf(form, lemma) {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same += 1;
  return `${form.length - same}|${lemma.slice(same)}`;
}

/** @param words what `lemmaOfForm` takes for known words */
export function learnLemmas(sentences, words) {
  const known = new Set(words);
  const isWord = (word) => known.has(word);
  const edits = new Map();
  const lemmas = new Map();
  for (const { form, lemma, xpos } of sentences.flat()) {
    if (xpos === 'NNP') continue;
    const lower = form.replaceAll('’', "'").toLowerCase();
    const key = `${xpos}|${lower}`;
    const counts = lemmas.get(key) ?? new Map();
    counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    lemmas.set(key, counts);
    const edit = editOf(lower, lemma);
    // A lemma that shares no beginning with its form ("went", "Indians") is no rule for others.
    const regular = edit.slice(0, edit.indexOf('|')) !== String(lower.length);
    for (let length = 0; length <= Math.min(LONGEST_SUFFIX, lower.length); length++) {
      const suffix = `${xpos}|${lower.slice(lower.length - length)}`;
      const bySuffix = edits.get(suffix) ?? new Map();
      // Each form counts once, so that frequent irregular verbs do not bend the rules.
      if (regular && counts.size === 1 && counts.get(lemma) === 1)
        bySuffix.set(edit, (bySuffix.get(edit) ?? 0) + 1);
      edits.set(suffix, bySuffix);
    }
  }
  const best = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  const bySuffix = new Map();
  for (const [suffix, counts] of [...edits].sort((a, b) => a[0].length - b[0].length)) {
    if (counts.size === 0) continue;
    const [edit, number] = best(counts);
    const bar = suffix.indexOf('|');
    let shorter;
    for (let from = bar + 2; from <= suffix.length && shorter === undefined; from++) {
      shorter = bySuffix.get(`${suffix.slice(0, bar + 1)}${suffix.slice(from)}`);
    }
    if (edit !== shorter && (number >= 2 || shorter === undefined)) bySuffix.set(suffix, edit);
  }
  const exceptions = new Map();
  const rules = { bySuffix, exceptions };
  for (const [key, counts] of lemmas) {
    const [xpos, form] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)];
    const [lemma] = best(counts);
    if (lemmaOfForm(rules, form, xpos, isWord) !== lemma) exceptions.set(key, lemma);
  }
  return rules;
}
