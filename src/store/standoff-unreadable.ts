/** A stand-off, or what it takes to read reports about it, that cannot be read: one sentence for the person. */
export class StandoffUnreadable extends Error {}

/**
 * Opens something of a stand-off.
 * @param place what is opened, for the message.
 * @throws StandoffUnreadable where `open` says that a file cannot be read, by a RangeError.
 */
export function readable<T>(place: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof RangeError) throw new StandoffUnreadable(`${place}: ${error.message}`);
    throw error;
  }
}
