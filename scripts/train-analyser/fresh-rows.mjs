/** Rows of numbers in a kernel's memory that a network begins with. */
export const freshRowsIn = ({ take, view }) => ({
  /** What is kept of so many rows, made larger for what is dropped (Hinton et al. 2012); all of it without `random`. */
  maskOf(rows, columns, dropped, random) {
    const at = take(rows * columns, false);
    const mask = view(at, rows * columns);
    if (random === undefined) mask.fill(1);
    else for (let i = 0; i < mask.length; i++) mask[i] = random.next() < dropped ? 0 : 1 / (1 - dropped);
    return at;
  },
  /** So many rows that are all the same, for products to be added to. */
  rowsOf(rows, bias, width) {
    const at = take(rows * width, false);
    const row = view(bias, width);
    for (let i = 0; i < rows; i++) view(at + i * width * 4, width).set(row);
    return at;
  },
});
