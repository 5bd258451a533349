import { homedir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import type { DeskPlace } from '../store/desk.ts';
import { UsageError } from './usage-error.ts';

/** Where a person's programs keep their data on this system. */
function dataHome(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return XDG_DATA_HOME ? XDG_DATA_HOME : join(homedir(), '.local', 'share');
}

/** The folder of the desk where none is named. */
const defaultFolder = (): string => join(dataHome(), 'firstmove', 'desk');

/** The options that say where the desk is kept. */
export const deskOptions = (): readonly Option[] => [
  new Option('--data <dir>', `the folder of the desk (default: ${defaultFolder()})`),
  new Option('--database <url>', 'a Postgres server instead, such as postgres://user:password@host/name').env(
    'FIRSTMOVE_DATABASE',
  ),
];

/** The place that the options name. */
export function deskPlace({
  data,
  database,
}: {
  readonly data?: string;
  readonly database?: string;
}): DeskPlace {
  if (data !== undefined && database !== undefined)
    throw new UsageError(
      'the desk is either in a folder or on a server; give --data or --database, not both',
    );
  return database === undefined ? { data: data ?? defaultFolder() } : { database };
}
