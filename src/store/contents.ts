import { z } from 'zod';
import { DeskRefusal } from './refusal.ts';
import type { Statement, StatementKind } from './statement.ts';

/** A line that a person gives as a name: shown in lists, kept in plain columns. */
const name = z
  .string()
  .min(1, 'it is empty')
  .max(500, 'it is longer than 500 characters')
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'it holds control characters');
const words = z
  .string()
  .refine(
    (text) => text.isWellFormed() && !text.includes('\0'),
    'it holds characters that no text has (U+0000 or half a surrogate pair); remove them',
  );
const note = z.string().max(20_000, 'it is longer than 20,000 characters');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const offset = z.number().int().nonnegative();
const span = z.strictObject({ start: offset, end: offset });
const speaker = z.looseObject({ actor: z.string() });
const condition = z.looseObject({
  act: z.string(),
  actor: z.string(),
  polarity: z.string(),
  relation: z.string(),
});

/**
 * What each kind of statement carries. Acts, modalities and the like are open texts here: their lists belong to the
 * reader and grow, and what was once recorded must stay readable.
 */
const CONTENTS = {
  report: z.strictObject({
    title: z.string(),
    publishedAt: z.string().optional(),
    source: z.string().optional(),
    language: z.string(),
    sha256,
    extracted: z.boolean(),
  }),
  /** Ids of the claims in the reader's order; the claims themselves are statements of the same moment. */
  reading: z.strictObject({ claims: z.array(z.string()), sentences: z.array(span) }),
  claim: z.looseObject({
    id: z.string(),
    report: z.string(),
    span,
    quote: z.string(),
    speaker,
    act: z.string(),
    actor: z.string(),
    modality: z.string(),
    polarity: z.string(),
    confidence: z.number(),
  }),
  failure: z.strictObject({ why: z.string() }),
  correction: z.strictObject({
    claim: z.string(),
    span,
    verdict: z.enum(['accept', 'reject', 'edit']),
    edited: z
      .strictObject({
        act: z.string(),
        actor: z.string(),
        target: z.string().nullable(),
        object: z.string().nullable(),
        modality: z.string(),
        polarity: z.string(),
        condition: condition.nullable(),
        speaker,
      })
      .partial()
      .optional(),
    note: note.optional(),
  }),
  model: z.strictObject({}),
  brief: z.strictObject({
    reports: z.array(z.string()),
    asOf: z.string().optional(),
    knownBy: z.string().optional(),
  }),
  bulletin: z.strictObject({ name, sha256 }),
  assumption: z.strictObject({
    from: z.string().optional(),
    until: z.string().optional(),
    note: note.optional(),
  }),
  retraction: z.strictObject({}),
} as const satisfies Readonly<Record<StatementKind, z.ZodType>>;

export type Content<K extends StatementKind> = z.infer<(typeof CONTENTS)[K]>;

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'it is no instant');

const COLUMNS = z.strictObject({
  id: z.string(),
  kind: z.string(),
  subject: name,
  recorded: instant,
  validFrom: instant.optional(),
  validTo: instant.optional(),
  by: name.optional(),
  content: z.looseObject({}),
  original: words.optional(),
});

/** Where in the statement, and what is wrong there. */
const faultOf = (error: z.ZodError): string => {
  const { path, message } = error.issues[0]!;
  return path.length === 0 ? message : `"${path.join('.')}": ${message}`;
};

/** What is wrong with a statement, as far as it can be seen without the desk; undefined where it can be kept. */
export function faultIn(statement: unknown): string | undefined {
  const columns = COLUMNS.safeParse(statement);
  if (!columns.success) return faultOf(columns.error);
  const { kind, content } = columns.data;
  if (!Object.hasOwn(CONTENTS, kind)) return `the kind "${kind}" is unknown to this firstmove`;
  const checked = CONTENTS[kind as StatementKind].safeParse(content);
  return checked.success ? undefined : faultOf(checked.error);
}

/** The statement itself where it can be kept. @throws DeskRefusal that names the field. */
export function keepable(statement: Statement): Statement {
  const fault = faultIn(statement);
  if (fault === undefined) return statement;
  throw new DeskRefusal('unfit', `this ${statement.kind} cannot be kept: ${fault}`);
}
