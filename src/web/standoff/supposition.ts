/** What a reader supposes of a stand-off: all of it stands in the address, so that a what-if is a link. */
export interface Supposition {
  /** Options that are taken, or not, other than today. */
  readonly set: Readonly<Record<string, boolean>>;
  /** Ids of positions that are no longer held. */
  readonly retract: readonly string[];
  /** Positions that an analyst assumes, each as "USA: USA.engage" or "RUS demand: USA.talk". */
  readonly add: readonly string[];
}

export const nothingSupposed: Supposition = { set: {}, retract: [], add: [] };

export const isEmpty = ({ set, retract, add }: Supposition): boolean =>
  Object.keys(set).length + retract.length + add.length === 0;

/** The supposition that an address makes; what is not written as one is left out. */
export function suppositionIn(search: URLSearchParams): Supposition {
  const set: Record<string, boolean> = {};
  for (const text of search.getAll('set')) {
    const [, option, value] = /^([^=]+)=([YN])$/.exec(text) ?? [];
    if (option !== undefined) set[option] = value === 'Y';
  }
  return { set, retract: [...new Set(search.getAll('retract'))], add: search.getAll('add') };
}

/** The address's query with another supposition; everything else in it stays. */
export function searchWith(search: URLSearchParams, { set, retract, add }: Supposition): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of ['set', 'retract', 'add']) next.delete(key);
  for (const [option, taken] of Object.entries(set)) next.append('set', `${option}=${taken ? 'Y' : 'N'}`);
  for (const id of retract) next.append('retract', id);
  for (const text of add) next.append('add', text);
  return next;
}

/** An option supposed to be taken or not; as it is today, nothing needs to be supposed of it. */
export function optionSet(
  { set, ...rest }: Supposition,
  option: string,
  taken: boolean,
  today: boolean,
): Supposition {
  const { [option]: _, ...others } = set;
  return { ...rest, set: taken === today ? others : { ...others, [option]: taken } };
}

/** A position retracted, or held again. */
export const positionToggled = (supposition: Supposition, id: string): Supposition => ({
  ...supposition,
  retract: supposition.retract.includes(id)
    ? supposition.retract.filter((one) => one !== id)
    : [...supposition.retract, id],
});

export const assumptionAdded = (supposition: Supposition, text: string): Supposition =>
  supposition.add.includes(text) ? supposition : { ...supposition, add: [...supposition.add, text] };

export const assumptionDropped = (supposition: Supposition, text: string): Supposition => ({
  ...supposition,
  add: supposition.add.filter((one) => one !== text),
});
