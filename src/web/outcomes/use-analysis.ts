import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft, OutcomesAnswer } from './outcomes-answer.ts';

/** How long the reader's hand must rest before the model is sent, in milliseconds. */
const REST = 250;

export interface Analysed {
  /** The last answer that came, which may be of an earlier draft. */
  readonly answer: OutcomesAnswer | undefined;
  /** Whether an answer is on its way. */
  readonly busy: boolean;
  /** What kept the server from answering at all. */
  readonly failure: string;
}

/** The analysis of a draft, asked for once the reader's hand rests; an answer that a later draft overtook is dropped. */
export function useAnalysis(
  draft: Draft | undefined,
  ask: (draft: Draft, signal: AbortSignal) => Promise<OutcomesAnswer>,
): Analysed {
  const [state, setState] = useState<Analysed>({ answer: undefined, busy: false, failure: '' });
  const first = useRef(true);
  useEffect(() => {
    if (draft === undefined) {
      setState({ answer: undefined, busy: false, failure: '' });
      first.current = true;
      return;
    }
    const control = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () => {
        ask(draft, control.signal).then(
          (answer) => setState({ answer, busy: false, failure: '' }),
          (error: Error) => {
            if (!control.signal.aborted)
              setState((before) => ({ ...before, busy: false, failure: error.message }));
          },
        );
      },
      first.current ? 0 : REST,
    );
    first.current = false;
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [draft, ask]);
  return state;
}
