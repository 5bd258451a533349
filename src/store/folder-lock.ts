import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson } from './canonical-json.ts';
import { processStart } from './process-start.ts';
import { DeskLocked } from './refusal.ts';

/** Who holds a lock: one process on one computer. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly started: string;
}

export interface FolderLock {
  /** The process that ended without giving the lock back, where there was one. */
  readonly after?: number;
  release(): void;
}

const ATTEMPTS = 40;
const PAUSE_MS = 25;

function holderIn(file: string): Holder | 'none' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  }
  try {
    const { host, pid, started } = JSON.parse(text) as Holder;
    if (typeof host === 'string' && Number.isSafeInteger(pid) && pid > 0 && typeof started === 'string')
      return { host, pid, started };
  } catch {
    // Said below: the file is there, and who wrote it cannot be known.
  }
  return 'unreadable';
}

/** Whether the holder is surely gone. A process on another computer, or in another container, cannot be asked. */
function isGone({ host, pid, started }: Holder): boolean {
  if (host !== hostname()) return false;
  const now = processStart(pid);
  return now === undefined || (now !== '' && started !== '' && now !== started);
}

/** The claims beside a lock whose processes are not surely gone; those of dead ones are removed. */
function livingClaims(file: string): readonly string[] {
  const claims = readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.claim-`))
    .map((name) => join(dirname(file), name));
  return claims.filter((claim) => {
    const holder = holderIn(claim);
    if (typeof holder !== 'object' || !isGone(holder)) return holder !== 'none';
    rmSync(claim, { force: true });
    return false;
  });
}

/**
 * Puts this process's claim in the place of a dead holder's lock. Of two that try at once at most one succeeds: each
 * shows its claim before it looks for others', and looks at the lock again last. True where the lock is ours.
 */
function takeOver(file: string, claim: string): boolean {
  if (livingClaims(file).some((other) => other !== claim)) return false;
  const holder = holderIn(file);
  if (typeof holder !== 'object' || !isGone(holder)) return false;
  renameSync(claim, file);
  return true;
}

/** Creates the lock with its content in one step, so that none ever sees it empty; false where there is one already. */
function create(file: string, claim: string): boolean {
  try {
    linkSync(claim, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  // A file system without hard links (FAT, some network shares).
  try {
    writeFileSync(file, readFileSync(claim), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const lockedBy = (file: string, folder: string, holder: Holder | 'unreadable') => {
  if (holder === 'unreadable')
    return `${folder}: the desk is locked, and ${file} does not say by whom; if no firstmove works on it, delete that file`;
  const { host, pid } = holder;
  return host === hostname()
    ? `${folder}: the desk is locked by process ${pid}; stop it first, or name another folder with --data`
    : `${folder}: the desk is locked by process ${pid} on ${host}; stop it there, or, if it is gone for sure, delete ${file}`;
};

/**
 * Takes the lock of a desk's folder: a file beside it that names this process. PGlite takes none, and two processes on
 * one folder would destroy it. The lock of a living process is never taken; that of one that is gone is taken over.
 * @throws DeskLocked where another process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = `${resolve(folder)}.lock`;
  const own: Holder = { host: hostname(), pid: process.pid, started: processStart(process.pid) ?? '' };
  const text = canonicalJson(own);
  const claim = `${file}.claim-${randomUUID()}`;
  const remove = () => {
    const holder = holderIn(file);
    if (typeof holder === 'object' && canonicalJson(holder) === text) rmSync(file, { force: true });
  };
  const release = () => {
    process.removeListener('exit', remove);
    remove();
  };
  const held = (after?: number): FolderLock => {
    // A command may end before it closes the desk, as when its reader (`| head`) goes away.
    process.once('exit', remove);
    livingClaims(file);
    return { ...(after === undefined ? {} : { after }), release };
  };
  try {
    for (let attempt = 1; ; attempt += 1) {
      writeFileSync(claim, text);
      if (create(file, claim)) return held();
      const holder = holderIn(file);
      if (typeof holder === 'object') {
        if (!isGone(holder)) throw new DeskLocked(lockedBy(file, folder, holder));
        if (takeOver(file, claim)) return held(holder.pid);
      }
      if (attempt === ATTEMPTS)
        throw new DeskLocked(lockedBy(file, folder, holder === 'none' ? 'unreadable' : holder));
      // Another process is about to take or to give back the lock: step aside for a moment, not always the same.
      rmSync(claim, { force: true });
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  } finally {
    rmSync(claim, { force: true });
  }
}
