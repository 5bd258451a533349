import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimNetworkFromWeights,
  claimsFromReport,
  claimWeightsFromBytes,
  knownNames,
  lexiconFromFiles,
} from '../src/claims/index.ts';
import { reportFromText } from '../src/report/index.ts';
import { ANALYSER_WEIGHTS, readAnalyser } from '../src/store/analyser-weights.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';
import { wordVectorsFromWeights } from '../src/text/index.ts';
import { expectSlopes } from './slopes.ts';

const scripts = resolve(import.meta.dirname, '../scripts/train-claims');
const load = (name: string) => import(join(scripts, name));

/** Reports in which the same few things happen under many names, for a small network to learn in seconds. */
function reports(): string {
  const pairs = [
    ['Norway', 'NOR', 'Sweden', 'SWE'],
    ['Chile', 'CHL', 'Peru', 'PER'],
    ['Kenya', 'KEN', 'Ghana', 'GHA'],
    ['Japan', 'JPN', 'India', 'IND'],
  ] as const;
  return pairs
    .flatMap(([one, first, other, second], i) => [
      `#### 2024-0${i + 1}-01 | wire
${one} zorbled the treaty. ${other} did not zorble it. ${other} will zorble it if ${one} flims.

----
press | ratify ${first} | ${one} | done+ | ${one} *zorbled* the treaty
press | ratify ${second} | ${other} | done- | ${other} did not *zorble* it
${second} | ratify ${second} | ${other} | offered+ | ${other} will *zorble* it | if agree ${first} + : flims
`,
    ])
    .join('\n');
}

describe('training the claim reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'train-claims-'));
  const out = join(folder, 'claims.bin');
  let said = '';
  beforeAll(() => {
    writeFileSync(join(folder, 'own.txt'), reports());
    const sizes = ['--hidden', '16', '--sign', '20', '--pointer', '8', '--fewest', '2'];
    const script = join(scripts, 'train.mjs');
    const run = spawnSync(
      process.execPath,
      [
        script,
        folder,
        '--epochs',
        '120',
        '--rate',
        '0.02',
        '--batch',
        '40',
        '--out',
        out,
        '--checkpoint',
        join(folder, 'c'),
        ...sizes,
      ],
      { encoding: 'utf8' },
    );
    expect(run.status, run.stderr).toBe(0);
    said = run.stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('learns: the loss falls', () => {
    const losses = [...said.matchAll(/answers ([\d.]+)/g)].map((match) => Number(match[1]));
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 4);
  });

  it('gives weights by which words that no lexicon knows are read as claims', () => {
    const vectors = wordVectorsFromWeights(readFileSync(ANALYSER_WEIGHTS));
    const network = claimNetworkFromWeights(claimWeightsFromBytes(readFileSync(out)), vectors);
    const lexicon = lexiconFromFiles(readStandoffFiles(boxFolder), network);
    const report = reportFromText('Chile zorbled the treaty. Brazil will zorble it if Chile flims.');
    const tree = readAnalyser().read(report.text, knownNames(lexicon));
    const claims = claimsFromReport(report, tree, lexicon, 0);
    expect(claims.map(({ act, actor, modality }) => [act, actor, modality])).toEqual([
      ['ratify', 'CHL', 'done'],
      ['ratify', 'BRA', 'offered'],
    ]);
    expect(claims[1]!.condition).toMatchObject({ act: 'agree', actor: 'CHL', relation: 'if' });
  });

  it('refuses a damaged file of weights', () => {
    const bytes = readFileSync(out);
    expect(() => claimWeightsFromBytes(bytes.subarray(0, bytes.length / 2))).toThrow(
      /models\/claims\.bin: the weights are damaged/,
    );
    expect(() => claimWeightsFromBytes(new Uint8Array(40))).toThrow(
      /models\/claims\.bin: the weights are damaged/,
    );
  });
});

