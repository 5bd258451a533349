import { bestTree } from './arborescence.ts';
import { placeOfWord } from './known-words.ts';
import { INPUT, planMemory, runLayer, STATE, stepRoom, VIEW } from './network-memory.ts';
import { type Batch, batchOf, grouped, WORDS_AT_MOST } from './side-by-side.ts';
import { type AnalyserWeights, MATRICES, ROWS } from './weights.ts';
import { type WordFeatures, wordFeatures } from './word-features.ts';

/** What the network says of one sentence, word by word. */
export interface Reading {
  /** Numbers of pairs in `AnalyserWeights.tags`. */
  readonly tags: readonly number[];
  /** Index of each word's head, -1 for the root. */
  readonly heads: Int32Array;
  /** Numbers in `AnalyserWeights.relations`. */
  readonly labels: readonly number[];
}

/** Reads sentences of forms. A sentence is at most `LONGEST_READ` words long, and not empty. */
export type Network = (sentences: readonly (readonly string[])[]) => readonly Reading[];

/** Scores grow with the square of the length; longer sentences are read in windows. */
export const LONGEST_READ = 150;
const byName = <Key extends string, Value>(
  names: readonly Key[],
  placed: (name: Key) => Value,
): Readonly<Record<Key, Value>> =>
  Object.fromEntries(names.map((name) => [name, placed(name)])) as Record<Key, Value>;

/**
 * The tagger and parser: words and their looks → BiLSTM → tags → BiLSTM → biaffine scores of every head, the best tree,
 * and a label for each arc (Dozat and Manning 2017), on weights of one byte.
 */
