// The second thread of training: learns from a batch with the first thread's weights and gives back the gradients.
import { parentPort, workerData } from 'node:worker_threads';
import { sideBySide } from '../train-analyser/batches.mjs';
import { randomFrom } from '../train-analyser/random.mjs';
import { networkIn } from './learner.mjs';

const { vocabulary, sizes, answers, examples, shared } = workerData;
const { kernel, shape, network, tableAt } = networkIn(vocabulary, sizes, answers);
const [weights, gradients] = [kernel.take(shape.count), kernel.take(shape.count)];

parentPort.on('message', ({ group, dropping }) => {
  kernel.view(weights, shape.count).set(shared.weights);
  const own = kernel.view(gradients, shape.count);
  own.fill(0);
  const mark = kernel.mark();
  const batch = sideBySide(group.map((at) => examples[at]));
  const loss = network.learn(batch, tableAt(weights), tableAt(gradients), randomFrom(dropping));
  kernel.release(mark);
  shared.gradients.set(own);
  parentPort.postMessage(loss);
});
