import { analyse, consequencesOf, rulesOf } from '../analysis/index.ts';
import type { Ledger } from '../ledger/index.ts';
import {
  modelFromStandoff,
  type OptionKind,
  type PositionRow,
  type StandoffSetting,
  standoffFromClaims,
} from '../model/index.ts';
import type { Day } from '../time/day.ts';
import { questionOf } from './from-analysis.ts';
import { capitalised } from './listed.ts';
import { recordBy } from './position-news.ts';
import { isTakenBy } from './status-quo.ts';
import { positionSentence, wordingOf } from './words.ts';

/** A day on which words of the record changed who waits for whom, who can begin, or what is stable. */
export interface ReplayDay {
  readonly date: string;
  /** The positions taken that day, as sentences, with the ids of the statements. */
  readonly said: readonly { readonly text: string; readonly facts: readonly string[] }[];
  /** Who waits for whom: "Russia ceases fire waits for: Ukraine withdraws its forces". */
  readonly waits: Turn;
  readonly deadlocks: Turn;
  readonly firstMoves: Turn;
  /** Acts that would set off hostile ones: "the United States tests nuclear weapons, then Russia tests nuclear weapons". */
  readonly setsOff: Turn;
  /** What the positions bring about by themselves, nobody having to begin. */
  readonly follows: Turn;
  /** Whether the status quo is stable: nobody gains by moving alone, or every gain would be answered. */
  readonly statusQuo: { readonly nash: boolean; readonly seq: boolean };
}

/** What was so no longer from that day, and what was so from then. */
export interface Turn {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

const turn = (before: readonly string[], after: readonly string[]): Turn => ({
  gone: before.filter((line) => !after.includes(line)),
  fresh: after.filter((line) => !before.includes(line)),
});

/**
 * The record played from one day to another: the stand-off of the positions on record is built and analysed anew for
 * each day on which one was taken, and the days on which the answer changed are told, with the words that did it.
 */
export function replay(
  ledger: Ledger,
  rows: readonly PositionRow[],
  kinds: readonly OptionKind[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly ReplayDay[] {
  const all = [...new Set(recordBy(ledger, rows, { asOf: to }).map(({ date }) => date!))];
  const earlier = all.filter((date) => date < from).at(-1);
  const days = [...(earlier === undefined ? [] : [earlier]), ...all.filter((date) => date >= from)];
  let before = {
    waits: [] as readonly string[],
    deadlocks: [] as readonly string[],
    firstMoves: [] as readonly string[],
    setsOff: [] as readonly string[],
    follows: [] as readonly string[],
    statusQuo: '',
  };
  return days.flatMap((date): ReplayDay[] => {
    const positions = recordBy(ledger, rows, { asOf: date });
    const setting: StandoffSetting = {
      kinds,
      names: ledger.names,
      dateOf: () => date,
      factsOf: () => [],
      speaksFor: () => 1,
      isTaken: (actor, kind, since) => isTakenBy(ledger, [], actor, kind, { asOf: date }, since),
    };
    const standoff = standoffFromClaims([], setting, positions);
    const words = wordingOf(standoff);
    const question = questionOf(standoff);
    const analysis = analyse(modelFromStandoff(standoff, ''), {
      concepts: ['nash', 'seq'],
      standoff: question,
    });
    const isStable = (concept: 'nash' | 'seq') =>
      analysis.statusQuo !== undefined && (analysis.equilibria[concept] ?? []).includes(analysis.statusQuo);
    const isHostile = (id: string) => standoff.options.some((one) => one.id === id && one.kind.hostile);
    const chains = (list: typeof analysis.firstMoves) => [
      ...new Set(
        list.map(
          ({ moves, unlocks }) =>
            `${moves.map(words.does).join(' and ')}, then ${unlocks.map(words.does).join(' and ')}`,
        ),
      ),
    ];
    const now = {
      deadlocks: analysis.deadlocks.map((ring) =>
        ring.every(isHostile)
          ? `each would follow the other (${ring.map(words.does).join('; ')})`
          : `deadlock (${ring.map(words.does).join('; ')})`,
      ),
      firstMoves: chains(analysis.firstMoves.filter(({ unlocks }) => !unlocks.every(isHostile))),
      setsOff: chains(analysis.firstMoves.filter(({ unlocks }) => unlocks.every(isHostile))),
      waits: analysis.waits.map(
        ({ option, for: other }) => `“${words.does(option)}” waits for “${words.does(other.option)}”`,
      ),
      follows: consequencesOf(standoff.positions.flatMap(rulesOf), question.taken).map(({ option }) =>
        words.does(option),
      ),
      statusQuo: `${isStable('nash')} ${isStable('seq')}`,
    };
    const day: ReplayDay = {
      date,
      said: standoff.positions
        .filter((position) => position.date === date)
        .map((position) => ({ text: capitalised(positionSentence(words, position)), facts: position.facts })),
      deadlocks: turn(before.deadlocks, now.deadlocks),
      firstMoves: turn(before.firstMoves, now.firstMoves),
      setsOff: turn(before.setsOff, now.setsOff),
      waits: turn(before.waits, now.waits),
      follows: turn(before.follows, now.follows),
      statusQuo: { nash: isStable('nash'), seq: isStable('seq') },
    };
    const changed =
      now.statusQuo !== before.statusQuo ||
      [day.waits, day.deadlocks, day.firstMoves, day.setsOff, day.follows].some(
        ({ gone, fresh }) => gone.length + fresh.length > 0,
      );
    before = now;
    // The last day before the first asked for only tells what was so by then.
    return changed && date !== earlier ? [day] : [];
  });
}
