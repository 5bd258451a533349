import { UnreadableBulletin } from './bulletin.ts';
import { local, unescaped } from './xml-text.ts';

/** What a scan of XML tells its listener. Names come without their prefix. */
export interface XmlListener {
  /** `'skip'` passes over the element with all that is in it. */
  open(name: string, attributes: string): 'skip' | undefined;
  text(text: string): void;
  close(name: string): void;
  /** The markup is wrong here; the scan goes on at the next `<resyncAt …>`. False where that is of no use: it stops. */
  broken(what: string): boolean;
}

const LONGEST_TAG = 262_144;
const DEEPEST = 64;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Scans XML piece by piece in flat memory, as far as data formats use it: elements, attributes, text, CDATA, comments,
 * processing instructions, the five named entities and character references. A document type is refused whole, so that no
 * entity can be declared: nothing can be expanded and nothing fetched.
 */
export function xmlScan(listener: XmlListener, resyncAt: string) {
  let buffer = '';
  let stack: string[] = [];
  /** Qualified name of the element that is passed over, and how often it is open within itself. */
  let skipping: string | undefined;
  let resyncing = false;
  let line = 1;
  let countedTo = 0;

  const countLines = (to: number) => {
    for (let i = buffer.indexOf('\n', countedTo); i >= 0 && i < to; i = buffer.indexOf('\n', i + 1))
      line += 1;
    countedTo = to;
  };
  const fail = (at: number, what: string) => {
    countLines(at);
    if (!listener.broken(`line ${line}: ${what}`)) throw new UnreadableBulletin(`line ${line}: ${what}`);
    resyncing = true;
    skipping = undefined;
  };

  /** Index after the `>` that ends the tag which starts at `from`, past quoted values; -1 where it is not there yet. */
  const endOfTag = (from: number): number => {
    let end = buffer.indexOf('>', from);
    if (end < 0) return -1;
    // A quote before the end may hide a `>`; count only where there is one.
    const quote = firstQuote(from, end);
    if (quote < 0) return end + 1;
    let i = quote;
    for (;;) {
      const close = buffer.indexOf(buffer[i]!, i + 1);
      if (close < 0) return -1;
      if (close > end) {
        end = buffer.indexOf('>', close);
        if (end < 0) return -1;
      }
      i = firstQuote(close + 1, end);
      if (i < 0) return end + 1;
    }
  };
  const firstQuote = (from: number, to: number): number => {
    for (let i = from; i < to; i++) {
      const code = buffer.charCodeAt(i);
      if (code === 34 || code === 39) return i;
    }
    return -1;
  };

  const scan = (final: boolean) => {
    let at = 0;
    const length = buffer.length;
    while (at < length) {
      if (skipping !== undefined) {
        const end = buffer.indexOf(`</${skipping}`, at);
        if (end < 0) {
          at = Math.max(at, length - skipping.length - 2);
          break;
        }
        const after = buffer.indexOf('>', end);
        if (after < 0) {
          at = end;
          break;
        }
        at = after + 1;
        const next = buffer.charCodeAt(end + 2 + skipping.length);
        if (next === 62 || isSpace(next)) skipping = undefined;
        continue;
      }
      const open = buffer.indexOf('<', at);
      if (open < 0) {
        if (!resyncing && stack.length > 0) listener.text(unescaped(buffer.slice(at)));
        at = length;
        break;
      }
      if (open > at && !resyncing && stack.length > 0) listener.text(unescaped(buffer.slice(at, open)));
      at = open;
      const code = buffer.charCodeAt(open + 1);
      if (code === 33 || code === 63) {
        const end = passDeclaration(open);
        if (end < 0) break;
        at = end;
        continue;
      }
      const end = endOfTag(open + 1);
      if (end < 0) {
        if (length - open > LONGEST_TAG) throw new UnreadableBulletin(`line ${line}: a tag without an end`);
        break;
      }
      at = end;
      if (code === 47) closeTag(open, end);
      else openTag(open, end);
    }
    if (final && at < length && !resyncing) {
      countLines(at);
      listener.broken(`line ${line}: the file ends within a tag`);
      resyncing = true;
    }
    countLines(at);
    buffer = buffer.slice(at);
    countedTo = 0;
  };

  /** Passes a comment, CDATA, processing instruction; refuses a document type. Gives the index after it, or -1. */
  const passDeclaration = (open: number): number => {
    if (buffer.startsWith('<!--', open)) {
      const end = buffer.indexOf('-->', open + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (buffer.startsWith('<![CDATA[', open)) {
      const end = buffer.indexOf(']]>', open + 9);
      if (end < 0) return -1;
      if (!resyncing && stack.length > 0) listener.text(buffer.slice(open + 9, end));
      return end + 3;
    }
    if (buffer.charCodeAt(open + 1) === 63) {
      const end = buffer.indexOf('?>', open + 2);
      return end < 0 ? -1 : end + 2;
    }
    if (buffer.length - open < 14) return -1;
    countLines(open);
    if (/^<!doctype html/i.test(buffer.slice(open, open + 14)))
      throw new UnreadableBulletin('it is a web page, not a bulletin');
    throw new UnreadableBulletin(
      `line ${line}: the file has a declaration ${JSON.stringify(buffer.slice(open, open + 10))}; a bulletin needs no ` +
        'document type, and one can hide entities that expand without end or read other files: remove it',
    );
  };

  const openTag = (open: number, end: number) => {
    let nameEnd = open + 1;
    for (; nameEnd < end - 1; nameEnd++) {
      const code = buffer.charCodeAt(nameEnd);
      if (code === 47 || isSpace(code)) break;
    }
    const qualified = buffer.slice(open + 1, nameEnd);
    const name = local(qualified);
    if (resyncing) {
      if (name !== resyncAt) return;
      resyncing = false;
      const level = stack.findIndex((open) => local(open) === resyncAt);
      if (level >= 0) stack = stack.slice(0, level);
    }
    if (qualified === '' || qualified.includes('<'))
      return fail(open, `${JSON.stringify(buffer.slice(open, open + 20))} is no tag`);
    const empty = buffer.charCodeAt(end - 2) === 47;
    const attributes = buffer.slice(nameEnd, empty ? end - 2 : end - 1);
    const wish = listener.open(name, attributes);
    if (empty) listener.close(name);
    else if (wish === 'skip') skipping = qualified;
    else {
      if (stack.length >= DEEPEST)
        throw new UnreadableBulletin(
          `line ${line}: elements are nested deeper than ${DEEPEST}; no bulletin is`,
        );
      stack.push(qualified);
    }
  };

  const closeTag = (open: number, end: number) => {
    if (resyncing) return;
    const qualified = buffer.slice(open + 2, end - 1).trimEnd();
    const expected = stack.pop();
    if (expected !== qualified)
      return fail(
        open,
        expected === undefined
          ? `</${qualified}> closes nothing`
          : `<${expected}> is closed by </${qualified}>`,
      );
    listener.close(local(qualified));
  };

  return {
    push(text: string): void {
      buffer += text;
      scan(false);
    },
    end(): void {
      scan(true);
      if (!resyncing && (stack.length > 0 || skipping !== undefined))
        listener.broken(`line ${line}: the file ends within <${skipping ?? stack.at(-1)}>`);
    },
  };
}
