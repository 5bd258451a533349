import { optionsWaitedFor, rulesOf } from '../analysis/index.ts';
import { type Ledger, nameOf, ownCodes } from '../ledger/index.ts';
import { type OptionKind, optionOf, type Position, type Standoff } from '../model/index.ts';
import { eventInWords, type ScreenedEvent } from '../seismic/index.ts';
import { instantOf } from '../time/instant.ts';
import { firstDay } from '../time/partial-date.ts';
import type { News } from './brief.ts';
import { capitalised } from './listed.ts';
import { positionSentence, wordingOf } from './words.ts';

/** Who would have fired at the event's site: its host, where the host or the state that it continues tested there. */
function testerOf({ association }: ScreenedEvent, ledger: Ledger): string | undefined {
  const site = association?.site;
  if (site === undefined) return undefined;
  return ownCodes(ledger, site.host).some((code) => site.testedBy.includes(code)) ? site.host : undefined;
}

/** Whether a position hangs on a test by this state, or by anybody else than its holder. */
function hangsOn(position: Position, tester: string, kind: OptionKind): boolean {
  if (position.holder === tester) return false;
  const waited = rulesOf(position).flatMap(optionsWaitedFor);
  return waited.includes(`${tester}.${kind.id}`) || waited.includes(`OTHERS.${kind.id}`);
}

/**
 * The positions whose condition ("if the United States tests") an event could meet that cannot be told from a nuclear
 * test. Events before the words were said cannot. The sentence says what bulletin data do not tell.
 */
export function possibleTriggers(
  standoff: Standoff,
  kinds: readonly OptionKind[],
  ledger: Ledger,
  events: readonly ScreenedEvent[],
): readonly News[] {
  const kind = optionOf(kinds, { act: 'test' })?.kind;
  if (kind === undefined) return [];
  const words = wordingOf(standoff);
  return events.flatMap((event): News[] => {
    const tester = event.verdict === 'consistent_with_nuclear_test' ? testerOf(event, ledger) : undefined;
    if (tester === undefined) return [];
    const day = instantOf(event.origin.time).slice(0, 10);
    const met = standoff.positions.filter(
      (position) =>
        hangsOn(position, tester, kind) && (position.date === undefined || firstDay(position.date) <= day),
    );
    if (met.length === 0) return [];
    const said = [...new Set(met.map((position) => `“${positionSentence(words, position)}”`))];
    return [
      {
        kind: 'trigger-possible',
        text:
          `${capitalised(eventInWords(event))}, cannot be told from a nuclear test by bulletin data. If it was one by ` +
          `${nameOf(ledger, tester)}, the condition of ${said.length === 1 ? 'this position' : 'these positions'} would be met: ` +
          `${said.join(' ')} Bulletin data tell neither nuclear from chemical nor who fired.`,
        claims: [...new Set(met.flatMap(({ claims }) => claims))],
        facts: [],
      },
    ];
  });
}
