// Training with Adam, a warm-up and a cosine's decline (Loshchilov and Hutter 2017).

import { adamOf } from './adam.mjs';
import { batchOf, grouped } from './batches.mjs';
import { numbersOf } from './layout.mjs';
import { learnKernel } from './learn-kernel.mjs';
import { eachWord, networkOf } from './network.mjs';
import { initialise, tablesOf } from './parameters.mjs';
import { randomFrom } from './random.mjs';

const ADAM = { beta1: 0.9, beta2: 0.95, mean: 0.999 };
const WARM_UP = 200;
/** The share of sentences that are read in capitals, in small letters or as a headline, each. */
const CHANGED = 0.02;

export function learnerOf(
  vocabulary,
  sizes,
  { seed, rate, batch: most, epochs, closing, checkpoint, stamp },
) {
  const kernel = learnKernel(sizes.hidden > 64 ? 700 : 200);
  const classes = {
    words: vocabulary.learned,
    upos: vocabulary.upos.length,
    xpos: vocabulary.xpos.length,
    relations: vocabulary.relations.length,
  };
  const shape = tablesOf(sizes, classes);
  const { count } = shape;
  const adam = adamOf(kernel, count, ADAM);
  const { weights, gradients, mean } = adam;
  const network = networkOf(kernel, shape, sizes, classes, vocabulary.vectors);
  const tableAt = (base) => (name) => base + shape.tables[name].at * 4;
  let random = randomFrom(seed);
  initialise(shape, sizes, kernel.view(weights, count), random);
  adam.begin();
  const progress = { epoch: 0 };

  const save = () => adam.save(checkpoint, { ...progress, random: random.state, stamp });

  /** Goes on from the checkpoint if it is of the same training. */
  function resume() {
    const note = adam.resume(checkpoint, stamp);
    if (note === undefined) return false;
    progress.epoch = note.epoch;
    random = randomFrom(note.random);
    return true;
  }

  const varied = (sentence) => {
    const choice = Math.floor(random.next() / CHANGED);
    return choice < 3 ? { ...sentence, words: sentence.variants[choice] } : sentence;
  };

  /** The rate of a step: a warm-up and a cosine's decline to nothing, then the closing epochs' straight one. */
  function rateOf(step, at, groups) {
    if (progress.epoch >= epochs) {
      return closing.rate * (1 - (progress.epoch + at / groups - epochs) / closing.epochs);
    }
    const steps = groups * epochs;
    return (
      rate * Math.min(1, step / WARM_UP) * 0.5 * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps))
    );
  }

  /** One pass over the sentences; gives the mean loss. */
  function epoch(sentences) {
    const groups = grouped(sentences, most, random);
    const total = { tags: 0, heads: 0, labels: 0 };
    for (const [at, group] of groups.entries()) {
      const mark = kernel.mark();
      const loss = network.learn(batchOf(group.map(varied)), tableAt(weights), tableAt(gradients), random);
      kernel.release(mark);
      for (const part of Object.keys(total)) total[part] += loss[part] / groups.length;
      adam.step((step) => rateOf(step, at, groups.length));
    }
    progress.epoch += 1;
    return total;
  }

  /** Scores on sentences with the running mean, each word under its best head (no tree is made). */
  function scores(sentences) {
    const table = tableAt(mean);
    const right = { words: 0, upos: 0, uas: 0, las: 0 };
    const best = (at, length) => {
      let most = 0;
      for (let i = 1; i < length; i++) if (kernel.all[at + i] > kernel.all[at + most]) most = i;
      return most;
    };
    for (const group of grouped(sentences, most)) {
      const mark = kernel.mark();
      const batch = batchOf(group);
      const state = network.forward(batch, table);
      const heads = batch.lengths.flatMap((n, s) =>
        Array.from({ length: n }, (_, i) => {
          const { at, width } = state.scores[s];
          const head = best(at / 4 + i * width, n + 1);
          return head === n ? -1 : head;
        }),
      );
      const labels = network.labelled(batch, table, state, heads);
      eachWord(batch, (_, timed, row) => {
        right.words += 1;
        if (best(state.tags / 4 + timed * network.tagWidth, classes.upos) === batch.upos[timed])
          right.upos += 1;
        if (heads[row] !== batch.heads[row]) return;
        right.uas += 1;
        const label = best(labels.scores / 4 + row * network.relationWidth, classes.relations);
        if (plain(vocabulary.relations[label]) === plain(vocabulary.relations[batch.labels[row]]))
          right.las += 1;
      });
      kernel.release(mark);
    }
    const percent = (n) => (100 * n) / right.words;
    return { upos: percent(right.upos), uas: percent(right.uas), las: percent(right.las) };
  }

  /** The tables of the running mean, by name. */
  const learned = () => numbersOf(kernel, shape, tableAt(mean));

  return {
    progress,
    save,
    resume,
    epoch,
    scores,
    learned,
    kernel,
    network,
    shape,
    tableAt,
    weights,
    gradients,
  };
}

/** Relations are scored without their subtype, as in the shared tasks of CoNLL. */
const plain = (relation) => relation.split(':')[0];
