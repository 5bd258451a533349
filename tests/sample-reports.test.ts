import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Claim, claimsFromReport, knownNames } from '../src/claims/index.ts';
import { reportFromText } from '../src/report/index.ts';
import { readAnalyser } from '../src/store/analyser-weights.ts';
import { readLexicon } from '../src/store/reader-lexicon.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';

const files = readStandoffFiles(boxFolder);
const lexicon = readLexicon(files);
const analyser = readAnalyser();

function claimsOf(path: string): readonly Claim[] {
  const report = reportFromText(readFileSync(path, 'utf8'));
  return claimsFromReport(report, analyser.read(report.text, knownNames(lexicon)), lexicon);
}

/** A claim that a report must yield: fields, and words that its quote must contain. */
type Expected = Partial<Omit<Claim, 'quote' | 'condition'>> & {
  readonly words: string;
  readonly condition?: Partial<NonNullable<Claim['condition']>>;
};

function find(claims: readonly Claim[], { words, condition, ...fields }: Expected): Claim | undefined {
  return claims.find(
    (claim) =>
      claim.quote.includes(words) &&
      Object.entries(fields).every(([key, value]) => {
        const found = claim[key as keyof Claim];
        return typeof value === 'object'
          ? expect.objectContaining(value).asymmetricMatch(found)
          : found === value;
      }) &&
      (condition === undefined || expect.objectContaining(condition).asymmetricMatch(claim.condition)),
  );
}

function table(path: string, expected: readonly Expected[], forbidden: readonly Partial<Claim>[] = []) {
  const claims = claimsOf(path);
  const text = readFileSync(path, 'utf8');
  it.each(expected.map((row) => [`${row.actor} ${row.act}: ${row.words}`, row] as const))('%s', (_, row) => {
    expect(
      find(claims, row),
      JSON.stringify(
        claims.filter(({ act }) => act === row.act),
        null,
        1,
      ),
    ).toBeDefined();
  });
  it.each(forbidden.map((row) => [JSON.stringify(row), row] as const))('does not claim %s', (_, row) => {
    expect(claims.filter((claim) => expect.objectContaining(row).asymmetricMatch(claim))).toEqual([]);
  });
  it('shows every claim in its own words', () => {
    for (const { quote, span } of claims) expect(quote).toBe(text.slice(span.start, span.end));
  });
}

const reports = resolve(import.meta.dirname, '../standoffs/nuclear-testing/reports');

describe('the report that the project was built for', () => {
  const path = resolve(import.meta.dirname, '../../shared/reports/act-first.txt');
  if (!existsSync(path)) {
    it.skip('is not beside this checkout');
    return;
  }
  table(path, [
    {
      act: 'initiate',
      actor: 'USA',
      modality: 'demanded',
      speaker: { actor: 'RUS' },
      words: 'Trump act first',
    },
    {
      act: 'resume-test',
      actor: 'RUS',
      modality: 'considered',
      polarity: 'positive',
      speaker: { actor: 'RUS' },
      condition: { actor: 'USA' },
      words: 'resuming nuclear testing',
    },
    {
      act: 'engage',
      actor: 'RUS',
      speaker: { actor: 'RUS' },
      condition: { actor: 'USA', relation: 'only-if' },
      words: 'willingness to engage first',
    },
    {
      act: 'resume-test',
      actor: 'RUS',
      modality: 'considered',
      speaker: { actor: 'RUS', person: 'Sergey Ryabkov' },
      words: 'nuclear testing',
    },
    { act: 'resume-test', actor: 'USA', modality: 'considered', words: 'resuming nuclear tests' },
    {
      act: 'test',
      actor: 'USA',
      modality: 'done',
      polarity: 'positive',
      time: { from: '1992' } as Claim['time'],
      words: '1992',
    } as Expected,
    {
      act: 'test',
      actor: 'RUS',
      modality: 'done',
      polarity: 'negative',
      words: 'has not conducted any nuclear tests',
    },
    {
      act: 'test',
      actor: 'RUS',
      modality: 'done',
      polarity: 'positive',
      words: 'last test occurring in 1990',
    },
    { act: 'modernise', actor: 'RUS', modality: 'done', words: 'modernizing' },
    { act: 'modernise', actor: 'USA', modality: 'done', words: 'modernizing' },
    { act: 'modernise', actor: 'CHN', modality: 'done', words: 'modernizing' },
    {
      act: 'resume-test',
      actor: 'RUS',
      condition: { act: 'test', actor: 'USA', relation: 'if', polarity: 'positive' },
      words: 'resuming tests',
    },
    { act: 'revoke-ratification', actor: 'RUS', modality: 'done', object: 'ctbt', words: 'revoked' },
    { act: 'sign', actor: 'USA', modality: 'done', polarity: 'positive', object: 'ctbt', words: 'signed' },
    {
      act: 'ratify',
      actor: 'USA',
      modality: 'done',
      polarity: 'negative',
      object: 'ctbt',
      words: 'ratified',
    },
    { act: 'engage', actor: 'RUS', modality: 'offered', words: 'improving relations' },
    {
      act: 'initiate',
      actor: 'USA',
      modality: 'demanded',
      speaker: { actor: 'RUS' },
      words: 'initiate any dialogue',
    },
    { act: 'break-off', actor: 'USA', modality: 'done', words: 'halted conversations' },
    { act: 'cease-fire', actor: 'RUS', polarity: 'negative', words: 'ceasefires' },
  ]);
});

