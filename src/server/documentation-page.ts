import type { z } from 'zod';
import type { Route } from './route.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
const anchor = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function parameterRows(shape: z.ZodObject | undefined, place: string): readonly string[] {
  if (shape === undefined) return [];
  return Object.entries(shape.shape as Record<string, z.ZodType>).map(
    ([name, one]) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${place}${one.safeParse(undefined).success ? '' : ', needed'}</td><td>${escaped(one.description ?? '')}</td></tr>`,
  );
}

function routeSection(one: Route): string {
  const rows = [...parameterRows(one.params, 'path'), ...parameterRows(one.query, 'query')];
  const body =
    one.body === undefined
      ? ''
      : `<p>Body${'json' in one.body ? ' (JSON)' : ` (${one.body.raw.map(escaped).join(', ')})`}: ${escaped(one.body.description)}.</p>`;
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">parameter</th><th scope="col">where</th><th scope="col">what it is</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const answers = Object.entries(one.answers).map(
    ([status, { description, type }]) =>
      `<li><strong>${status}</strong> ${escaped(description)}${type === undefined ? '' : ` (${escaped(type)})`}</li>`,
  );
  return `<section><h3><span class="method">${one.method.toUpperCase()}</span> <code>${escaped(one.path)}</code></h3><p>${escaped(one.summary)}.</p>${body}${table}<ul>${answers.join('')}</ul></section>`;
}

/** The addresses of the desk as a page that needs no script. */
export function documentationPage(routes: readonly Route[]): string {
  const groups = [...new Set(routes.map(({ group }) => group))];
  const contents = groups.map((group) => `<li><a href="#${anchor(group)}">${escaped(group)}</a></li>`);
  const sections = groups.map(
    (group) =>
      `<h2 id="${anchor(group)}">${escaped(group)}</h2>${routes
        .filter((one) => one.group === group)
        .map(routeSection)
        .join('')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Addresses of the desk · Firstmove</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>Addresses of the desk</h1>
<p>Every address of the page gives its data with <code>.json</code> at its end. What is refused comes as <code>{"error": {"message", "remedy"}}</code>. For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href="/">To the desk</a>.</p>
<nav aria-label="Groups"><ul>${contents.join('')}</ul></nav>
${sections.join('\n')}
</main></body></html>
`;
}

export const DOCUMENTATION_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
section { margin: 1.5rem 0; padding-top: 0.5rem; border-top: 1px solid GrayText; }
h3 { overflow-wrap: anywhere; margin: 0.5rem 0; font-size: 1.05rem; }
.method { font-weight: 400; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, GrayText 40%, transparent); }
`;
