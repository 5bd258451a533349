import { useAnswer } from '../answers.ts';

interface Headings {
  readonly reports: readonly {
    readonly id: string;
    readonly title: string;
    readonly publishedAt?: string;
    readonly state: string;
  }[];
  readonly total: number;
}

/** Whose words count, and of which day: part of the address, as all the rest. */
export function WordsForm({
  shown,
  params,
  onParams,
}: {
  /** The reports whose stand-off is shown. */
  readonly shown: readonly { readonly id: string; readonly title: string }[];
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
}) {
  const { data } = useAnswer<Headings>('/reports.json?limit=50');
  const chosen = params.get('reports')?.split(',') ?? shown.map(({ id }) => id);
  const read = (data?.reports ?? []).filter(({ state }) => state === 'read');
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    onParams(next);
  };
  return (
    <details class="words-form">
      <summary>
        By the words of {shown.length === 1 ? `“${shown[0]!.title}”` : `${shown.length} reports`}
        {params.has('record') ? ', and of the record' : ''}: choose others
      </summary>
      <fieldset class="inline">
        <legend>Reports</legend>
        <ul class="plain">
          {read.map(({ id, title, publishedAt }) => (
            <li key={id}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  disabled={chosen.length === 1 && chosen[0] === id}
                  onChange={() =>
                    change(
                      'reports',
                      (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(','),
                    )
                  }
                />{' '}
                {title} {publishedAt !== undefined && <span class="quiet">{publishedAt}</span>}
              </label>
            </li>
          ))}
        </ul>
        {data !== undefined && data.total > read.length && (
          <p class="quiet">Of {data.total} reports the latest that are read.</p>
        )}
      </fieldset>
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={params.has('record')}
            onChange={(event) => change('record', event.currentTarget.checked ? '1' : '')}
          />{' '}
          let the positions on record in the ledger count too
        </label>
        <label>
          <span class="label">As of</span>
          <input
            type="date"
            value={params.get('asOf') ?? ''}
            onChange={(event) => change('asOf', event.currentTarget.value)}
          />
        </label>
        <label>
          <span class="label">By what was known on</span>
          <input
            type="date"
            value={params.get('knownBy') ?? ''}
            onChange={(event) => change('knownBy', event.currentTarget.value)}
          />
        </label>
      </div>
    </details>
  );
}
