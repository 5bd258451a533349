import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { remember, remembered } from './memory.ts';

/** A key that does something, as the sheet tells it. */
export interface Shortcut {
  /** Values of `KeyboardEvent.key`; any of them. */
  readonly keys: readonly string[];
  readonly words: string;
  readonly run: () => void;
}

const KEY = 'firstmove.single-keys';

/** Whether single keys do something; who dictates or types with help can turn them off (WCAG 2.2, 2.1.4). */
export const singleKeys = signal(remembered(KEY) !== 'off');

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  remember(KEY, on ? undefined : 'off');
}

/** The shortcuts that hold now, the view's before the page's. */
export const shortcuts = signal<readonly (readonly Shortcut[])[]>([]);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

/** Lets keys work while a component is shown; the latest functions are run. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  const told = list.map(({ keys, words }) => `${keys.join(' ')} ${words}`).join('\n');
  useEffect(() => {
    const held = latest.current.map(
      ({ keys, words }): Shortcut => ({
        keys,
        words,
        run: () => latest.current.find((own) => own.words === words)?.run(),
      }),
    );
    shortcuts.value = [held, ...shortcuts.value];
    return () => {
      shortcuts.value = shortcuts.value.filter((other) => other !== held);
    };
  }, [told]);
}

/** Runs the shortcut of a key that is pressed outside fields and dialogs. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!singleKeys.value || isTyping(event.target) || document.querySelector('dialog[open]') !== null)
      return;
    const shortcut = shortcuts.value.flat().find(({ keys }) => keys.includes(event.key));
    if (shortcut === undefined) return;
    event.preventDefault();
    shortcut.run();
  });
}
