import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from './claim.ts';
import { ploverCsv, toPlover } from './to-plover.ts';

const claim = (fields: Partial<Claim>): Claim => ({
  id: 'report-1-c1',
  report: 'report-1',
  span: { start: 0, end: 4 },
  quote: 'word',
  speaker: { actor: 'press' },
  act: 'test',
  actor: 'RUS',
  modality: 'done',
  polarity: 'positive',
  confidence: 0.9,
  ...fields,
});

const castOf = (fields: Partial<Claim>) => {
  const [event] = toPlover([claim(fields)]).events;
  return event === undefined ? undefined : `${event.source} ${event.type} ${event.recipient}`.trim();
};

describe('claims as PLOVER events', () => {
  it.each<[string, Partial<Claim>, string | undefined]>([
    ['a test is a mobilisation', {}, 'RUS MOBILIZE'],
    ['an accusation is the accuser’s', { speaker: { actor: 'USA' } }, 'USA ACCUSE RUS'],
    ['a threat', { modality: 'threatened' }, 'RUS THREATEN'],
    [
      'a demand',
      { modality: 'demanded', speaker: { actor: 'CHN' }, actor: 'USA', act: 'comply' },
      'CHN REQUEST USA',
    ],
    ['an offer of talks', { modality: 'offered', act: 'engage', target: 'USA' }, 'RUS AGREE USA'],
    ['talks held', { act: 'engage', target: 'USA' }, 'RUS CONSULT USA'],
    ['a refusal', { modality: 'announced', polarity: 'negative', act: 'engage' }, 'RUS REJECT'],
    [
      'a refusal on a condition',
      { modality: 'threatened', polarity: 'negative', act: 'engage' },
      'RUS REJECT',
    ],
    ['sanctions', { act: 'sanction', actor: 'USA', target: 'PRK' }, 'USA SANCTION PRK'],
    ['force', { act: 'use-force', actor: 'ISR', target: 'IRN' }, 'ISR ASSAULT IRN'],
    ['what was not done is no event', { polarity: 'negative' }, undefined],
    ['a denial is no event', { modality: 'denied', polarity: 'negative' }, undefined],
    ['what is weighed is no event', { modality: 'considered' }, undefined],
  ])('%s', (_, fields, expected) => expect(castOf(fields)).toBe(expected));

  it('counts what it leaves out', () => {
    expect(toPlover([claim({}), claim({ modality: 'considered' })]).left).toBe(1);
  });

  it('writes any quote as CSV that reads back, and never as a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (quote) => {
        const rows = parse(ploverCsv(toPlover([claim({ quote })]).events), {
          relax_column_count: false,
        }) as string[][];
        const last = rows[1]!.at(-1)!;
        expect(last.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(quote);
        expect(last).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
