import { createHash } from 'node:crypto';
import type { Content } from './contents.ts';
import type { Desk, StoredBulletin } from './desk.ts';
import { type Records, record, statementsOf } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { type Statement, stated } from './statement.ts';

const headingOf = ({ subject, recorded, content }: Statement): Omit<StoredBulletin, 'text'> => ({
  id: subject,
  name: (content as Content<'bulletin'>).name,
  receivedAt: recorded,
});

/** Seismic bulletins as given. */
export function bulletinActs(records: Records): Pick<Desk, 'keepBulletin' | 'bulletins' | 'bulletin'> {
  return {
    keepBulletin: ({ name, text }) =>
      records.act(async (trx, at) => {
        const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
        const id = `bulletin-${sha256.slice(0, 12)}`;
        const [known] = await statementsOf(trx, 'bulletin', { subject: id });
        if (known !== undefined) {
          // Twelve digits of a hash can be made to coincide on purpose.
          if ((known.content as Content<'bulletin'>).sha256 === sha256) return { id, known: true };
          throw new DeskRefusal(
            'unfit',
            `${name}: another bulletin has its id ${id}; add a comment line to it`,
          );
        }
        const content: Content<'bulletin'> = { name, sha256 };
        await record(trx, [stated({ kind: 'bulletin', subject: id, recorded: at, content, original: text })]);
        return { id, known: false };
      }),
    async bulletins() {
      // Two desks that were brought together may both have taken it: the first receipt counts.
      const first = new Map<string, Statement>();
      for (const bulletin of await statementsOf(records.db, 'bulletin'))
        if (!first.has(bulletin.subject)) first.set(bulletin.subject, bulletin);
      return [...first.values()].map(headingOf).reverse();
    },
    async bulletin(id) {
      const [bulletin] = await statementsOf(records.db, 'bulletin', { subject: id, original: true });
      return bulletin && { ...headingOf(bulletin), text: bulletin.original! };
    },
  };
}
