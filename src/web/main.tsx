import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import './page.css';
import './conflict.css';
import { OutcomesView } from './outcomes/outcomes-view.tsx';
import { StandoffView } from './standoff/standoff-view.tsx';

/** The two views of a conflict, by the page's address. */
function Page() {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const back = () => setSearch(location.search);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: string) => {
    history.pushState(null, '', `${location.pathname}${next}`);
    setSearch(next);
  }, []);
  const isOutcomes = location.pathname.startsWith('/outcomes');
  return (
    <>
      <header>
        <nav aria-label="Views">
          <strong>Firstmove</strong>
          <a href="/standoff" aria-current={isOutcomes ? undefined : 'page'}>
            Stand-off
          </a>
          <a href="/outcomes" aria-current={isOutcomes ? 'page' : undefined}>
            Outcomes
          </a>
        </nav>
      </header>
      <main>
        {isOutcomes ? (
          <OutcomesView search={search} onSearch={go} />
        ) : (
          <StandoffView search={search} onSearch={go} />
        )}
      </main>
    </>
  );
}

render(<Page />, document.getElementById('page')!);
