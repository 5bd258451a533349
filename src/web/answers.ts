import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** The desk's word on what went wrong, and what to do. */
export class Refused extends Error {
  readonly remedy: string | undefined;
  readonly status: number;
  constructor(message: string, remedy: string | undefined, status: number) {
    super(message);
    this.remedy = remedy;
    this.status = status;
  }
}

/** What an address answered: data, or why there is none, or neither yet. */
export interface Asked<T> {
  readonly data?: T;
  readonly failure?: Refused;
  readonly busy: boolean;
}

const UNREACHED = 'The desk does not answer.';
const UNREACHED_REMEDY = 'Look whether firstmove serve still runs in its terminal, then try again.';

/** Answers that were given: shown at once when somebody comes back, while they are asked for anew. */
const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 60;
/** Counts up when answers may have changed; views ask anew. */
const edition = signal(0);

/** Forgets every answer and lets the views ask anew: something on the desk has changed. */
export function askAnew(): void {
  kept.clear();
  edition.value += 1;
}

async function answered(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const { message, remedy } =
    (body as { error?: { message?: string; remedy?: string } } | undefined)?.error ?? {};
  throw new Refused(message ?? `The desk answered ${response.status}.`, remedy, response.status);
}

async function reached(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Refused(UNREACHED, UNREACHED_REMEDY, 0);
  });
}

const waited = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));
/** A report that is still being read is asked for again so many times. */
const ASKED_AT_MOST = 120;

/** What an address answers; waits where the desk says that a report is still being read. @throws Refused. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  for (let asked = 0; ; asked++) {
    const response = await reached(path, signal === undefined ? {} : { signal });
    const after = Number(response.headers.get('retry-after'));
    if (after > 0 && asked < ASKED_AT_MOST) {
      await waited(after);
      if (signal?.aborted) throw new Refused('No longer asked for.', undefined, 0);
      continue;
    }
    const answer = (await answered(response)) as T;
    kept.set(path, answer);
    if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
    return answer;
  }
}

/** Sends something to the desk. @throws Refused. */
export async function send<T>(path: string, body: BodyInit, type?: string): Promise<T> {
  const response = await reached(path, {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
  return (await answered(response)) as T;
}

export const sendJson = <T>(path: string, body: unknown): Promise<T> =>
  send<T>(path, JSON.stringify(body), 'application/json');

/** Follows an address's answer; the last one stays in sight while the next is under way. */
export function useAnswer<T>(path: string | undefined): Asked<T> & { readonly again: () => void } {
  const [asked, setAsked] = useState<Asked<T> & { readonly path?: string }>({ busy: true });
  const [tries, setTries] = useState(0);
  const version = edition.value;
  useEffect(() => {
    if (path === undefined) {
      setAsked({ busy: false });
      return;
    }
    const control = new AbortController();
    const known = kept.get(path) as T | undefined;
    setAsked((before) =>
      known === undefined ? { ...before, busy: true } : { data: known, busy: true, path },
    );
    ask<T>(path, control.signal).then(
      (data) => {
        if (!control.signal.aborted) setAsked({ data, busy: false, path });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const failure = error instanceof Refused ? error : new Refused(String(error), undefined, 0);
        setAsked((before) => ({
          ...(before.data === undefined ? {} : { data: before.data }),
          failure,
          busy: false,
        }));
      },
    );
    return () => control.abort();
  }, [path, version, tries]);
  return { ...asked, again: () => setTries(tries + 1) };
}
