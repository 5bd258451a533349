import { DeskRefusal } from './refusal.ts';

/** What the errors of the file system mean for a person who named a folder for the desk. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there; change its permissions, or name another folder with --data',
  EPERM: 'this user may not write there; change its permissions, or name another folder with --data',
  EROFS: 'it lies on a disk that is read-only; name another folder with --data',
  ENOTDIR: 'a part of the path is a file; name a folder for the desk',
  EEXIST: 'a part of the path is a file; name a folder for the desk',
  ENAMETOOLONG: 'its name is too long; name another folder with --data',
  ENOSPC: 'the disk is full; make room, or name another folder with --data',
  EBUSY: 'it is a mount point; name a folder in it, so that its lock lies beside it',
  EXDEV: 'it is a mount point; name a folder in it, so that its lock lies beside it',
};

/** The error as a sentence for the person, where it is one of the file system. */
export function folderRefusal(folder: string, error: unknown): unknown {
  const remedy = REMEDIES[(error as NodeJS.ErrnoException).code ?? ''];
  return remedy === undefined ? error : new DeskRefusal('unfit', `${folder}: ${remedy}`);
}
