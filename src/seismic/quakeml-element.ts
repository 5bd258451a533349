/** One element of an event; parts that screening has no use for are never built. */
export interface Element {
  readonly name: string;
  readonly id: string | undefined;
  readonly parts: Element[];
  text: string;
}

/** The first part of that name. */
export const part = (element: Element | undefined, name: string): Element | undefined =>
  element?.parts.find((p) => p.name === name);

/** The words of an element; `null` counts as none, as some services write it. */
export const textOf = (element: Element | undefined): string | undefined => {
  const text = element?.text.trim();
  return text === undefined || text === '' || text === 'null' ? undefined : text;
};

export const numberOf = (element: Element | undefined): number | undefined => {
  const text = textOf(element);
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** The value of a quantity: QuakeML wraps numbers and times in `<value>`. */
export const quantity = (element: Element, name: string) => part(part(element, name), 'value');
