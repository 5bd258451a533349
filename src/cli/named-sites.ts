import { sitesNamed, type TestSite } from '../seismic/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * The sites that a name on the command line means.
 * @throws UsageError that lists the sites where it means none.
 */
export function namedSites(name: string, sites: readonly TestSite[]): readonly TestSite[] {
  const found = sitesNamed(name, sites);
  if (found.length > 0) return found;
  throw new UsageError(
    `there is no test site "${name}" in the table; it has ${sites.map((s) => s.id).join(', ')}`,
  );
}
