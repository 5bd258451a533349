import { useRef } from 'preact/hooks';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { BecauseList, type Evidence } from '../because-list.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { ledgerQuery, open } from './ledger-address.ts';

interface Checked {
  readonly statement: string;
  readonly verdict: string;
  readonly note: string;
  readonly because: readonly Evidence[];
}

interface Found {
  readonly q: string;
  readonly total: number;
  readonly facts: readonly { readonly id: string; readonly text: string; readonly source: string }[];
}

/** Finds rows by words, and judges a sentence. */
export function LedgerSearch() {
  const field = useRef<HTMLInputElement>(null);
  const { params } = address.value;
  const q = params.get('q') ?? '';
  const statement = params.get('statement') ?? '';
  useShortcuts([{ keys: ['/'], words: 'Search the ledger', run: () => field.current?.focus() }]);
  const submitted = (): string => field.current?.value.trim() ?? '';
  return (
    <search class="card" aria-label="The ledger">
      <form
        class="row no-print"
        onSubmit={(event) => {
          event.preventDefault();
          open({ q: submitted(), statement: undefined });
        }}
      >
        <label class="field grow">
          <span>Find rows by words, or write a sentence to have it judged</span>
          <input
            ref={field}
            key={q || statement}
            type="search"
            defaultValue={statement || q}
            maxLength={1000}
          />
        </label>
        <button type="submit">Find rows</button>
        <button
          type="button"
          onClick={() =>
            submitted() === '' ? field.current?.focus() : open({ statement: submitted(), q: undefined })
          }
        >
          Is it so?
        </button>
      </form>
      {q !== '' && <FoundRows q={q} />}
      {statement !== '' && <Judged statement={statement} />}
    </search>
  );
}

function FoundRows({ q }: { readonly q: string }) {
  const { data, failure, again } = useAnswer<Found>(`/ledger/search.json${ledgerQuery({ q })}`);
  if (failure !== undefined) return <Failure failure={failure} again={again} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p role="status">
        {data.total === 0
          ? `No row holds all of the words “${data.q}”.`
          : `${data.total} row${data.total === 1 ? ' holds' : 's hold'} “${data.q}”${data.total > data.facts.length ? `; the latest ${data.facts.length}` : ''}:`}
      </p>
      <BecauseList because={data.facts.map(({ id, text, source }) => ({ fact: id, text, source }))} />
    </>
  );
}

function Judged({ statement }: { readonly statement: string }) {
  const { data, failure, again } = useAnswer<Checked>(`/check.json${ledgerQuery({ statement })}`);
  if (failure !== undefined) return <Failure failure={failure} again={again} />;
  if (data === undefined) return <Waiting />;
  return (
    <div role="status">
      <p>
        <q class="quote">{data.statement}</q> <VerdictMark verdict={data.verdict} />
      </p>
      <p>{data.note}</p>
      <BecauseList because={data.because} />
    </div>
  );
}
