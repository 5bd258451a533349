import { signal } from '@preact/signals';
import { remember } from './memory.ts';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'firstmove.theme';
const given = document.documentElement.dataset.theme;

/** The theme that the person chose; the system's where none. */
export const theme = signal<Theme>(given === 'light' || given === 'dark' ? given : 'system');

/** Shows a theme and remembers it for the next visit. */
export function chooseTheme(next: Theme): void {
  theme.value = next;
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  remember(KEY, next === 'system' ? undefined : next);
}
