import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnalyser } from '../store/analyser-weights.ts';
import { windowsOf } from './windows.ts';

const analyser = readAnalyser();
const sentences = (text: string) =>
  analyser.read(text).sentences.map(({ start, end }) => text.slice(start, end));
const words = (text: string) =>
  analyser.read(text).sentences.flatMap((sentence) => sentence.words.map(({ form }) => form));

describe('sentences', () => {
  it.each([
    [
      'He met U.S. President Trump on Jan. 5. He left.',
      ['He met U.S. President Trump on Jan. 5.', 'He left.'],
    ],
    ['A title\n- One bullet\n- Two. Three.', ['A title', 'One bullet', 'Two.', 'Three.']],
    ['“We will not.” He said so.', ['“We will not.”', 'He said so.']],
    ['The U.S. The end.', ['The U.S.', 'The end.']],
    ['J. R. Smith of No. 5 said 3.5 kt. Next', ['J. R. Smith of No. 5 said 3.5 kt.', 'Next']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('words', () => {
  it.each([
    ["Russia's tests don't stop.", ['Russia', "'s", 'tests', 'do', "n't", 'stop', '.']],
    ['a 15-year pre-war U.S. ban, 3.5%', ['a', '15', '-', 'year', 'pre-war', 'U.S.', 'ban', ',', '3.5', '%']],
    ['It cannot (yet).', ['It', 'can', 'not', '(', 'yet', ')', '.']],
    ['“Yes,” he said…', ['“', 'Yes', ',', '”', 'he', 'said', '…']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('quotations', () => {
  it('run to the end of their paragraph where they are not closed', () => {
    const text = 'He said: “One.\n“Two.” Three "four" five';
    expect(
      analyser.read(text).quotations.map(({ start, end, closed }) => [text.slice(start, end), closed]),
    ).toEqual([
      ['“One.', false],
      ['“Two.”', true],
      ['"four"', true],
    ]);
  });
});

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.lorem({ maxCount: 60 }),
    fc.string({ maxLength: 300 }),
  );

  it('gives a tree whose words stand in the text, in order, each under one root', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = analyser.read(text);
        expect(tree.text).toBe(text);
        let end = 0;
        for (const sentence of tree.sentences) {
          expect(sentence.words.filter(({ head }) => head < 0)).toHaveLength(1);
          for (const word of sentence.words) {
            expect(text.slice(word.start, word.end)).toBe(word.form);
            expect(word.start).toBeGreaterThanOrEqual(end);
            end = word.end;
            // Every word leads to the root: no ring.
            let up = word;
            for (let steps = 0; up.head >= 0; steps++) {
              expect(steps).toBeLessThan(sentence.words.length);
              up = sentence.words[up.head]!;
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('sentences that are read side by side', () => {
  const lines = [
    'Russia has not tested a nuclear weapon since 1990, and says it will not unless others do.',
    'The treaty was signed by China.',
    'No.',
    'In October the minister, who had met his colleague in Geneva, said that talks could resume if both sides agreed.',
    'RUSSIA WARNS US OVER TESTS',
  ];
  const arcs = (text: string) =>
    analyser
      .read(text)
      .sentences.map(({ words: inside }) =>
        inside.map(({ form, upos, lemma, head, relation }) => ({ form, upos, lemma, head, relation })),
      );

  it('give the trees that each gives alone', () => {
    const together = arcs([...lines, ...lines, ...lines, ...lines].join('\n'));
    expect(together.slice(0, lines.length)).toEqual(lines.flatMap(arcs));
    expect(together.slice(-lines.length)).toEqual(lines.flatMap(arcs));
  });
});

describe('a sentence of more words than are read at once', () => {
  it('is cut behind a semicolon, else behind a comma, else anywhere', () => {
    const forms = (text: string) => text.split(' ');
    expect(windowsOf(forms('a b c'), 4)).toEqual([[0, 3]]);
    expect(windowsOf(forms('a b c ; , d e'), 5)).toEqual([
      [0, 4],
      [4, 7],
    ]);
    expect(windowsOf(forms('a b c , d e f g'), 5)).toEqual([
      [0, 4],
      [4, 8],
    ]);
    expect(windowsOf(forms('a b c d e'), 2)).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
  });

  it('is one tree, its later windows side by side with the first', () => {
    const text = `It ${'sent a letter, '.repeat(80)}and left.`;
    const [sentence, ...others] = analyser.read(text).sentences;
    expect(others).toEqual([]);
    expect(sentence!.words.length).toBeGreaterThan(300);
    const root = sentence!.words.find(({ head }) => head < 0)!;
    const joined = sentence!.words.filter(
      ({ head, relation, index }) => head === root.index && relation === 'parataxis' && index > 100,
    );
    expect(joined.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the trained tree', () => {
  it.each([
    [
      'Russia has not tested a nuclear weapon.',
      'tested',
      [
        ['Russia', 'nsubj'],
        ['not', 'advmod'],
        ['weapon', 'obj'],
      ],
    ],
    [
      'The treaty was signed by China.',
      'signed',
      [
        ['treaty', 'nsubj:pass'],
        ['China', 'obl:agent'],
      ],
    ],
  ])('%j', (text, root, arcs) => {
    const [sentence] = analyser.read(text).sentences;
    const head = sentence!.words.find((word) => word.head < 0)!;
    expect(head.form).toBe(root);
    for (const [form, relation] of arcs) {
      expect(sentence!.words.find((word) => word.form === form)).toMatchObject({
        head: head.index,
        relation,
      });
    }
  });
});
