import { useEffect, useState } from 'preact/hooks';

/** The text of a figure that the desk draws; undefined until it is there, or where it cannot be had. */
export function useSvg(path: string): string | undefined {
  const [svg, setSvg] = useState<string>();
  useEffect(() => {
    const control = new AbortController();
    fetch(path, { signal: control.signal })
      .then(async (response) => setSvg(response.ok ? await response.text() : undefined))
      .catch(() => {
        // The table beside the figure tells the same; without an answer its own failure is shown.
      });
    return () => control.abort();
  }, [path]);
  return svg;
}
