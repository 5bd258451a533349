import { consequencesOf, isFirm, refusedBy, rulesOf } from '../analysis/index.ts';
import { COMMITS_FROM } from '../model/index.ts';
import type { Brief } from './brief.ts';
import { capitalised, listed } from './listed.ts';
import type { Wording } from './words.ts';

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
  if (sentences.length === 0) return noFirstMove(brief, words);
  const open = brief.analysis?.undetermined ?? [];
  return open.length === 0
    ? sentences
    : [
        ...sentences,
        `For ${open.length} outcome${open.length === 1 ? '' : 's'} too many sets of moves would have to be tried; the answer is not determined.`,
      ];
}

/**
 * Why nobody can begin, where steps of goodwill wait and no first move is left: by a refusal, or because those who could
 * begin have made their own steps wait; and what each would set off by moving all the same.
 */
function noFirstMove(
  { standoff, analysis }: Pick<Brief, 'analysis' | 'standoff'>,
  words: Wording,
): readonly string[] {
  const hostile = new Set(standoff.options.filter(({ kind }) => kind.hostile).map(({ id }) => id));
  const taken = new Set(standoff.options.filter((option) => option.taken).map(({ id }) => id));
  const firm = new Set(
    standoff.positions.filter(({ strength }) => strength >= COMMITS_FROM).map(({ id }) => id),
  );
  const waited = (analysis?.waits ?? [])
    .filter(
      ({ option, for: other, positions }) =>
        !hostile.has(option) &&
        !hostile.has(other.option) &&
        !taken.has(other.option) &&
        positions.some((id) => firm.has(id)),
    )
    .map(({ for: other }) => other.option);
  const refused = refusedBy(standoff.positions);
  const rules = standoff.positions.flatMap(rulesOf);
  const bound = new Set(rules.filter((rule) => rule.necessary && isFirm(rule)).map(({ option }) => option));
  const movers = [...new Set(waited)];
  const refusals = movers.filter((option) => refused.has(option));
  const waiting = movers.filter((option) => !refused.has(option) && bound.has(option));
  return [
    ...(refusals.length === 0
      ? []
      : [
          `None by these words: ${listed(refusals.map((option) => `${words.name(words.owner(option))} refuses to ${words.infinitive(option)}`))}.`,
        ]),
    ...waiting.flatMap((option) => {
      const follows = consequencesOf(rules, new Set([...taken, option]))
        .map((one) => one.option)
        .filter((one) => !hostile.has(one));
      return follows.length === 0
        ? []
        : [
            `${capitalised(words.name(words.owner(option)))} has made its step wait; if ${words.does(option)} all the same, then by these words ${listed(follows.map(words.does))}.`,
          ];
    }),
  ];
}
