import { address, go, withParams } from './address.ts';

/** "As of" and "known by" for the whole view; both stand in the address. */
export function StandingDays({ asOfHint }: { readonly asOfHint: string }) {
  const { params } = address.value;
  const set = (name: 'asOf' | 'knownBy', value: string) => {
    if (value === '' || /^[12]\d{3}-\d\d-\d\d$/.test(value)) go(withParams(address.value, { [name]: value }));
  };
  const asOf = params.get('asOf') ?? '';
  const knownBy = params.get('knownBy') ?? '';
  return (
    <div class="row standing-days no-print">
      <label class="field">
        <span>As of {asOf === '' && `(${asOfHint})`}</span>
        <input type="date" value={asOf} onChange={(event) => set('asOf', event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>Known by {knownBy === '' && '(all on record)'}</span>
        <input type="date" value={knownBy} onChange={(event) => set('knownBy', event.currentTarget.value)} />
      </label>
      {(asOf !== '' || knownBy !== '') && (
        <button
          type="button"
          onClick={() => go(withParams(address.value, { asOf: undefined, knownBy: undefined }))}
        >
          Clear days
        </button>
      )}
    </div>
  );
}
