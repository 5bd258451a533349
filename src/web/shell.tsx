import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { address, go, queryOf, viewParams } from './address.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { chooseTheme, type Theme, theme } from './theme.ts';

/** A view of the desk as the navigation tells it. */
export interface ViewName {
  readonly id: string;
  readonly name: string;
  /** What the view answers, as the page's title. */
  readonly title: string;
  readonly path: string;
}

export const VIEWS: readonly ViewName[] = [
  { id: 'brief', name: 'Brief', title: 'Brief', path: '/' },
  { id: 'report', name: 'Report', title: 'Report: what is claimed, in which words', path: '/reports' },
  { id: 'standoff', name: 'Stand-off', title: 'Stand-off: who waits for whom', path: '/standoff' },
  { id: 'outcomes', name: 'Outcomes', title: 'Outcomes: what is stable, and why', path: '/outcomes' },
  { id: 'ledger', name: 'Ledger', title: 'Ledger: what is on record', path: '/ledger' },
  { id: 'evidence', name: 'Evidence', title: 'Evidence: what instruments recorded', path: '/evidence' },
];

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };
const THEME_WORDS: Readonly<Record<Theme, string>> = { system: 'Auto', dark: 'Dark', light: 'Light' };

/** The address of a view, with the reports and days that are being looked at. */
function viewAddress({ id, path }: ViewName): string {
  const { params, path: here } = address.value;
  const kept = viewParams(params);
  const shown = /^\/reports\/([\w-]+)$/.exec(here)?.[1] ?? '';
  if (id === 'report') {
    const first = shown || (kept.get('reports') ?? '').split(',')[0];
    kept.delete('reports');
    kept.delete('record');
    return `${path}${first === '' ? '' : `/${first}`}${queryOf(kept)}`;
  }
  if (shown !== '' && !kept.has('reports')) kept.set('reports', shown);
  if (id === 'outcomes') {
    kept.delete('asOf');
    kept.delete('knownBy');
  }
  if (id === 'evidence') return path;
  return `${path}${queryOf(kept)}`;
}

/** The page around a view: the way in, the views, the tools, and where the words come from. */
export function Shell({ view, children }: { readonly view: ViewName; readonly children: ComponentChildren }) {
  const sheet = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const to = (id: string) => () => go(viewAddress(VIEWS.find((one) => one.id === id)!));
  useShortcuts([
    {
      keys: ['?'],
      words: 'This sheet',
      run: () => {
        sheet.value = true;
      },
    },
    ...VIEWS.map(({ id, name }, index) => ({
      keys: [String(index + 1)],
      words: `Go to ${name}`,
      run: to(id),
    })),
    { keys: ['t'], words: 'Light, dark or as the system', run: () => chooseTheme(NEXT_THEME[theme.value]) },
  ]);
  useEffect(() => {
    document.title = `${view.title} – Firstmove`;
    document.querySelector('.views [aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    // A new view is told to those who do not see it, and Tab goes on from its top.
    if (!isFirst.current) heading.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [view]);
  return (
    <>
      <a class="skip" href="#content">
        To the content
      </a>
      <header class="masthead">
        <div class="masthead-line">
          <a class="brand" href={viewAddress(VIEWS[0]!)}>
            <img src="/icon.svg" alt="" width="22" height="22" /> Firstmove
          </a>
          <nav class="views" aria-label="Views">
            {VIEWS.map((one) => (
              <a key={one.id} href={viewAddress(one)} aria-current={one.id === view.id ? 'page' : undefined}>
                {one.name}
              </a>
            ))}
          </nav>
          <div class="tools">
            <button
              type="button"
              aria-label={`Theme: ${THEME_WORDS[theme.value]}; change`}
              onClick={() => chooseTheme(NEXT_THEME[theme.value])}
            >
              <span aria-hidden="true">◐</span> {THEME_WORDS[theme.value]}
            </button>
            <button
              type="button"
              aria-label="Keyboard shortcuts"
              onClick={() => {
                sheet.value = true;
              }}
            >
              ?
            </button>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <h1 class="visually-hidden" tabIndex={-1} ref={heading}>
          {view.title}
        </h1>
        {children}
      </main>
      <footer class="foot">
        Every number, verdict and edge has its rows behind it. This page asks only this desk; nothing is sent
        elsewhere. <a href="/docs">The desk’s addresses</a>
      </footer>
      {sheet.value && (
        <ShortcutSheet
          onClose={() => {
            sheet.value = false;
          }}
        />
      )}
    </>
  );
}
