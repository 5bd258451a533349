/** Exit codes of every command: done, failed, wrong usage or unreadable input. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
