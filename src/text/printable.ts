/**
 * The text without control characters and marks of direction: words of others must not move a terminal's cursor, colour
 * its screen or turn its lines around. Tabs and line ends stay.
 */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

/** The same as one line. */
export const printableLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
