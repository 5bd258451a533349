/** One line of JSON for each thing that happened; never what a report says. */
export type Log = (entry: { readonly event: string } & Readonly<Record<string, unknown>>) => void;

/** Writes to standard error, so that standard output stays for what was asked. */
export const logTo =
  (stream: { write(text: string): unknown }, now: () => string): Log =>
  ({ event, ...rest }) => {
    stream.write(`${JSON.stringify({ at: now(), event, ...rest })}\n`);
  };
