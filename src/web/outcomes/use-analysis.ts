import { useEffect, useRef, useState } from 'preact/hooks';
import type { Analysis } from '../../analysis/analyse.ts';
import type { Draft, OutcomesAnswer } from './outcomes-answer.ts';

/** How long the reader's hand must rest before the model is sent, in milliseconds. */
const REST = 250;

export interface Analysed {
  /** The last answer that came, which may be of an earlier draft. */
  readonly answer: OutcomesAnswer | undefined;
  /** The last answer with an analysis: what stays on the screen while something must be mended. */
  readonly whole: (OutcomesAnswer & { readonly analysis: Analysis }) | undefined;
  /** Whether an answer is on its way. */
  readonly busy: boolean;
  /** What kept the server from answering at all. */
  readonly failure: string;
}

const NOTHING: Analysed = { answer: undefined, whole: undefined, busy: false, failure: '' };

const isWhole = (answer: OutcomesAnswer): answer is OutcomesAnswer & { readonly analysis: Analysis } =>
  answer.analysis !== undefined;

/** What an answer shows, after what was shown before. */
const shown = (answer: OutcomesAnswer, { whole }: Analysed): Analysed => ({
  answer,
  whole: isWhole(answer) ? answer : whole,
  busy: false,
  failure: '',
});

/** The analysis of a draft, asked for once the reader's hand rests; an answer that a later draft overtook is dropped. */
export function useAnalysis(
  draft: Draft | undefined,
  request: (draft: Draft) => Promise<OutcomesAnswer>,
  /** An answer that came with the model: it is not asked for again. */
  known: OutcomesAnswer | undefined,
): Analysed {
  const [state, setState] = useState(NOTHING);
  const first = useRef(true);
  useEffect(() => {
    if (draft === undefined) {
      setState(NOTHING);
      first.current = true;
      return;
    }
    if ('yaml' in draft && draft.yaml === known?.model.yaml) {
      setState((before) => shown(known, before));
      return;
    }
    let current = true;
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () => {
        request(draft).then(
          (answer) => {
            if (current) setState((before) => shown(answer, before));
          },
          (error: Error) => {
            if (current) setState((before) => ({ ...before, busy: false, failure: error.message }));
          },
        );
      },
      first.current ? 0 : REST,
    );
    first.current = false;
    return () => {
      clearTimeout(timer);
      current = false;
    };
  }, [draft, request, known]);
  return state;
}
