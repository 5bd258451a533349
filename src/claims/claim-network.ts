import { INPUT, type Loaded, planMemory, runLayer, STATE, stepRoom } from '../text/network-memory.ts';
import { type Batch, batchOf, grouped, WORDS_AT_MOST } from '../text/side-by-side.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { ACTS, type Act, MODALITIES, type Modality, type Polarity, RELATIONS } from './claim.ts';
import type { ClaimWeights } from './claim-weights.ts';

/** A word as the network takes it. */
export interface WordInput {
  readonly form: string;
  /** The form of its governor, where it has one. */
  readonly above?: string;
  readonly signs: readonly string[];
}

/** Questions that the network answers of a word, with the possible answers in the order of its scores. */
export const ANSWERS = {
  acts: [undefined, ...ACTS] as readonly (Act | undefined)[],
  conditionActs: [undefined, ...ACTS, 'other'] as readonly (Act | 'other' | undefined)[],
  manner: MODALITIES.flatMap((modality): { modality: Modality; polarity: Polarity }[] => [
    { modality, polarity: 'positive' },
    { modality, polarity: 'negative' },
  ]),
  relation: RELATIONS.flatMap((relation) => [
    { relation, polarity: 'positive' as Polarity },
    { relation, polarity: 'negative' as Polarity },
  ]),
  speaker: ['press', 'own', 'other'] as const,
};
export type Question = keyof typeof ANSWERS;
/** What a word points at: who acts, the word that names the condition's act, who speaks. */
export type Pointer = 'actors' | 'condition' | 'speakers';

/** What the network says of one sentence. */
export interface ClaimReading {
  /** How likely each answer is, in the order of `ANSWERS`; they sum to one. */
  answer(word: number, question: Question): Float32Array;
  /**
   * How likely a word points at each word of its sentence and, last, at none.
   * @param between the signs between it and each of them, none last.
   */
  point(word: number, pointer: Pointer, between: readonly (readonly string[])[]): Float32Array;
}

/** Reads sentences, none of them empty or longer than `LONGEST_CLAIMED` words. */
export interface ClaimNetwork {
  /** What signs of candidates add (`candidates.ts`). */
  readonly actors: ReadonlyMap<string, number>;
  readonly speakers: ReadonlyMap<string, number>;
  read(sentences: readonly (readonly WordInput[])[]): readonly ClaimReading[];
}

/** Longer sentences are read in stretches of so many words. */
export const LONGEST_CLAIMED = 300;

const POINTERS: readonly Pointer[] = ['actors', 'condition', 'speakers'];
const padded = (width: number) => Math.ceil(width / 8) * 8;

/** Softmax of scores, in place. */
function probabilities(scores: Float32Array): Float32Array {
  const most = scores.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - most);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
  return scores;
}

/**
 * The claim network: vectors of a word and of its governor, and the word's signs → two layers of BiLSTM → answers by word,
 * and pointers from word to word (as in Dozat and Manning's parser of 2017), on weights of one byte.
 */
