/** Elements and attributes that the figures draw with. What is not named here does not reach the page. */
const ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs clipPath marker'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  `viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform id class role aria-labelledby aria-hidden
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity
  paint-order font-family font-size font-weight font-style text-anchor dominant-baseline dx dy clip-path marker-end
  markerWidth markerHeight refX refY orient preserveAspectRatio`.split(/\s+/),
);
/** The only reference a figure makes is to a part of itself. */
const OWN_REFERENCE = /^url\(#[\w-]+\)$/;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A figure as a node of the page: parsed apart from it, and built anew from the elements and attributes that figures
 * draw with, so that nothing else in the text (scripts, handlers, links, foreign markup) can act. Ids are made the
 * figure's own by a prefix, since a page may show several.
 * @returns undefined where the text is no SVG.
 */
export function svgNode(text: string, prefix: string): SVGSVGElement | undefined {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (parsed.namespaceURI !== SVG || parsed.localName !== 'svg') return undefined;
  return copied(parsed, prefix) as SVGSVGElement;
}

function copied(from: Element, prefix: string): Element {
  const node = document.createElementNS(SVG, from.localName);
  for (const { name, value } of from.attributes) {
    if (!ATTRIBUTES.has(name)) continue;
    if (name === 'id') node.setAttribute(name, `${prefix}-${value}`);
    else if (name === 'aria-labelledby')
      node.setAttribute(
        name,
        value
          .split(/\s+/)
          .map((id) => `${prefix}-${id}`)
          .join(' '),
      );
    else if (!value.includes('url(')) node.setAttribute(name, value);
    else if (OWN_REFERENCE.test(value)) node.setAttribute(name, value.replace('#', `#${prefix}-`));
  }
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) node.append(child.nodeValue ?? '');
    else if (child instanceof Element && child.namespaceURI === SVG && ELEMENTS.has(child.localName))
      node.append(copied(child, prefix));
  }
  return node;
}
