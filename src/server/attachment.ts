/** Headers of a file to keep. The name is of our own making: letters, digits, dots and dashes only. */
export function attachment(name: string): { 'content-disposition': string } {
  const safe = name.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+/, '') || 'file';
  return { 'content-disposition': `attachment; filename="${safe}"` };
}
