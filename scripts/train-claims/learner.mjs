// Training of the claim network with Adam, a warm-up and a cosine's decline, as for the analyser. Two batches at a time: a
// second thread has a network of its own, and the gradients are added.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { adamOf } from '../train-analyser/adam.mjs';
import { grouped, sideBySide } from '../train-analyser/batches.mjs';
import { numbersOf } from '../train-analyser/layout.mjs';
import { learnKernel } from '../train-analyser/learn-kernel.mjs';
import { randomFrom } from '../train-analyser/random.mjs';
import { CLASSES, claimNetwork, POINTERS, tablesOf } from './network.mjs';

const ADAM = { beta1: 0.9, beta2: 0.99, mean: 0.998 };
const WARM_UP = 200;

/** Uniform numbers by Glorot and Bengio (2010); forget gates start open (Jozefowicz et al. 2015). */
function initialise({ tables }, h, weights, random) {
  for (const [name, { at, rows, columns }] of Object.entries(tables)) {
    if (name.endsWith('Bias') || name.startsWith('pairs-')) continue;
    if (name.startsWith('bias')) {
      for (const start of [h, 5 * h]) weights.fill(1, at + start, at + start + h);
      continue;
    }
    const gates = /^(?:input|forward|backward)/.test(name);
    const limit =
      name === 'signs'
        ? 0.1
        : rows === 1
          ? 0.1
          : Math.sqrt(6 / (rows + (gates ? h : name === 'views' ? 150 : columns)));
    for (let i = at; i < at + rows * columns; i++) weights[i] = (2 * random.next() - 1) * limit;
  }
}

const sharedNumbers = (count) => new Float32Array(new SharedArrayBuffer(4 * count));

/** The network of a vocabulary in a kernel of its own, and where its tables lie. */
export function networkIn(vocabulary, sizes, answers) {
  const kernel = learnKernel(400);
  const { signs, pairs } = vocabulary;
  const shape = tablesOf(sizes, { signs: signs.names.length, pairs: pairs.names.length, answers });
  const network = claimNetwork(kernel, sizes, answers, { signs: signs.kinds, pairs: pairs.kinds });
  return { kernel, shape, network, tableAt: (base) => (name) => base + shape.tables[name].at * 4 };
}

/**
 * @param examples those to learn from, as `numbered` gives them.
 * @param threads 1 or 2; the same number gives the same weights.
 */
export function claimLearner(vocabulary, sizes, answers, options) {
  const { seed, rate, batch: most, epochs, checkpoint, stamp, from, examples = [], threads = 1 } = options;
  const { kernel, shape, network, tableAt } = networkIn(vocabulary, sizes, answers);
  const { count } = shape;
  const adam = adamOf(kernel, count, ADAM);
  const { weights, gradients, mean } = adam;
  let random = randomFrom(seed);
  initialise(shape, sizes.hidden, kernel.view(weights, count), random);
  adam.begin();
  if (from !== undefined && adam.load(from, () => true) === undefined)
    throw new Error(`${from}: no checkpoint to begin from`);
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

  const shared = { weights: sharedNumbers(count), gradients: sharedNumbers(count) };
  const second =
    threads < 2
      ? undefined
      : new Worker(new URL('./second-thread.mjs', import.meta.url), {
          workerData: { vocabulary, sizes, answers, examples, shared },
        });
  const place = new Map(examples.map((example, at) => [example, at]));
  function learn(group) {
    const mark = kernel.mark();
    const loss = network.learn(sideBySide(group), tableAt(weights), tableAt(gradients), random);
    kernel.release(mark);
    return loss;
  }

  /** One pass over the examples; gives the mean loss. */
  async function epoch() {
    const groups = grouped(examples, most, random);
    const total = { answers: 0, pointers: 0 };
    const add = (loss) => {
      for (const part of Object.keys(total)) total[part] += loss[part] / groups.length;
    };
    const steps = Math.ceil(groups.length / threads) * epochs;
    for (let at = 0; at < groups.length; at += threads) {
      const other = second === undefined ? undefined : groups[at + 1];
      if (other !== undefined) {
        shared.weights.set(kernel.view(weights, count));
        const dropping = Math.floor(random.next() * 2 ** 32);
        second.postMessage({ group: other.map((example) => place.get(example)), dropping });
      }
      const answered = other === undefined ? undefined : once(second, 'message');
      add(learn(groups[at]));
      if (answered !== undefined) {
        add((await answered)[0]);
        const own = kernel.view(gradients, count);
        for (let i = 0; i < count; i++) own[i] = (own[i] + shared.gradients[i]) / 2;
      }
      adam.step(
        (step) =>
          rate *
          Math.min(1, step / WARM_UP) *
          0.5 *
          (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps)),
      );
    }
    progress.epoch += 1;
    return total;
  }

  /** Ends the second thread. */
  const end = () => second?.terminate();

  /** How much of what is annotated the running mean's network finds, as a line to print. */
  function scores(examples) {
    const table = tableAt(mean);
    const { all } = kernel;
    const best = (at, length) => {
      let top = 0;
      for (let i = 1; i < length; i++) if (all[at + i] > all[at + top]) top = i;
      return top;
    };
    const tally = {};
    const count = (name, right) => {
      tally[name] ??= [0, 0];
      tally[name][1] += 1;
      if (right) tally[name][0] += 1;
    };
    let [read, right, gold] = [0, 0, 0];
    for (const group of grouped(examples, most)) {
      const mark = kernel.mark();
      const batch = sideBySide(group);
      const state = network.forward(batch, table);
      batch.sentences.forEach((sentence, s) => {
        const targets = new Map(sentence.asked.map((target) => [target.word, target]));
        for (let t = 0; t < batch.lengths[s]; t++) {
          const row = state.scores / 4 + (batch.starts[s] + t) * network.answersWidth;
          const act = best(row + network.starts.acts, answers.acts);
          if (act > 0) read += 1;
          if (sentence.acts[t] > 0) gold += 1;
          if (act > 0 && act === sentence.acts[t]) right += 1;
          for (const name of CLASSES) {
            const wanted = targets.get(t)?.[name];
            if (typeof wanted === 'number')
              count(name, best(row + network.starts[name], answers[name]) === wanted);
          }
          if (sentence.conditionActs[t] > 0)
            count(
              'conditionActs',
              best(row + network.starts.conditionActs, answers.conditionActs) === sentence.conditionActs[t],
            );
        }
        for (const target of sentence.asked)
          for (const [p, name] of POINTERS.entries()) {
            const golds = target[name] ?? [];
            if (golds.length === 0) continue;
            const into = new Float32Array(batch.lengths[s] + 1);
            network.pointed(table, state, batch, s, target, p, into);
            const top = into.indexOf(Math.max(...into));
            const ok = golds.includes(top === batch.lengths[s] ? -1 : top);
            count(target.any ? `condition's ${name}` : name, ok);
            if (name === 'condition') count(golds[0] < 0 ? 'no condition' : 'a condition', ok);
          }
      });
      kernel.release(mark);
    }
    const share = (a, b) => ((100 * a) / Math.max(1, b)).toFixed(1);
    return [
      `acts P ${share(right, read)} R ${share(right, gold)} F ${share(2 * right, read + gold)} of ${gold}`,
      ...Object.entries(tally).map(([name, [ok, of]]) => `${name} ${share(ok, of)}`),
    ].join(', ');
  }

  /** The tables of the running mean, by name. */
  const learned = () => numbersOf(kernel, shape, tableAt(mean));

  return {
    progress,
    save,
    resume,
    epoch,
    end,
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
