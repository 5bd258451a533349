/**
 * Lays tables out one behind the other, each at a multiple of four numbers.
 * @param shapes name, rows and columns of each.
 */
export function laidOut(shapes) {
  let at = 0;
  const tables = {};
  for (const [name, rows, columns] of shapes) {
    tables[name] = { at, rows, columns };
    at += Math.ceil((rows * columns) / 4) * 4;
  }
  return { tables, count: at };
}

/** The numbers of laid out tables, by name. @param tableAt where each lies in the kernel's memory. */
export const numbersOf = ({ view }, { tables }, tableAt) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, { rows, columns }]) => [
      name,
      { rows, columns, numbers: view(tableAt(name), rows * columns).slice() },
    ]),
  );