export function claimNetworkFromWeights(weights: ClaimWeights, vectors: WordVectors): ClaimNetwork {
  const { matrices, rows, sign: signWidth, pointer: pointerWidth } = weights;
  const h = matrices.forward1.rows;
  const inputs = matrices.input1.rows;
  const answersWidth = matrices.answers.columns;
  const wide = matrices.views.columns;
  const starts = {} as Record<Question, number>;
  let start = 0;
  for (const question of Object.keys(ANSWERS) as Question[]) {
    starts[question] = start;
    start += padded(ANSWERS[question].length);
  }
  const plan = planMemory();
  const { reserve } = plan;
  const input1 = plan.matrix(matrices.input1, INPUT);
  const [forward1, backward1] = [
    plan.matrix(matrices.forward1, STATE),
    plan.matrix(matrices.backward1, STATE),
  ];
  const input2 = plan.matrix(matrices.input2, STATE);
  const [forward2, backward2] = [
    plan.matrix(matrices.forward2, STATE),
    plan.matrix(matrices.backward2, STATE),
  ];
  const answers = plan.matrix(matrices.answers, STATE);
  const answersInput = plan.matrix(matrices.answersInput, INPUT);
  const views = plan.matrix(matrices.views, STATE);
  const viewsInput = plan.matrix(matrices.viewsInput, INPUT);
  const [bias1, bias2] = [plan.row(rows.bias1), plan.row(rows.bias2)];
  const [answersBias, viewsBias] = [plan.row(rows.answersBias), plan.row(rows.viewsBias)];
  const room = stepRoom(plan, h);
  const at = {
    inputs: reserve(WORDS_AT_MOST * inputs * 2),
    gates: reserve(WORDS_AT_MOST * h * 32),
    index: reserve(WORDS_AT_MOST * 4),
    lower: reserve(WORDS_AT_MOST * h * 4),
    upper: reserve(WORDS_AT_MOST * h * 4),
    answers: reserve(WORDS_AT_MOST * answersWidth * 4),
    views: reserve(WORDS_AT_MOST * wide * 4),
  };
  const { kernel, floats, halves, numbers } = plan.start();
  const lower = { ...room, directions: [forward1, backward1] as const };
  const upper = { ...room, directions: [forward2, backward2] as const };

  const sum = new Float32Array(inputs);
  function embed({ form, above, signs }: WordInput, row: number): void {
    sum.fill(0);
    sum.set(vectors.of(form));
    if (above !== undefined) sum.set(vectors.of(above).subarray(0, vectors.width), vectors.full);
    const from = vectors.full + vectors.width;
    for (const name of signs) {
      const place = weights.signs.get(name);
      if (place === undefined) continue;
      const scale = weights.signScales[place]!;
      for (let j = 0; j < signWidth; j++) sum[from + j]! += weights.signBytes[place * signWidth + j]! * scale;
    }
    const to = at.inputs / 2 + row * inputs;
    for (let j = 0; j < inputs; j++)
      halves[to + j] = Math.max(-32_767, Math.min(32_767, Math.round(sum[j]! * INPUT)));
  }

  function pairScore(pointer: Pointer, between: readonly string[]): number {
    const added = rows[`pairs-${pointer}`];
    let total = 0;
    for (const name of between) total += added[weights.pairs.get(name) ?? -1] ?? 0;
    return total;
  }

  function readingOf(own: Float32Array, seen: Float32Array): ClaimReading {
    const words = own.length / answersWidth;
    return {
      answer(word, question) {
        const from = word * answersWidth + starts[question];
        return probabilities(own.slice(from, from + ANSWERS[question].length));
      },
      point(word, pointer, between) {
        const column = 2 * pointerWidth * POINTERS.indexOf(pointer);
        const query = seen.subarray(word * wide + column, word * wide + column + pointerWidth);
        const none = rows[`none-${pointer}`];
        const product = (key: Float32Array, from: number): number => {
          let total = 0;
          for (let i = 0; i < pointerWidth; i++) total += query[i]! * key[from + i]!;
          return total;
        };
        const scores = new Float32Array(words + 1);
        for (let other = 0; other < words; other++)
          scores[other] =
            other === word
              ? -1e9
              : product(seen, other * wide + column + pointerWidth) + pairScore(pointer, between[other]!);
        scores[words] = product(none, 0) + pairScore(pointer, between[words]!);
        return probabilities(scores);
      },
    };
  }

  function readBatch(batch: Batch<WordInput>): ClaimReading[] {
    const { sentences, counts, offsets, words } = batch;
    for (const [t, count] of counts.entries())
      for (let s = 0; s < count; s++) embed(sentences[s]![t]!, offsets[t]! + s);
    const row = 32 * h;
    kernel.multiply(
      words,
      8 * h,
      inputs / 2,
      at.inputs,
      inputs * 2,
      input1.w,
      input1.scales,
      bias1,
      at.gates,
      row,
    );
    for (let i = 0; i < words; i++) numbers[at.index / 4 + i] = i;
    runLayer(kernel, batch, lower, at.lower, (side, offset, count) => {
      kernel.gather(count, at.index + offset * 4, at.gates + side * 16 * h, row, 16 * h, room.step);
    });
    runLayer(kernel, batch, upper, at.upper, (side, offset, count) => {
      const half = side * 4 * h;
      const from = at.lower + offset * 4 * h;
      const [w, scales] = [input2.w + half * 2 * h, input2.scales + half * 4];
      kernel.multiply(count, 4 * h, h, from, 4 * h, w, scales, bias2 + half * 4, room.step, 16 * h);
    });
    const ask = (top: Loaded, input: Loaded, bias: number, to: number) => {
      const width = top.columns;
      kernel.multiply(words, width, h, at.upper, 4 * h, top.w, top.scales, bias, to, width * 4);
      kernel.multiply(
        words,
        width,
        inputs / 2,
        at.inputs,
        inputs * 2,
        input.w,
        input.scales,
        0,
        to,
        width * 4,
      );
    };
    ask(answers, answersInput, answersBias, at.answers);
    ask(views, viewsInput, viewsBias, at.views);
    kernel.rectify(words, wide, at.views, wide * 4);
    return sentences.map((sentence, s) => {
      const own = new Float32Array(sentence.length * answersWidth);
      const seen = new Float32Array(sentence.length * wide);
      for (const t of sentence.keys()) {
        const from = offsets[t]! + s;
        own.set(
          floats.subarray(at.answers / 4 + from * answersWidth).subarray(0, answersWidth),
          t * answersWidth,
        );
        seen.set(floats.subarray(at.views / 4 + from * wide).subarray(0, wide), t * wide);
      }
      return readingOf(own, seen);
    });
  }

  return {
    actors: weights.actors,
    speakers: weights.speakers,
    read(sentences) {
      const readings: ClaimReading[] = [];
      for (const group of grouped(sentences)) {
        const batch = batchOf(group.map((index) => sentences[index]!));
        readBatch(batch).forEach((reading, i) => {
          readings[group[i]!] = reading;
        });
      }
      return readings;
    },
  };
}
