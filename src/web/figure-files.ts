/** Hands something over as a file to keep. */
export function handOver(name: string, content: string | Blob, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A cell of a CSV file. What a spreadsheet would take for a formula is quoted with an apostrophe. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as comma-separated values (RFC 4180). */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** So many points of a picture to one of the figure: sharp on paper. */
const SHARPNESS = 2;

/** A figure as a picture. @throws where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const sized = withSize(svg);
  const address = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARPNESS;
    canvas.height = image.naturalHeight * SHARPNESS;
    const context = canvas.getContext('2d')!;
    context.scale(SHARPNESS, SHARPNESS);
    context.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('this browser cannot draw the picture; take the SVG');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A figure that names only its proportions, with a size of its own. */
function withSize(svg: string): string {
  const [opening] = /<svg[^>]*>/.exec(svg) ?? [''];
  if (/\swidth=/.test(opening)) return svg;
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(opening) ?? [];
  return svg.replace('<svg', `<svg width="${width}" height="${height}"`);
}
