import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** PLACEHOLDER until the frame of the page's figures is merged. */
export function ConflictFigure({
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
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    if (frame.current !== null) setWidth(frame.current.clientWidth);
  }, []);
  return (
    <figure ref={frame}>
      <div class="figure-scroll" dangerouslySetInnerHTML={{ __html: draw(width) }} />
      <figcaption>
        {caption} <span class="quiet">{source}</span>
      </figcaption>
      <details>
        <summary>As a table</summary>
        <div class="figure-scroll">
          <table>
            <thead>
              <tr>
                {columns.map((c) => (
                  <th key={c}>{c}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, i) => (
                    <td key={columns[i]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
