/** Whether a text given as a report is a page: a document's start, or several elements and few bare words. */
export function isHtml(text: string): boolean {
  const start = text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(start))
    return true;
  const closing =
    text.slice(0, 20_000).match(/<\/(?:p|div|a|span|h[1-6]|li|ul|article|section)>/gi)?.length ?? 0;
  return closing >= 3 && start.startsWith('<');
}
