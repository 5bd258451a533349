import { streamSSE } from 'hono/streaming';
import type { DeskSetting } from './desk-setting.ts';
import type { Limits } from './limits.ts';
import type { ReadingNews } from './reading-queue.ts';
import { Refusal } from './refusal.ts';
import { type Route, route } from './route.ts';

/** Proxies and browsers give up a connection on which nothing comes. */
const SIGN_OF_LIFE = 20_000;

/** The stream of progress: one event for each thing that happens to a report that is read. */
export function eventRoutes({ readings }: DeskSetting, { streams }: Limits): readonly Route[] {
  let open = 0;
  return [
    route({
      method: 'get',
      path: '/events',
      group: 'Reports',
      summary: 'Progress of the reader, as server-sent events named `reading`',
      answers: {
        200: {
          description: 'event: reading, data: {id, state, done, waiting, claims?, failure?}',
          type: 'text/event-stream',
        },
        429: { description: 'too many streams are open' },
      },
      answer: ({ c }) => {
        if (open >= streams)
          throw new Refusal(429, 'too many streams of progress are open', { retryAfter: 5 });
        open += 1;
        return streamSSE(c, async (stream) => {
          let leave = () => {};
          const left = new Promise<void>((resolve) => {
            leave = resolve;
          });
          stream.onAbort(leave);
          const stop = readings.follow((news: ReadingNews) => {
            void stream.writeSSE({ event: 'reading', data: JSON.stringify(news) });
          }, leave);
          const alive = setInterval(() => void stream.write(': still here\n\n'), SIGN_OF_LIFE);
          await stream.write('retry: 2000\n\n');
          await left;
          clearInterval(alive);
          stop();
          open -= 1;
        });
      },
    }),
  ];
}
