import { z } from 'zod';
import { POSITION_KINDS, type PositionKind } from './position.ts';

const id = z
  .string()
  .regex(/^[A-Za-z_][\w-]*(\.[\w-]+)*$/, 'write an id of letters, digits, - and _, such as USA.engage');
const formula = z.string().describe('a formula over options, such as "RUS.test iff USA.test"');
const formulaOrPattern = z.string().describe('a formula, or a pattern of Y, N and - (either), one an option');
const arc = z
  .string()
  .regex(/^\s*\S+\s*->\s*\S.*$/, 'write a move as "from -> to"')
  .describe('"from -> to", or "from -> to1 to2" for several');
const statements = z
  .array(z.string())
  .describe(
    'formulas, the most important first; "? formula" where nobody knows which way it is wanted; ">>" below those that are strongly preferred',
  );

/** The shape of a model file; `docs/schema/model.json` is made from it. */
export const modelShape = z.strictObject({
  title: z.string().default(''),
  states: z.array(id).min(1).optional().describe('names of the states, in a model without options'),
  decisionMakers: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        options: z
          .array(
            z.strictObject({
              id,
              name: z.string().optional(),
              direction: z.enum(['both', 'forward', 'back']).optional(),
              shared: z
                .literal(true)
                .optional()
                .describe('the option is listed in full at another decision maker, and this one shares it'),
            }),
          )
          .default([]),
        preferences: statements.default([]),
        weights: z.record(z.string(), z.number()).optional().describe('formula: what it adds where it holds'),
        ranking: z
          .array(z.union([z.string(), z.array(z.string()).min(1)]))
          .min(1)
          .optional()
          .describe('states from the best to the worst, ties in a list, ">>" between strongly ordered ones'),
        unknown: z
          .array(z.string().regex(/^\s*\S+\s+\?\s+\S+\s*$/, 'write a pair of states as "YNN ? NNN"'))
          .optional(),
        comparisons: z
          .array(
            z.string().regex(/^\s*\S+(\s*[>=]\s*\S+)+\s*$/, 'write states in order as "YNN > NNN = NNY"'),
          )
          .min(1)
          .optional()
          .describe(
            'chains of states, "YNN > NNN = NNY", instead of statements; what does not follow is unknown',
          ),
        silentOn: z
          .array(id)
          .min(1)
          .optional()
          .describe(
            'options of which nothing tells whether it wants them; equilibria that turn on them are named',
          ),
        moves: z.array(arc).optional().describe('all moves, in a model of named states'),
        forbidden: z
          .array(arc)
          .optional()
          .describe('moves that cannot be made, between patterns of Y, N and -'),
        view: z
          .strictObject({
            unseen: z.array(formulaOrPattern).default([]),
            preferences: z.record(z.string(), statements).default({}),
          })
          .optional()
          .describe('the conflict as this decision maker sees it, where it is mistaken'),
      }),
    )
    .min(1, 'name at least one decision maker'),
  infeasible: z.array(formulaOrPattern).default([]),
  mutuallyExclusive: z.array(z.array(id).min(2)).default([]),
  atLeastOne: z.array(z.array(id).min(1)).default([]),
  always: z
    .array(formula)
    .default([])
    .describe('what holds in every feasible state, such as "A.b only if A.a"'),
  coalesce: z.array(formulaOrPattern).default([]),
  statusQuo: z
    .union([z.array(id), z.string()])
    .optional()
    .describe('the options taken, or a word of Y and N, or the name of a state'),
  coalitions: z.array(z.array(id).min(1)).optional(),
  positions: z
    .array(
      z.strictObject({
        id,
        holder: id,
        kind: z.enum(POSITION_KINDS as unknown as [PositionKind, ...PositionKind[]]),
        formula,
        date: z.string().optional(),
        strength: z.number().min(0).max(1).default(1),
        claims: z.array(z.string()).default([]),
        facts: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export type ModelShape = z.infer<typeof modelShape>;
