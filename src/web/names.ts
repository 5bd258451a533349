import { computed, signal } from '@preact/signals';
import { ask } from './answers.ts';

const names = signal<Readonly<Record<string, string>>>({});
let asked = false;

/** The name of an actor by its code; the code itself until the names are there. */
export function nameOf(code: string): string {
  if (!asked) {
    asked = true;
    ask<{ names: Record<string, string> }>('/ledger/names.json').then(
      (answer) => {
        names.value = answer.names;
      },
      () => {
        asked = false;
      },
    );
  }
  if (code === 'press') return 'the report itself';
  if (code === 'OTHERS') return 'others';
  if (code === 'ANY') return 'anybody';
  return names.value[code] ?? code;
}

/** Actors in the order of their names. */
export const actorsByName = (): readonly (readonly [string, string])[] =>
  Object.entries(names.value).sort(([, a], [, b]) => (a < b ? -1 : 1));

/** `nameOf` as a value that changes when the names have come, so that what is drawn with it is drawn anew. */
export const naming = computed(() => {
  const known = names.value;
  return (code: string): string => known[code] ?? nameOf(code);
});
