import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyserFromWeights } from '../src/text/index.ts';
import { expectSlopes } from './slopes.ts';

const scripts = resolve(import.meta.dirname, '../scripts/train-analyser');
const treebank = resolve(import.meta.dirname, 'fixtures/tiny-treebank');

/** Trains a small network on twenty sentences; gives what it said on its way. */
function train(folder: string, name: string, ...options: string[]): string {
  const files = ['--checkpoint', join(folder, `${name}.checkpoint`), '--out', join(folder, `${name}.bin`)];
  const sizes = ['--epochs', '60', '--hidden', '32', '--batch', '20', '--rate', '0.01', '--closing', '1'];
  const script = join(scripts, 'train.mjs');
  const { stderr, status } = spawnSync(process.execPath, [script, treebank, ...files, ...sizes, ...options], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stderr;
}

describe('training the analyser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'train-analyser-'));
  let said = '';
  beforeAll(() => {
    said = train(folder, 'whole');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('learns: the loss falls from epoch to epoch', () => {
    const losses = [...said.matchAll(/loss ([\d.]+)/g)].map((match) => Number(match[1]));
    expect(losses).toHaveLength(61);
    expect(losses[59]!).toBeLessThan(losses[0]! / 4);
  });

  it('gives weights that read sentences of the same kind', () => {
    const analyser = analyserFromWeights(readFileSync(join(folder, 'whole.bin')));
    const [sentence] = analyser.read('If talks fail, China will wait.').sentences;
    const arcs = sentence!.words.map(({ form, relation, head }) => [
      form,
      relation,
      sentence!.words[head]?.form,
    ]);
    expect(arcs).toContainEqual(['wait', 'root', undefined]);
    expect(arcs).toContainEqual(['China', 'nsubj', 'wait']);
    expect(arcs).toContainEqual(['fail', 'advcl', 'wait']);
    expect(arcs).toContainEqual(['If', 'mark', 'fail']);
  });

  it('gives the same weights when it was stopped and started again', () => {
    train(folder, 'halved', '--stop-after', '9');
    expect(train(folder, 'halved')).toContain('going on after epoch 9');
    expect(readFileSync(join(folder, 'halved.bin')).equals(readFileSync(join(folder, 'whole.bin')))).toBe(
      true,
    );
  });
});

describe('the kernels', () => {
  it('are what their source gives', () => {
    const output = execFileSync(process.execPath, [join(scripts, 'build-kernels.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect(output).toContain('kernel-bytes.ts');
  });
});

describe('the gradient', () => {
  it('is the slope of the loss, for every table', async () => {
    const load = (name: string) => import(join(scripts, name));
    const [{ learnerOf }, { batchOf }, { randomFrom }] = await Promise.all(
      ['learner.mjs', 'batches.mjs', 'random.mjs'].map(load),
    );
    const random = randomFrom(3);
    const whole = (below: number) => Math.floor(random.next() * below);
    const vocabulary = {
      learned: 4,
      vectors: new Float32Array(4 * 12).map(() => random.next() - 0.5),
      upos: ['x', 'y', 'z'],
      xpos: ['p', 'q', 'r', 's'],
      relations: ['k', 'l', 'root'],
    };
    const { kernel, network, shape, tableAt, weights, gradients } = learnerOf(
      vocabulary,
      { word: 12, hidden: 8, arc: 8, label: 8 },
      { seed: 5, rate: 0, batch: 100, epochs: 1, checkpoint: '', stamp: '' },
    );
    const batch = batchOf(
      [5, 3, 5, 1, 7].map((length) => {
        const root = whole(length);
        const words = Array.from({ length }, () => {
          const vector = whole(5) - 1;
          return { vector, learned: vector, rows: [1, 2, 3, 4].map(() => whole(200)) };
        });
        return {
          words,
          upos: words.map(() => whole(3)),
          xpos: words.map(() => whole(4)),
          heads: words.map((_, at) => (at === root ? -1 : root)),
          labels: words.map(() => whole(3)),
        };
      }),
    );
    const loss = (): number => {
      const mark = kernel.mark();
      const { tags, heads, labels } = network.learn(batch, tableAt(weights), tableAt(gradients));
      kernel.release(mark);
      return tags + heads + labels;
    };
    expectSlopes({ kernel, shape, weights, gradients }, loss, () => random.next());
  });
});
