import type { TestSite } from './tables.ts';

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

/** Sites by id, name or alias, without regard to case, marks and hyphens; all that fit as a part where none fits whole. */
export function sitesNamed(name: string, sites: readonly TestSite[]): readonly TestSite[] {
  const wanted = plain(name);
  if (wanted === '') return [];
  const namesOf = (site: TestSite) => [site.id, site.name, ...site.aliases].map(plain);
  const whole = sites.filter((site) => namesOf(site).includes(wanted));
  return whole.length > 0 ? whole : sites.filter((site) => namesOf(site).some((n) => n.includes(wanted)));
}

/** Sites whose name or an alias a text names, letter for letter, as words of their own. */
export function sitesIn(words: string, sites: readonly TestSite[]): readonly TestSite[] {
  const stands = (name: string): boolean => {
    const at = words.indexOf(name);
    return at >= 0 && !/\p{L}/u.test(words[at - 1] ?? '') && !/\p{L}/u.test(words[at + name.length] ?? '');
  };
  return sites.filter(({ name, aliases }) => [name, name.replace(/( \(|,).*$/, ''), ...aliases].some(stands));
}
