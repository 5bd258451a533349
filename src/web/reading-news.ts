/** What the desk tells of a report that is read. */
export interface ReadingNews {
  readonly id: string;
  readonly state: 'reading' | 'read' | 'failed';
  readonly done: number;
  readonly waiting: number;
  readonly failure?: string;
}

/**
 * Follows the reader's progress.
 * @returns resolves once the stream is open, to the function that ends it; so nothing is missed that is sent after.
 */
export function followReading(tell: (news: ReadingNews) => void): Promise<() => void> {
  const stream = new EventSource('/events');
  stream.addEventListener('reading', (event) => tell(JSON.parse((event as MessageEvent<string>).data)));
  return new Promise((resolve) => {
    const close = () => stream.close();
    stream.addEventListener('open', () => resolve(close), { once: true });
    // Without the stream progress is not told, but the reports are read all the same.
    stream.addEventListener('error', () => resolve(close), { once: true });
  });
}
