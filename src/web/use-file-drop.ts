import { useCallback } from 'preact/hooks';
import { useFilesDrop } from './use-files-drop.ts';

/** Takes one file that is dropped anywhere on the page; tells whether one is being held over it. */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const first = useCallback(
    ([file]: readonly File[]) => {
      if (file !== undefined) onFile(file);
    },
    [onFile],
  );
  return useFilesDrop(first);
}
