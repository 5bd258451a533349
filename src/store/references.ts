import type { Content } from './contents.ts';
import type { Statement } from './statement.ts';

/** The kinds that speak of something which must be there before them. */
const REFERRING: ReadonlySet<Statement['kind']> = new Set([
  'reading',
  'claim',
  'failure',
  'correction',
  'retraction',
]);

/**
 * Goes through statements in the order of an export and says of each what it misses before it, if anything. `known` are
 * the ids of the reports and assumptions that are there already.
 */
export function referenceCheck(known: Iterable<string>): (statement: Statement) => string | undefined {
  const subjects = new Set(known);
  const claims = new Set<string>();
  return (statement) => {
    const { kind, id, subject, recorded, content } = statement;
    const keyOf = (claim: string) => `${subject} ${recorded} ${claim}`;
    if (kind === 'report') subjects.add(subject);
    if (kind === 'assumption') subjects.add(id);
    if (REFERRING.has(kind) && !subjects.has(subject)) return subject;
    if (kind === 'claim') claims.add(keyOf((content as Content<'claim'>).id));
    if (kind === 'reading')
      return (content as Content<'reading'>).claims.find((claim) => !claims.has(keyOf(claim)));
    return undefined;
  };
}
