// The condition pass against the conditional constructions marked in a Universal Dependencies treebank
// (MISC: Cxn=Conditional-…, CxnElt=N:….Protasis): node bench/conditionals.mjs PATH/en_ewt-ud-test.conllu
// The text is read raw, with our own sentences, words and trees. A protasis is found where a zone of ours covers its head;
// only zones opened by the words that the treebank counts (if, unless, provided, in case) are held against it, not phrases
// such as "in exchange for".
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from '../scripts/setup.mjs';

const [path] = process.argv.slice(2);
if (path === undefined || !existsSync(path)) {
  console.error(
    'give the path of a .conllu file with Cxn marks, such as UD English EWT’s en_ewt-ud-test.conllu',
  );
  process.exit(2);
}
build();
const { readAnalyser } = await import(join(root, 'dist/store/analyser-weights.js'));
const { conditionalZones, PHRASAL } = await import(join(root, 'dist/claims/conditional-zone.js'));
const analyser = readAnalyser();
const COUNTED = new Set(['if', 'unless', 'only-if', 'in-case']);

let [gold, zones, found, right] = [0, 0, 0, 0];
for (const block of readFileSync(path, 'utf8').split('\n\n')) {
  const text = /^# text = (.*)$/m.exec(block)?.[1];
  if (text === undefined) continue;
  const heads = protasisHeads(block, text);
  const tree = analyser.read(text);
  const read = tree.sentences.flatMap((sentence) =>
    conditionalZones(sentence)
      .filter(({ relation, first }) => COUNTED.has(relation) && !PHRASAL.test(sentence.words[first - 1].form))
      .map(({ mark, last }) => ({ start: mark.start, end: sentence.words[last].end })),
  );
  gold += heads.length;
  zones += read.length;
  found += heads.filter((at) => read.some(({ start, end }) => start <= at && at < end)).length;
  right += read.filter(({ start, end }) => heads.some((at) => start <= at && at < end)).length;
}

/** Offsets of the words that head the protases of a sentence of the treebank. */
function protasisHeads(block, text) {
  const offsets = new Map();
  let from = 0;
  let until = 0;
  const marked = [];
  for (const line of block.split('\n')) {
    const [id, form, , , , , , , , misc] = line.split('\t');
    if (misc === undefined) continue;
    const range = /^(\d+)-(\d+)$/.exec(id);
    const inside = Number(id) <= until;
    if (!inside && !id.includes('.')) {
      const at = text.indexOf(form, from);
      if (at >= 0) [from] = [at + form.length];
      offsets.set(range?.[1] ?? id, at);
      if (range !== null) until = Number(range[2]);
    } else if (!offsets.has(id)) offsets.set(id, from - 1);
    const element = /CxnElt=([^|\s]*)/.exec(misc)?.[1] ?? '';
    if (/Conditional-[^,]*\.Protasis/.test(element) && !/Interrogative\.Protasis/.test(element))
      marked.push(id);
  }
  return marked.map((id) => offsets.get(id)).filter((at) => at !== undefined && at >= 0);
}

const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
console.log(`${gold} protases marked, ${zones} read`);
console.log(`precision ${percent(right, zones)}   recall ${percent(found, gold)}`);
