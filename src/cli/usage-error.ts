/** The command was used wrongly or its input cannot be read: one sentence for the person, exit code 2. */
export class UsageError extends Error {}
