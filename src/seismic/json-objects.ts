import { UnreadableBulletin } from './bulletin.ts';

const LONGEST_OBJECT = 64 * 1024 * 1024;
const DEEPEST = 128;

/**
 * Cuts the objects out of a JSON text as it comes: each member of the list under the key `features`, or else each object
 * at the top. `push` gives the text of each object with the line where it begins.
 */
export function jsonObjects() {
  let buffer = '';
  /** How far the buffer was looked at. */
  let at = 0;
  let line = 1;
  /** Depth of brackets; an object is cut when the depth falls back to `cutDepth`. */
  let depth = 0;
  let cutDepth = 0;
  let start = -1;
  let startLine = 1;
  let inString = false;
  let escaped = false;
  let stringStart = -1;
  let lastString = '';
  let hadFeatures = false;

  const push = (text: string): { readonly text: string; readonly line: number }[] => {
    const out: { readonly text: string; readonly line: number }[] = [];
    buffer += text;
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) {
          inString = false;
          if (depth <= 1) lastString = buffer.slice(stringStart + 1, at);
        } else if (code === 10) line += 1;
        continue;
      }
      switch (code) {
        case 34:
          inString = true;
          stringStart = at;
          break;
        case 10:
          line += 1;
          break;
        case 91: // [
          depth += 1;
          if (depth === 2 && cutDepth === 0 && lastString === 'features') {
            cutDepth = 2;
            start = -1;
            hadFeatures = true;
          } else if (depth === 1) cutDepth = 1;
          break;
        case 123: // {
          if (depth === cutDepth && start < 0) {
            start = at;
            startLine = line;
          }
          depth += 1;
          if (depth > DEEPEST)
            throw new UnreadableBulletin(
              `line ${line}: brackets are nested deeper than ${DEEPEST}; no bulletin is`,
            );
          break;
        case 93: // ]
          depth -= 1;
          if (depth < cutDepth) cutDepth = depth === 1 ? -1 : 0;
          break;
        case 125: // }
          depth -= 1;
          if (depth === cutDepth && start >= 0) {
            out.push({ text: buffer.slice(start, at + 1), line: startLine });
            start = -1;
          } else if (depth === 0) cutDepth = 0;
          break;
      }
    }
    const keep = start >= 0 ? start : inString ? stringStart : at;
    buffer = buffer.slice(keep);
    at -= keep;
    stringStart -= keep;
    if (start >= 0) start = 0;
    if (buffer.length > LONGEST_OBJECT)
      throw new UnreadableBulletin(`line ${startLine}: one JSON object is longer than 64 MB`);
    return out;
  };
  return {
    push,
    /** How the text ended: within brackets, and whether it had a list of features. */
    end: () => ({ cutOff: depth > 0 || inString, hadFeatures, line }),
  };
}
