import type { ComponentChild } from 'preact';

interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** Rows are drawn up to so many; who needs more takes the file. */
const SHOWN_AT_MOST = 500;

/** A table with its caption, scrolled in a box of its own where it is larger than the screen. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChild[])[];
}) {
  const shown = rows.slice(0, SHOWN_AT_MOST);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table larger than its box is scrolled by keys
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>
          {caption}
          {rows.length > shown.length &&
            ` The first ${shown.length} of ${rows.length} rows; the file holds all.`}
        </caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              {row.map((value, place) =>
                place === 0 ? (
                  <th key={columns[place]!.title} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={columns[place]!.title} class={columns[place]!.isNumber ? 'number' : undefined}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
