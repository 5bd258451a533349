import { Command, InvalidArgumentError } from 'commander';
import { AddressRefused, freshToken, isLoopback, type ServedDesk, serveDesk } from '../server/index.ts';
import { deskOptions, deskPlace } from './desk-place.ts';
import { EXIT } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

interface ServeArguments {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly database?: string;
  readonly token?: string | true;
  readonly standoff?: string;
}

const TOKEN_AT_LEAST = 16;

function portOption(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Write a port from 0 to 65535; 0 takes any that is free.');
}

function tokenOf({ token, host }: ServeArguments): string | undefined {
  if (token === undefined) {
    if (isLoopback(host)) return undefined;
    throw new UsageError(
      `--host ${host} lets other machines in; give --token as well, so that only who has it can open the desk`,
    );
  }
  if (token === true) return freshToken();
  if (token.length >= TOKEN_AT_LEAST) return token;
  throw new UsageError(
    `--token: ${token.length} characters can be guessed; give at least ${TOKEN_AT_LEAST}, or --token alone for a fresh one`,
  );
}

async function serve(options: ServeArguments): Promise<void> {
  const token = tokenOf(options);
  const served = await serveDesk({
    place: deskPlace(options),
    port: options.port,
    host: options.host,
    ...(token === undefined ? {} : { token }),
    ...(options.standoff === undefined ? {} : { standoff: options.standoff }),
  }).catch((error) => {
    if (error instanceof AddressRefused) throw new UsageError(error.message);
    throw error;
  });
  process.stdout.write(`The desk is open at ${served.address}\nCtrl-C closes it.\n`);
  closeOnSignal(served);
}

/** Signals that come within so many milliseconds are one: a terminal and npm both pass Ctrl-C on. */
const ONE_SIGNAL = 500;

/** The first Ctrl-C closes the store properly; a second one does not wait for it. */
function closeOnSignal(served: ServedDesk): void {
  let since: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      const now = performance.now();
      if (since !== undefined && now - since > ONE_SIGNAL) process.exit(EXIT.failed);
      if (since !== undefined) return;
      since = now;
      served.close().then(
        () => process.exit(EXIT.done),
        (error: Error) => {
          console.error(`firstmove: the desk did not close properly: ${error.message}`);
          process.exit(EXIT.failed);
        },
      );
    });
}

export function serveCommand(): Command {
  const command = new Command('serve')
    .summary('open the desk: the same answers in a browser')
    .description(
      'Serves the desk on this machine: reports and their claims, the stand-off, outcomes, ledger and evidence. What you give it is kept in a folder, or on a Postgres server.',
    )
    .option('--port <number>', 'the port; 0 takes any that is free', portOption, 4747)
    .option(
      '--host <address>',
      'the address to listen at; other than this machine needs --token',
      '127.0.0.1',
    )
    .option('--token [secret]', 'ask everybody for this token; without a value a fresh one is made')
    .option('--standoff <folder>', 'rows of another stand-off')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove serve\n  firstmove serve --port 8080 --data ./desk\n  firstmove serve --host 0.0.0.0 --token\n  firstmove serve --database postgres://user:password@host/name',
    )
    .action(serve);
  for (const option of deskOptions()) command.addOption(option);
  return command;
}
