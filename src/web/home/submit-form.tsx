import { useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import { go } from '../address.ts';
import { Failure } from '../answer-states.tsx';
import { ask, askAnew, Refused, send } from '../answers.ts';
import { followReading } from '../reading-news.ts';
import { useFilesDrop } from '../use-files-drop.ts';
import type { ReportHeading } from './brief-answer.ts';

interface Taken {
  readonly reports: readonly { readonly id: string; readonly known: boolean; readonly name?: string }[];
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

/** So many reports make one brief at most. */
const BRIEFED_AT_MOST = 50;

/** How far the reader is with what was sent. */
interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failures: readonly string[];
}

/** Asks for reports of one's own: typed or pasted words, files, or files dropped anywhere on the page. */
export function SubmitForm() {
  const words = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const published = useRef<HTMLInputElement>(null);
  const failure = useSignal<Refused | undefined>(undefined);
  const refused = useSignal<Taken['refused']>([]);
  const progress = useSignal<Progress | undefined>(undefined);

  const submit = useCallback(
    async (body: BodyInit, type?: string) => {
      failure.value = undefined;
      refused.value = [];
      progress.value = { done: 0, total: 0, failures: [] };
      const left = new Set<string>();
      const failures: string[] = [];
      let total = 0;
      let finished = () => {};
      const allRead = new Promise<void>((resolve) => {
        finished = resolve;
      });
      const settle = (id: string, why?: string) => {
        if (!left.delete(id)) return;
        if (why !== undefined) failures.push(why);
        progress.value = { done: total - left.size, total, failures };
        if (left.size === 0) finished();
      };
      // Opened before anything is sent, so that no word of progress is missed.
      const stop = await followReading(({ id, state, failure: why }) => {
        if (state !== 'reading') settle(id, state === 'failed' ? (why ?? 'it could not be read') : undefined);
      });
      try {
        const day = published.current?.value ?? '';
        const taken = await send<Taken>(`/reports${day === '' ? '' : `?published=${day}`}`, body, type);
        refused.value = taken.refused;
        const ids = [...new Set(taken.reports.map(({ id }) => id))];
        total = ids.length;
        for (const id of ids) left.add(id);
        progress.value = { done: 0, total, failures };
        askAnew();
        for (const id of ids) {
          const { report } = await ask<{ report: ReportHeading }>(`/reports/${id}.json`);
          if (report.state !== 'waiting') settle(id, report.failure);
        }
        await allRead;
        askAnew();
        if (failures.length < ids.length) go(`/?reports=${ids.slice(0, BRIEFED_AT_MOST).join(',')}`);
        if (failures.length === 0) progress.value = undefined;
        if (words.current !== null) words.current.value = '';
        if (files.current !== null) files.current.value = '';
      } catch (error) {
        failure.value = error instanceof Refused ? error : new Refused(String(error), undefined, 0);
        progress.value = undefined;
      } finally {
        stop();
      }
    },
    [failure, refused, progress],
  );

  const submitFiles = useCallback(
    (list: readonly File[]) => {
      const form = new FormData();
      for (const file of list) form.append('report', file, file.name);
      void submit(form);
    },
    [submit],
  );
  const over = useFilesDrop(submitFiles);
  const { value: shown } = progress;
  const busy = shown !== undefined && (shown.total === 0 || shown.done < shown.total);
  return (
    <section class="card submit no-print" aria-labelledby="submit-heading">
      <h3 id="submit-heading">Brief a report of your own</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = [...(files.current?.files ?? [])];
          const text = words.current?.value.trim() ?? '';
          if (chosen.length > 0) submitFiles(text === '' ? chosen : [...chosen, pasted(text)]);
          else if (text !== '') void submit(text, 'text/plain; charset=utf-8');
          else words.current?.focus();
        }}
      >
        <label class="field">
          <span>Paste its words (English)</span>
          <textarea
            ref={words}
            rows={5}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        <label class="field">
          <span>or choose files, text or HTML, several at once; or drop them anywhere here</span>
          <input ref={files} type="file" multiple accept=".txt,.html,.htm,.md,text/plain,text/html" />
        </label>
        <div class="row">
          <label class="field">
            <span>Its day, where it does not give it</span>
            <input ref={published} type="date" />
          </label>
          <button type="submit" class="primary" disabled={busy}>
            {busy ? 'Reading…' : 'Brief it'}
          </button>
        </div>
      </form>
      <div role="status">
        {shown !== undefined && shown.total > 0 && (
          <>
            <label class="field">
              <span>
                {shown.done} of {shown.total} read
              </span>
              <progress max={shown.total} value={shown.done} />
            </label>
            {shown.failures.map((why) => (
              <p key={why}>Not read: {why}</p>
            ))}
          </>
        )}
        {refused.value.map(({ name, message }) => (
          <p key={name}>
            Not taken: {name}: {message}
          </p>
        ))}
      </div>
      {failure.value !== undefined && <Failure failure={failure.value} />}
      {over && <div class="drop-veil">Drop the reports to brief them</div>}
    </section>
  );
}

const pasted = (text: string): File => new File([text], 'pasted.txt', { type: 'text/plain' });
