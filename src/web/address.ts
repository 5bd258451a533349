import { signal } from '@preact/signals';

/** Where the page stands: all that a link to it needs. */
export interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
  readonly hash: string;
}

const here = (): Address => ({
  path: location.pathname,
  params: new URLSearchParams(location.search),
  hash: decodeURIComponent(location.hash.slice(1)),
});

/** The page's address; views read it and follow it. */
export const address = signal<Address>(here());

/** Goes to an address of the page, as a new step of the browser's history or in place of the last one. */
export function go(href: string, { replace = false } = {}): void {
  const before = location.pathname;
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  address.value = here();
  if (location.pathname !== before) scrollTo(0, 0);
}

/** The address with some parameters set, or taken out where undefined or empty. */
export function withParams(
  { path, params, hash }: Address,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return `${path}${queryOf(next)}${hash === '' ? '' : `#${encodeURIComponent(hash)}`}`;
}

/** `?a=1&b=2`, or nothing where there is no parameter. Commas stay readable. */
export function queryOf(params: URLSearchParams): string {
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The parameters of an address that hold for every view: which reports, as of when, known by when. */
export function viewParams(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const name of ['reports', 'asOf', 'knownBy', 'record']) {
    const value = params.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

const VIEW = /^\/(?:$|(?:reports|standoff|outcomes|ledger|evidence)(?:\/[\w-]+)?$)/;

/** Lets links within the page change the view without loading anew; other addresses stay the browser's. */
export function followAddresses(): void {
  addEventListener('popstate', () => {
    address.value = here();
  });
  addEventListener('hashchange', () => {
    address.value = here();
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '' || link.hasAttribute('download')) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin || !VIEW.test(to.pathname)) return;
    if (to.pathname === location.pathname && to.search === location.search && to.hash !== '') return;
    event.preventDefault();
    go(`${to.pathname}${to.search}${to.hash}`);
  });
}
