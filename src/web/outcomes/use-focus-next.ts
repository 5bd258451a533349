import { useLayoutEffect, useRef } from 'preact/hooks';

/** Puts the focus on a field that the next drawing brings, by its id: before any further key is taken. */
export function useFocusNext(): (id: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const field = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (field === null) return;
    wanted.current = undefined;
    field.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
