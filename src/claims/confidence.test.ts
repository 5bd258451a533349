import { describe, expect, it } from 'vitest';
import { confidenceOf } from './confidence.ts';

describe('confidence', () => {
  const weights = new Map([
    ['base', 1],
    ['actor:name', 1],
    ['actor:context', -1],
  ]);

  it('is the logistic function of the weights of its signals', () => {
    expect(confidenceOf(weights, ['base', 'actor:context'])).toBe(0.5);
    expect(confidenceOf(weights, ['base', 'actor:name'])).toBe(0.88);
  });

  it('takes a signal that was never seen for telling nothing', () => {
    expect(confidenceOf(weights, ['base', 'actor:oracle'])).toBe(confidenceOf(weights, ['base']));
  });
});
