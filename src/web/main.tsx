import { render } from 'preact';
import { useCallback } from 'preact/hooks';
import './tokens.css';
import './page.css';
import './figure.css';
import './conflict.css';
import './print.css';
import { address, followAddresses, go } from './address.ts';
import { HomeView } from './home/home-view.tsx';
import { lazyView } from './lazy-view.tsx';
import { Shell, VIEWS } from './shell.tsx';
import { listenForShortcuts } from './shortcuts.ts';

interface SearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

const StandoffView = lazyView<SearchProps>(() =>
  import('./standoff/standoff-view.tsx').then((module) => module.StandoffView),
);
const OutcomesView = lazyView<SearchProps>(() =>
  import('./outcomes/outcomes-view.tsx').then((module) => module.OutcomesView),
);
const ReportView = lazyView<object>(() =>
  import('./report/report-view.tsx').then((module) => module.ReportView),
);
const LedgerView = lazyView<object>(() =>
  import('./ledger/ledger-view.tsx').then((module) => module.LedgerView),
);
const EvidenceView = lazyView<object>(() =>
  import('./evidence/evidence-view.tsx').then((module) => module.EvidenceView),
);

/** The view that the address names. */
function Page() {
  const { path, params } = address.value;
  const query = params.toString();
  const onSearch = useCallback((search: string) => go(`${location.pathname}${search}`), []);
  const view = VIEWS.find((one) => one.path !== '/' && path.startsWith(one.path)) ?? VIEWS[0]!;
  const search = { search: query === '' ? '' : `?${query}`, onSearch };
  return (
    <Shell view={view}>
      {view.id === 'brief' && <HomeView />}
      {view.id === 'report' && <ReportView />}
      {view.id === 'standoff' && <StandoffView {...search} />}
      {view.id === 'outcomes' && <OutcomesView {...search} />}
      {view.id === 'ledger' && <LedgerView />}
      {view.id === 'evidence' && <EvidenceView />}
    </Shell>
  );
}

followAddresses();
listenForShortcuts();
render(<Page />, document.getElementById('page')!);
