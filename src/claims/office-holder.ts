import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import type { ActorCode } from './claim.ts';
import type { Office } from './lexicon.ts';
import { officeOn } from './mentions.ts';
import { lemmaOf } from './syntax.ts';

/** "the Russian president": the person in that office on the report's day, where the ledger knows one. */
export function officeHolder(
  context: ActorContext,
  word: Word,
  actor: ActorCode,
): { person?: string; org?: string } {
  const lemma = lemmaOf(word);
  if (lemma !== 'president') return {};
  const holders = [...context.reading.lexicon.surnames.values()]
    .map((offices) => officeOn(offices, context.reading.date))
    .filter(
      (office) => office.actor === actor && /^president\b/i.test(office.role) && office.to === undefined,
    );
  // Where the ledger does not know when a term ended, the next one ended it.
  const since = ({ from, seenOn }: Office) => from ?? seenOn ?? '';
  const latest = holders.reduce<Office | undefined>(
    (last, holder) => (last === undefined || since(holder) > since(last) ? holder : last),
    undefined,
  );
  return latest === undefined ? {} : { person: latest.person };
}

/** The state last spoken of whose president the ledger knows, and who that is. */
export function presided(context: ActorContext, word: Word): [ActorCode, { person?: string }] | [] {
  const { subject, actors } = context.discourse;
  for (const actor of [...(subject === undefined ? [] : [subject]), ...actors].slice(0, 4)) {
    const holder = officeHolder(context, word, actor);
    if (holder.person !== undefined) return [actor, holder];
  }
  return [];
}
