import { useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import { go } from '../address.ts';
import { Failure } from '../answer-states.tsx';
import { askAnew, Refused, send } from '../answers.ts';
import { useFilesDrop } from '../use-files-drop.ts';

interface Kept {
  readonly bulletins: readonly { readonly id: string; readonly events: number; readonly unread: number }[];
}

/** Takes a bulletin: chosen, dropped anywhere on the page, or pasted. */
export function BulletinForm() {
  const file = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const failure = useSignal<Refused | undefined>(undefined);
  const busy = useSignal(false);
  const submit = useCallback(
    async (body: BodyInit, type?: string) => {
      failure.value = undefined;
      busy.value = true;
      try {
        const { bulletins } = await send<Kept>(
          `/bulletins${type === undefined ? '' : '?name=pasted'}`,
          body,
          type,
        );
        askAnew();
        const [first] = bulletins;
        if (first !== undefined) go(`/evidence/${first.id}`);
        if (words.current !== null) words.current.value = '';
        if (file.current !== null) file.current.value = '';
      } catch (error) {
        failure.value = error instanceof Refused ? error : new Refused(String(error), undefined, 0);
      } finally {
        busy.value = false;
      }
    },
    [failure, busy],
  );
  const submitFiles = useCallback(
    (files: readonly File[]) => {
      const form = new FormData();
      for (const one of files) form.append('bulletin', one, one.name);
      void submit(form);
    },
    [submit],
  );
  const over = useFilesDrop(submitFiles);
  return (
    <section class="card no-print" aria-labelledby="bulletin-heading">
      <h3 id="bulletin-heading">Screen a bulletin</h3>
      <form
        class="bulletin-form"
        onSubmit={(event) => {
          event.preventDefault();
          const files = [...(file.current?.files ?? [])];
          const text = words.current?.value ?? '';
          if (files.length > 0) submitFiles(files);
          else if (text.trim() !== '') void submit(text, 'text/plain; charset=utf-8');
          else file.current?.focus();
        }}
      >
        <label class="field">
          <span>
            Choose a file (QuakeML, GeoJSON, FDSN text, ISF, GSE2.0, NDK, CSV), or drop it anywhere here
          </span>
          <input ref={file} type="file" multiple />
        </label>
        <label class="field">
          <span>or paste it</span>
          <textarea ref={words} rows={3} class="bulletin-words" />
        </label>
        <div>
          <button type="submit" class="primary" disabled={busy.value}>
            {busy.value ? 'Screening…' : 'Screen it'}
          </button>
        </div>
      </form>
      {failure.value !== undefined && <Failure failure={failure.value} />}
      {over && <div class="drop-veil">Drop the bulletin to screen it</div>}
    </section>
  );
}
