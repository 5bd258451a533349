import { address, withParams } from '../address.ts';
import { StandingDays } from '../standing-days.tsx';
import './ledger.css';
import { LedgerSearch } from './ledger-search.tsx';
import { SourcesDialog } from './sources-dialog.tsx';
import { TestsPart } from './tests-part.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { TreatyTable } from './treaty-table.tsx';

const PARTS = [
  { id: 'treaties', name: 'Treaties' },
  { id: 'tests', name: 'Tests' },
  { id: 'timeline', name: 'Timeline' },
] as const;

/** What is on record, as of a day and as known by a day. */
export function LedgerView() {
  const shown = address.value.params.get('show') ?? PARTS[0].id;
  return (
    <div class="view ledger">
      <header class="ledger-head">
        <div>
          <h2>Ledger</h2>
          <p class="quiet">What is on record, each row with its source.</p>
        </div>
        <StandingDays asOfHint="today" />
      </header>
      <LedgerSearch />
      <nav class="parts no-print" aria-label="Parts of the ledger">
        {PARTS.map(({ id, name }) => (
          <a
            key={id}
            href={withParams(address.value, { show: id === PARTS[0].id ? undefined : id })}
            aria-current={id === shown ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      {shown === 'tests' ? <TestsPart /> : shown === 'timeline' ? <TimelinePart /> : <TreatyTable />}
      <SourcesDialog />
    </div>
  );
}
