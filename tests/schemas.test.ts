import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { analyse } from '../src/analysis/index.ts';
import { modelFromYaml, modelShape } from '../src/model/index.ts';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../docs/schema/${name}.json`), 'utf8'));

describe('published schemas', () => {
  it('model.json is the shape that model files are read by (npm run schemas)', () => {
    expect(schemaOf('model')).toMatchObject(z.toJSONSchema(modelShape, { io: 'input' }));
  });

  it.each([
    ['unknown, strong and shared', 'preferences: [not b, ">>", "? a"]', { coalitions: 'all' as const }],
    ['two decision makers with horizons', 'preferences: [b]', { horizons: [2], nonMyopic: true, from: 0 }],
  ])('analyse --json is as analyse.json says: %s', (_, preferences, request) => {
    const model = modelFromYaml(
      `
decisionMakers:
  - { id: A, options: [{ id: a }], ${preferences} }
  - { id: B, options: [{ id: b }, { id: a, shared: true }], preferences: [a iff b] }
statusQuo: []
positions:
  - { id: p1, holder: A, kind: offer, formula: a iff b }
`,
      'm.yaml',
    );
    const schema = z.fromJSONSchema(schemaOf('analyse'));
    const printed = JSON.parse(JSON.stringify({ schema: 'firstmove/analyse/1', ...analyse(model, request) }));
    expect(schema.parse(printed)).toEqual(printed);
    expect(() => schema.parse({ ...printed, states: 3 })).toThrow();
  });
});