describe('a wire story with quotations', () => {
  table(`${reports}/wire-story.txt`, [
    {
      act: 'comply',
      actor: 'RUS',
      object: 'ctbt',
      condition: { act: 'test', actor: 'USA', relation: 'unless' },
      words: 'keep to',
    },
    {
      act: 'respond',
      actor: 'RUS',
      speaker: { actor: 'RUS', person: 'Vladimir Putin' },
      condition: { actor: 'USA' },
      words: 'have to respond',
    },
    {
      // Demanded ("it was advisable"), but read as considered: a known fault, docs/reader.md.
      act: 'prepare-test',
      actor: 'RUS',
      words: 'prepare for full-scale nuclear tests',
    },
    { act: 'test', actor: 'USA', modality: 'done', polarity: 'positive', words: 'September 1992' },
    { act: 'test', actor: 'RUS', modality: 'done', polarity: 'negative', words: 'October 1990' },
    { act: 'comply', actor: 'USA', modality: 'demanded', speaker: { actor: 'CHN' }, words: 'moratorium' },
    { act: 'test', actor: 'CHN', modality: 'denied', polarity: 'negative', words: 'secret tests' },
  ]);
});

describe('a short bulletin', () => {
  table(`${reports}/bulletin.txt`, [
    { act: 'suspend', actor: 'RUS', object: 'new-start', modality: 'done', words: 'suspended' },
    { act: 'engage', actor: 'RUS', modality: 'offered', words: 'open to dialogue' },
    { act: 'engage', actor: 'CHN', modality: 'announced', polarity: 'negative', words: 'refused to join' },
    { act: 'reply', actor: 'USA', polarity: 'negative', words: 'had not replied' },
  ]);
});

describe('questions and answers', () => {
  table(
    `${reports}/questions-and-answers.txt`,
    [
      { act: 'revoke-ratification', actor: 'RUS', object: 'ctbt', modality: 'done', words: 'withdrew' },
      {
        act: 'resume-test',
        actor: 'RUS',
        polarity: 'negative',
        condition: { actor: 'USA', relation: 'unless' },
        words: 'would not resume nuclear testing',
      },
      { act: 'ratify', actor: 'USA', object: 'ctbt', polarity: 'negative', words: 'have not ratified' },
      { act: 'ratify', actor: 'CHN', object: 'ctbt', polarity: 'negative', words: 'have not ratified' },
      { act: 'sign', actor: 'ISR', object: 'ctbt', polarity: 'positive', words: 'signed' },
      { act: 'sign', actor: 'IND', object: 'ctbt', polarity: 'negative', words: 'have not signed' },
      {
        act: 'ratify',
        actor: 'RUS',
        object: 'ctbt',
        polarity: 'positive',
        words: 'ratified the treaty in 2000',
      },
      {
        act: 'ratify',
        actor: 'USA',
        modality: 'demanded',
        speaker: { actor: 'RUS' },
        words: 'ratify the treaty',
      },
    ],
    [{ act: 'test', actor: 'RUS', polarity: 'positive' }],
  );
});

describe('an analysis piece', () => {
  table(
    `${reports}/analysis.txt`,
    [
      {
        act: 'test',
        actor: 'RUS',
        condition: { actor: 'USA', relation: 'only-if' },
        words: 'would test only if',
      },
      { act: 'test', actor: 'CHN', speaker: { actor: 'USA' }, modality: 'done', words: '22 June 2020' },
      {
        act: 'engage',
        actor: 'RUS',
        polarity: 'negative',
        condition: { actor: 'USA', relation: 'until' },
        words: 'would not return',
      },
      {
        act: 'comply',
        actor: 'RUS',
        modality: 'offered',
        condition: { actor: 'USA' },
        words: 'limits of New START',
      },
      {
        act: 'cease-fire',
        actor: 'RUS',
        modality: 'announced',
        polarity: 'negative',
        words: 'temporary ceasefire',
      },
      { act: 'engage', actor: 'CHN', polarity: 'negative', words: 'refuses' },
    ],
    [{ act: 'test', actor: 'ANY', polarity: 'positive', modality: 'done' }],
  );
});
