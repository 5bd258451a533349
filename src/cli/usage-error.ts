/** The command was called in a way that cannot be carried out, or given input that cannot be read: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