describe('annotated reports', () => {
  it.each([
    ['a quote that is not in the text', 'press | test RUS | Russia | done+ | Russia *tasted*'],
    ['an unreadable deed', 'press | test | Russia | done+ | Russia *tested*'],
    ['a word that is not marked', 'press | test RUS | Russia | done+ | Russia tested'],
  ])('with %s are refused with their place', async (_, line) => {
    const { annotatedReports } = await load('reports.mjs');
    const content = `#### 2024-01-01 | wire\nRussia tested.\n\n----\n${line}\n`;
    expect(() => annotatedReports('own.txt', content)).toThrow(/own\.txt, report 1: cannot be read/);
  });
});

describe('the gradient of the claim network', () => {
  it('is the slope of the loss, for every table', async () => {
    const [{ claimLearner }, { sideBySide }, { randomFrom }] = await Promise.all(
      ['learner.mjs', '../train-analyser/batches.mjs', '../train-analyser/random.mjs'].map(load),
    );
    const random = randomFrom(7);
    const whole = (below: number) => Math.floor(random.next() * below);
    const signsOf = (many: number) => ({
      names: Array.from({ length: many }, (_, row) => `s${row}`),
      kinds: new Uint8Array(many),
    });
    const sizes = { input: 12, sign: 12, hidden: 8, pointer: 8 };
    const answers = { acts: 4, conditionActs: 3, manner: 4, relation: 2, speaker: 3 };
    const { kernel, network, shape, tableAt, weights, gradients } = claimLearner(
      { signs: signsOf(9), pairs: signsOf(6) },
      sizes,
      answers,
      { seed: 5, rate: 0, batch: 100, epochs: 1 },
    );
    const batch = sideBySide(
      [5, 3, 6].map((length) => ({
        words: Array.from({ length }, () => ({
          own: Float32Array.from({ length: 8 }, () => random.next() - 0.5),
          above: Float32Array.from({ length: 4 }, () => random.next() - 0.5),
          signs: Int32Array.of(whole(9), whole(9)),
        })),
        acts: Array.from({ length }, () => whole(4)),
        conditionActs: Array.from({ length }, () => whole(3)),
        asked: [
          {
            word: 1,
            manner: whole(4),
            speaker: whole(3),
            actors: [0, 2],
            condition: [-1],
            speakers: [0, 2],
            pairs: Array.from({ length: length + 1 }, () => [whole(6)]),
          },
          {
            word: 2,
            relation: whole(2),
            actors: [0, -1],
            any: true,
            pairs: Array.from({ length: length + 1 }, () => [whole(6), whole(6)]),
          },
        ],
      })),
    );
    const loss = (): number => {
      const mark = kernel.mark();
      const parts = network.learn(batch, tableAt(weights), tableAt(gradients));
      kernel.release(mark);
      return parts.answers + parts.pointers;
    };
    expectSlopes({ kernel, shape, weights, gradients }, loss, () => random.next());
  });
});

describe('annotated sentences', () => {
  it('say who does what by which words, and who speaks', async () => {
    const { annotatedSentences } = await load('phrases.mjs');
    const [two, none] = annotatedSentences(
      'own.txt',
      'break-off PRK>KOR North threatened+ door ; exercise KOR South demanded- games#2 by PRK | War games or no war games, the North will slam the door on the South.\n- | The games begin in May.\n',
    );
    expect(none.claims).toEqual([]);
    const { text } = two;
    expect(two.claims).toMatchObject([
      {
        act: 'break-off',
        actor: 'PRK',
        target: 'KOR',
        actorWord: 'North',
        modality: 'threatened',
        polarity: 'positive',
        speaker: { actor: 'PRK' },
        at: text.indexOf('door'),
      },
      {
        act: 'exercise',
        actor: 'KOR',
        actorWord: 'South',
        modality: 'demanded',
        polarity: 'negative',
        speaker: { actor: 'PRK' },
        at: text.lastIndexOf('games'),
      },
    ]);
  });

  it.each([
    ['a word that is not there', 'test RUS Russia done+ blast | Russia tested.'],
    ['an unreadable deed', 'test Russia done+ tested | Russia tested.'],
    ['no bar', 'test RUS Russia done+ tested'],
  ])('with %s are refused with their line', async (_, line) => {
    const { annotatedSentences } = await load('phrases.mjs');
    expect(() => annotatedSentences('own.txt', `- | Nothing happened.\n${line}\n`)).toThrow(/^own\.txt:2: /);
  });
});
