// Totals of the matches over reports, as the lines that the command prints.

const percent = (part, whole) => (whole === 0 ? '    -' : `${((100 * part) / whole).toFixed(1).padStart(5)}`);
const row = (cells, widths) => cells.map((cell, i) => String(cell).padEnd(widths[i])).join(' ');

/** Precision, recall and F1 as shares of one. */
export function prf(right, read, gold) {
  const precision = read === 0 ? 0 : right / read;
  const recall = gold === 0 ? 0 : right / gold;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const line = (name, right, read, gold) => {
  const { precision, recall, f1 } = prf(right, read, gold);
  const cells = [precision, recall, f1].map((share) => (100 * share).toFixed(1).padStart(6));
  return `${name.padEnd(26)}${cells.join(' ')}   (${right} of ${read} read, ${gold} annotated)`;
};

/** Strict and lenient scores of core and full match. */
export function scoreTable(results) {
  const lines = [`${''.padEnd(26)}  prec    rec     F1`];
  for (const [name, key] of [
    ['lenient', 'lenient'],
    ['strict', 'strict'],
  ])
    for (const kind of ['core', 'full']) {
      const [right, read, gold] = totals(results, key, kind);
      lines.push(line(`${kind}, ${name}`, right, read, gold));
    }
  return lines;
}

/** Core and full match batch by batch, where there are several: each was scored before anyone worked on it (docs/reader.md). */
export function batchTable(results) {
  const batches = [...new Set(results.map(({ report }) => report.batch))];
  return batches.flatMap((batch) => {
    const own = results.filter(({ report }) => report.batch === batch);
    return [
      `${batch}: ${own.length} reports`,
      ...['core', 'full'].map((kind) => line(`  ${kind}`, ...totals(own, 'lenient', kind))),
      ...conditionTable(own)
        .slice(1, 2)
        .map((told) => told.replace('on the right claim', '  conditions      ')),
    ];
  });
}

function totals(results, key, kind) {
  let [right, read, gold] = [0, 0, 0];
  for (const result of results) {
    right += result[key].pairs.filter((pair) => pair[kind]).length;
    read += result.read.length;
    gold += result.gold.length;
  }
  return [right, read, gold];
}

/** Of the claims whose act and actor are right: how many have each field right. */
export function fieldTable(results) {
  const pairs = results.flatMap(({ lenient }) => lenient.pairs);
  const lines = ['polarity', 'modality', 'speaker', 'condition'].map(
    (field) => `  ${field.padEnd(24)}${percent(pairs.filter((p) => p.fields[field]).length, pairs.length)}`,
  );
  for (const field of ['object', 'target', 'time', 'person', 'relation']) {
    const of = (claim) =>
      field === 'person'
        ? claim.speaker.person?.split(' ').at(-1)
        : field === 'relation'
          ? claim.condition?.relation
          : field === 'time'
            ? typeof claim.time === 'string'
              ? claim.time
              : (claim.time?.from ?? claim.time?.to)
            : claim[field];
    let [right, asked] = [0, 0];
    for (const { lenient, read, gold } of results)
      for (const { i, j } of lenient.pairs) {
        const wanted = of(gold[j]);
        if (wanted === undefined || (field === 'relation' && read[i].condition === undefined)) continue;
        asked += 1;
        const found = of(read[i]);
        if (found === wanted || (field === 'time' && found?.startsWith(wanted))) right += 1;
      }
    lines.push(`  ${field.padEnd(24)}${percent(right, asked)}   (of ${asked} annotated)`);
  }
  return lines;
}

/** Conditions by themselves: found at all on the claim's sentence, and right in actor and truth. */
export function conditionTable(results) {
  let [read, gold, found, right, told] = [0, 0, 0, 0, 0];
  for (const result of results) {
    const { lenient } = result;
    read += result.read.filter(({ condition }) => condition).length;
    gold += result.gold.filter(({ condition }) => condition).length;
    for (const { i, j, fields } of lenient.pairs) {
      if (!result.gold[j].condition || !result.read[i].condition) continue;
      told += 1;
      if (fields.condition) right += 1;
    }
    found += result.sentencesWithBoth;
  }
  const sentences = (key) => results.reduce((sum, result) => sum + result[key], 0);
  return [
    line('in the right sentence', found, sentences('sentencesRead'), sentences('sentencesGold')),
    line('on the right claim', told, read, gold),
    line('… with actor and truth', right, read, gold),
  ];
}

/** Recall of core and full match by what makes a claim hard. */
export function phenomenonTable(results) {
  const counts = new Map();
  for (const { lenient, gold, traits } of results)
    for (const [j] of gold.entries()) {
      const pair = lenient.pairs.find((other) => other.j === j);
      for (const trait of traits[j]) {
        const count = counts.get(trait) ?? { all: 0, core: 0, full: 0 };
        counts.set(trait, {
          all: count.all + 1,
          core: count.core + (pair ? 1 : 0),
          full: count.full + (pair?.full ? 1 : 0),
        });
      }
    }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([trait, { all, core, full }]) =>
      row(
        [`  ${trait}`, String(all).padStart(5), `core ${percent(core, all)}`, `full ${percent(full, all)}`],
        [28, 6, 11, 11],
      ),
    );
}

/** Which value was read for which annotated value, where they differ. */
export function confusionTable(results, name, of) {
  const counts = new Map();
  for (const { lenient, read, gold } of results)
    for (const { i, j } of lenient.pairs) {
      const [wanted, found] = [of(gold[j]), of(read[i])];
      if (wanted === found) continue;
      const key = `${wanted} read as ${found}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
  return [`${name}:`, ...rows.map(([key, count]) => `  ${String(count).padStart(3)}  ${key}`)];
}

/** Acts: annotated, found, missed and invented. */
export function actTable(results) {
  const acts = new Map();
  const add = (act, key) => {
    const count = acts.get(act) ?? { gold: 0, found: 0, invented: 0 };
    acts.set(act, { ...count, [key]: count[key] + 1 });
  };
  for (const { lenient, gold } of results) {
    for (const { act } of gold) add(act, 'gold');
    for (const { j } of lenient.pairs) add(gold[j].act, 'found');
    for (const { act } of lenient.invented) add(act, 'invented');
  }
  return [...acts]
    .sort((a, b) => b[1].gold - a[1].gold)
    .map(([act, { gold, found, invented }]) =>
      row(
        [`  ${act}`, `annotated ${gold}`, `found ${found}`, `not annotated but read ${invented}`],
        [24, 15, 11, 10],
      ),
    );
}
