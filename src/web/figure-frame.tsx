import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DataTable } from './data-table.tsx';
import { csvOf, handOver, pngOf } from './figure-files.ts';
import { svgNode } from './svg-node.ts';

/** Letters of a figure drawn for a wide page can still be read at so many CSS pixels. */
const LEAST_WIDTH = 620;

/**
 * A figure with all that belongs to it: caption, source line, files to keep (SVG, PNG, CSV) and the same as a table.
 * @param name file name without ending.
 * @param draw the figure as SVG text for a width in CSS pixels.
 */
export function FigureFrame({
  name,
  caption,
  source,
  draw,
  columns,
  rows,
}: {
  readonly name: string;
  readonly caption: string;
  readonly source: string;
  readonly draw: (width: number) => string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const place = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  const [failure, setFailure] = useState('');
  const id = useId().replace(/\W/g, '');
  useLayoutEffect(() => {
    const node = place.current!;
    setWidth(node.clientWidth);
    const observer = new ResizeObserver(() => setWidth(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const svg = useMemo(() => (width === 0 ? '' : draw(width)), [width, draw]);
  useEffect(() => {
    if (svg === '') return;
    const node = svgNode(svg, id);
    if (node === undefined) return;
    // A figure that does not fit its words to the width is scrolled rather than made too small to read.
    const [, , natural = 0] = (node.getAttribute('viewBox') ?? '').split(' ').map(Number);
    node.style.minInlineSize = `${Math.min(natural, LEAST_WIDTH)}px`;
    place.current?.replaceChildren(node);
  }, [svg, id]);
  const words = source === '' ? caption : `${caption} ${source}`;
  return (
    <figure class="figure-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a figure wider than the screen is scrolled by keys */}
      <section class="figure-scroll" ref={place} aria-label={caption} tabIndex={0} />
      <figcaption>
        <span class="figure-words">
          {caption} {source !== '' && <span class="source">{source}</span>}
        </span>
        <span class="figure-tools">
          <button
            type="button"
            aria-label={`SVG of: ${caption}`}
            onClick={() => handOver(`${name}.svg`, captioned(svg, words), 'image/svg+xml')}
          >
            SVG
          </button>
          <button
            type="button"
            aria-label={`PNG of: ${caption}`}
            onClick={() =>
              pngOf(svg).then(
                (picture) => handOver(`${name}.png`, picture, 'image/png'),
                (error: Error) => setFailure(`No picture: ${error.message}.`),
              )
            }
          >
            PNG
          </button>
          <button
            type="button"
            aria-label={`CSV of: ${caption}`}
            onClick={() => handOver(`${name}.csv`, csvOf(columns, rows), 'text/csv')}
          >
            CSV
          </button>
        </span>
      </figcaption>
      {failure !== '' && <p role="alert">{failure}</p>}
      <details class="no-print">
        <summary>The same as a table ({rows.length === 1 ? '1 row' : `${rows.length} rows`})</summary>
        <DataTable
          caption={`As a table: ${caption}`}
          columns={columns.map((title) => ({ title }))}
          rows={rows}
        />
      </details>
    </figure>
  );
}

/** The file of a figure tells where it comes from. */
const captioned = (svg: string, words: string): string =>
  svg.replace(/(<svg[^>]*>)/, (opening) => `${opening}\n<!-- ${words.replaceAll('--', '–')} -->`);
