import { useCallback, useRef, useState } from 'preact/hooks';
import { ask, askAnew, Refused, sendJson } from '../answers.ts';
import { remember, remembered } from '../memory.ts';
import type { StandoffAnswer } from '../standoff/standoff-answer.ts';
import type { ShownClaim, ShownCorrection } from './report-answer.ts';
import { type StandoffChange, standoffChange } from './standoff-change.ts';

const KEY = 'firstmove.analyst';

/** A word of an analyst on a claim. */
type Word = Pick<ShownCorrection, 'verdict' | 'edited' | 'note'>;

/** A word that was said, with the one that stood before it. */
interface Step {
  readonly claim: string;
  readonly before: Word;
  readonly after: Word;
}

const ACCEPTED: Word = { verdict: 'accept' };

/** Corrects the claims of a report, tells what that changes in the stand-off, and goes back and forth. */
export function useCorrections(report: string) {
  const [by, setName] = useState(remembered(KEY) ?? 'analyst');
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const [change, setChange] = useState<StandoffChange>();
  const [failure, setFailure] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  /** One word at a time: each tells what it changes against the one before. */
  const saying = useRef(false);

  const say = useCallback(
    async (claim: string, word: Word): Promise<boolean> => {
      if (saying.current) return false;
      saying.current = true;
      const standoff = `/standoff.json?reports=${report}`;
      setBusy(true);
      setFailure(undefined);
      try {
        const before = await ask<StandoffAnswer>(standoff);
        const { verdict, edited, note } = word;
        await sendJson(`/reports/${report}/claims/${encodeURIComponent(claim)}/corrections`, {
          verdict,
          by: by.trim() === '' ? 'analyst' : by.trim(),
          ...(edited === undefined ? {} : { edited }),
          ...(note === undefined || note === '' ? {} : { note }),
        });
        askAnew();
        setChange(standoffChange(before, await ask<StandoffAnswer>(standoff)));
        return true;
      } catch (error) {
        setFailure(error instanceof Refused ? error : new Refused(String(error), undefined, 0));
        return false;
      } finally {
        saying.current = false;
        setBusy(false);
      }
    },
    [report, by],
  );

  const correct = useCallback(
    async ({ id, correction }: ShownClaim, word: Word) => {
      const step = { claim: id, before: correction ?? ACCEPTED, after: word };
      if (!(await say(id, word))) return;
      setPast((steps) => [...steps, step]);
      setFuture([]);
    },
    [say],
  );
  const undo = useCallback(async () => {
    const step = past.at(-1);
    if (step === undefined || !(await say(step.claim, step.before))) return;
    setPast(past.slice(0, -1));
    setFuture([step, ...future]);
  }, [past, future, say]);
  const redo = useCallback(async () => {
    const [step, ...rest] = future;
    if (step === undefined || !(await say(step.claim, step.after))) return;
    setPast([...past, step]);
    setFuture(rest);
  }, [past, future, say]);
  const setBy = (name: string) => {
    setName(name);
    remember(KEY, name.trim() === '' ? undefined : name.trim());
  };
  return {
    by,
    setBy,
    correct,
    undo,
    redo,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change,
    failure,
    busy,
  };
}
