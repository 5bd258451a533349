import type { Brief } from './brief.ts';
import { capitalised, listed, type Wording } from './words.ts';

type FirstMoves = NonNullable<Brief['analysis']>['firstMoves'];

const gainText = (name: string, gains: FirstMoves[number]['movers'][number]['gains']): string =>
  ({
    yes: `${name} then is better off by its own ranking`,
    no: `${name} then is worse off by its own ranking`,
    indifferent: `${name} then is neither better nor worse off by its own ranking`,
    unknown: `whether ${name} gains by it, its words do not tell`,
  })[gains];

/** First moves with the same steps, told once: what follows, whose demand it meets, whether the movers gain. */
export function firstMoveSentences(
  brief: Pick<Brief, 'analysis' | 'standoff'>,
  words: Wording,
): readonly string[] {
  const bySteps = new Map<string, FirstMoves[number]>();
  const hostile = new Set(brief.standoff.options.filter(({ kind }) => kind.hostile).map(({ id }) => id));
  for (const move of brief.analysis?.firstMoves ?? []) {
    // What only sets off harm is told as a risk, not as a way out.
    if (move.unlocks.every((option) => hostile.has(option))) continue;
    const key = move.moves.join(' ');
    if (!bySteps.has(key)) bySteps.set(key, move);
  }
  const holderOf = (id: string) => brief.standoff.positions.find((position) => position.id === id)?.holder;
  const sentences = [...bySteps.values()].map(({ moves, unlocks, meets, movers }) => {
    const asked = [...new Set(meets.flatMap((id) => holderOf(id) ?? []))].map((id) => words.name(id));
    const met = asked.length === 0 ? '' : ` This meets a demand of ${listed(asked)}.`;
    const gain = listed(
      movers.filter(({ dm }) => dm !== 'OTHERS').map(({ dm, gains }) => gainText(words.name(dm), gains)),
    );
    return `If ${listed(moves.map(words.does))}, then by these words ${listed(unlocks.map(words.does))}.${met}${
      gain === '' ? '' : ` ${capitalised(gain)}.`
    }`;
  });
  const open = brief.analysis?.undetermined ?? [];
  return open.length === 0
    ? sentences
    : [
        ...sentences,
        `For ${open.length} outcome${open.length === 1 ? '' : 's'} too many sets of moves would have to be tried; the answer is not determined.`,
      ];
}