export function networkFromWeights(weights: AnalyserWeights): Network {
  const { matrices, rows, vectors, looks } = weights;
  const h = matrices.forward1.rows;
  const inputs = matrices.input1.rows;
  const [arc, label] = [rows.rootArc.length, rows.rootLabel.length];
  const wide = matrices.views.columns;
  const tagWidth = matrices.tags.columns;
  const relationWidth = matrices.labels.columns;
  const xposStart = Math.ceil(weights.upos.length / 8) * 8;
  const rootLabel = weights.relations.indexOf('root');
  const pairs = weights.tags.map((tag) => {
    const [upos, xpos] = tag.split(' ') as [string, string];
    return [weights.upos.indexOf(upos), xposStart + weights.xpos.indexOf(xpos)] as const;
  });

  const units = (name: string) =>
    name === 'input1' ? INPUT : name === 'arcs' || name === 'labels' ? VIEW : STATE;
  const plan = planMemory();
  const { reserve } = plan;
  const loaded = byName(MATRICES, (name) => plan.matrix(matrices[name], units(name)));
  const at = byName(ROWS, (name) => plan.row(rows[name]));
  const words = {
    inputs: reserve(WORDS_AT_MOST * inputs * 2),
    gates: reserve(WORDS_AT_MOST * h * 32),
    index: reserve(WORDS_AT_MOST * 4),
    lower: reserve(WORDS_AT_MOST * h * 4),
    upper: reserve(WORDS_AT_MOST * h * 4),
    top: reserve(WORDS_AT_MOST * h * 4),
    tags: reserve(WORDS_AT_MOST * tagWidth * 4),
    views: reserve(WORDS_AT_MOST * wide * 4),
    rounded: reserve(WORDS_AT_MOST * Math.max(arc, label) * 2),
    asked: reserve(WORDS_AT_MOST * arc * 4),
    labels: reserve(WORDS_AT_MOST * relationWidth * 4),
  };
  const room = stepRoom(plan, h);
  const { step } = room;
  const scores = reserve(LONGEST_READ * (LONGEST_READ + 1) * 4);
  const { kernel, floats, halves, numbers } = plan.start();

  /** A word's inputs: its vector and its looks, side by side. */
  function embed({ key, rows: lookRows }: WordFeatures, row: number): void {
    const write = (
      { bytes, columns, scale }: { bytes: Int8Array; columns: number; scale: number },
      from: number,
      to: number,
    ) => {
      const unit = scale * INPUT;
      for (let j = 0; j < columns; j++) {
        const whole = from < 0 ? 0 : Math.round(bytes[from * columns + j]! * unit);
        halves[to + j] = Math.max(-32_767, Math.min(32_767, whole));
      }
    };
    let to = words.inputs / 2 + row * inputs;
    write(vectors, placeOfWord(weights.words, key), to);
    to += vectors.columns;
    for (const [table, look] of looks.entries()) {
      write(look, lookRows[table]!, to);
      to += look.columns;
    }
  }

  const best = (start: number, from: number, to: number, except: number): number => {
    let most = from === except ? from + 1 : from;
    for (let i = most + 1; i < to; i++)
      if (i !== except && floats[start + i]! > floats[start + most]!) most = i;
    return most;
  };
  const bestTag = (start: number): number => {
    let most = 0;
    let highest = -Infinity;
    for (let i = 0; i < pairs.length; i++) {
      const score = floats[start + pairs[i]![0]]! + floats[start + pairs[i]![1]]!;
      if (score > highest) [most, highest] = [i, score];
    }
    return most;
  };

  function readBatch(batch: Batch<string>): Reading[] {
    const { sentences: forms, counts, offsets, words: total } = batch;
    // The first layer's sums do not depend on the context: once for each form.
    const slots = new Map<string, number>();
    for (const [t, count] of counts.entries()) {
      for (let s = 0; s < count; s++) {
        const form = forms[s]![t]!;
        let slot = slots.get(form);
        if (slot === undefined) {
          slot = slots.size;
          slots.set(form, slot);
          embed(wordFeatures(form), slot);
        }
        numbers[words.index / 4 + offsets[t]! + s] = slot;
      }
    }
    const { input1, input2 } = loaded;
    kernel.multiply(
      slots.size,
      8 * h,
      inputs / 2,
      words.inputs,
      inputs * 2,
      input1.w,
      input1.scales,
      at.bias1,
      words.gates,
      32 * h,
    );
    const lower = { ...room, directions: [loaded.forward1, loaded.backward1] as const };
    runLayer(kernel, batch, lower, words.lower, (side, offset, count) => {
      kernel.gather(count, words.index + offset * 4, words.gates + side * 16 * h, 32 * h, 16 * h, step);
    });
    const upper = { ...room, directions: [loaded.forward2, loaded.backward2] as const };
    runLayer(kernel, batch, upper, words.upper, (side, offset, count) => {
      const half = side * 4 * h;
      kernel.multiply(
        count,
        4 * h,
        h,
        words.lower + offset * 4 * h,
        4 * h,
        input2.w + half * 2 * h,
        input2.scales + half * 4,
        at.bias2 + half * 4,
        step,
        16 * h,
      );
    });
    const { tags, views, arcs, labels } = loaded;
    kernel.multiply(
      total,
      tagWidth,
      h,
      words.lower,
      4 * h,
      tags.w,
      tags.scales,
      at.tagsBias,
      words.tags,
      tagWidth * 4,
    );
    // From here on sentence by sentence.
    let row = 0;
    const starts = forms.map(({ length }, s) => {
      for (let t = 0; t < length; t++) numbers[words.index / 4 + row + t] = offsets[t]! + s;
      row += length;
      return row - length;
    });
    kernel.gather(total, words.index, words.upper, 4 * h, 4 * h, words.top);
    kernel.multiply(
      total,
      wide,
      h,
      words.top,
      4 * h,
      views.w,
      views.scales,
      at.viewsBias,
      words.views,
      wide * 4,
    );
    kernel.rectify(total, 2 * arc, words.views, wide * 4);
    kernel.round(total, arc, words.views, wide * 4, VIEW, words.rounded);
    kernel.multiply(
      total,
      arc,
      arc / 2,
      words.rounded,
      arc * 2,
      arcs.w,
      arcs.scales,
      at.arcsBias,
      words.asked,
      arc * 4,
    );
    const heads = forms.map(({ length }, s) => {
      const asked = words.asked + starts[s]! * arc * 4;
      const row = (length + 1) * 4;
      const offered = words.views + (starts[s]! * wide + arc) * 4;
      kernel.products(length, length, arc, asked, arc * 4, offered, wide * 4, scores, row);
      kernel.products(length, 1, arc, asked, arc * 4, at.rootArc, 0, scores + length * 4, row);
      const found = bestTree(floats.subarray(scores / 4, scores / 4 + length * (length + 1)), length);
      for (let t = 0; t < length; t++) {
        const own = words.views + ((starts[s]! + t) * wide + 2 * arc) * 4;
        const head = found[t]!;
        const above =
          head < 0 ? at.rootLabel : words.views + ((starts[s]! + head) * wide + 2 * arc + label) * 4;
        kernel.pair(label, own, above, VIEW, words.rounded + (starts[s]! + t) * label * 2);
      }
      return found;
    });
    kernel.multiply(
      total,
      relationWidth,
      label / 2,
      words.rounded,
      label * 2,
      labels.w,
      labels.scales,
      at.labelsBias,
      words.labels,
      relationWidth * 4,
    );
    return forms.map(({ length }, s) => ({
      tags: Array.from({ length }, (_, t) => bestTag(words.tags / 4 + (offsets[t]! + s) * tagWidth)),
      heads: heads[s]!,
      labels: Array.from({ length }, (_, t) =>
        heads[s]![t]! < 0
          ? rootLabel
          : best(words.labels / 4 + (starts[s]! + t) * relationWidth, 0, weights.relations.length, rootLabel),
      ),
    }));
  }

  return (sentences) => {
    const readings: Reading[] = [];
    for (const group of grouped(sentences)) {
      readBatch(batchOf(group.map((index) => sentences[index]!))).forEach((reading, i) => {
        readings[group[i]!] = reading;
      });
    }
    return readings;
  };
}
