/** Exit codes of every command: done, failed, wrong usage or unreadable input, the desk locked by another process. */
export const EXIT = { done: 0, failed: 1, usage: 2, locked: 4 } as const;
