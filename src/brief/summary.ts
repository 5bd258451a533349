import { isFirm, rulesOf, type Wait } from '../analysis/index.ts';
import type { Brief } from './brief.ts';
import { capitalised, clauseOf, listed, type Wording, wordingOf } from './words.ts';

type Draft = Omit<Brief, 'summary'>;

function waitSentences(words: Wording, waits: readonly Wait[], hostile: ReadonlySet<string>): string[] {
  return waits
    .filter(({ option }) => !hostile.has(option))
    .map(({ option, for: other }) => {
      const mover = words.name(other.actor);
      return `${capitalised(words.noun(option))} by ${words.name(words.owner(option))} waits for ${mover}: by these words ${words.does(option)} only once ${words.does(other.option)}.`;
    });
}

/** What must happen before each hostile option is taken, by the words: "neither starts a test unless …". */
function hostileSentences(words: Wording, brief: Draft): string[] {
  const { options, positions } = brief.standoff;
  const rules = positions.flatMap(rulesOf);
  const found: string[] = [];
  for (const { id, kind } of options.filter((option) => option.kind.hostile)) {
    const own = rules.filter(({ option }) => option === id);
    if (own.length === 0) continue;
    const open = own.filter(({ when }) => when === undefined);
    const triggers = own.flatMap(({ when }) => (when === undefined ? [] : [clauseOf(words, when)]));
    const subject = words.name(words.owner(id));
    if (open.some(isFirm))
      found.push(`${capitalised(subject)} says without a condition that it will ${kind.infinitive}.`);
    else if (triggers.length > 0) {
      const weighs = own.every((rule) => !isFirm(rule)) ? 'would weigh doing so' : 'would do so';
      found.push(
        `${capitalised(subject)} does not ${kind.infinitive} by these words unless another moves first; it ${weighs} if ${listed([...new Set(triggers)], 'or')}.`,
      );
    } else
      found.push(
        `${capitalised(subject)} weighs whether to ${kind.infinitive}; its words name no trigger that the model knows.`,
      );
  }
  return found;
}

function firstMoveSentences(words: Wording, brief: Draft): string[] {
  const moves = new Map<string, { outcome: string[]; unlocks: readonly string[] }>();
  for (const { outcome, moves: first, unlocks } of brief.analysis?.firstMoves ?? []) {
    const key = first.join(' ');
    const known = moves.get(key);
    moves.set(key, { outcome: [...(known?.outcome ?? []), outcome], unlocks });
  }
  return [...moves].map(([key, { unlocks }]) => {
    const first = key.split(' ');
    return `If ${listed(first.map(words.does))}, then by these words ${listed(unlocks.map(words.does))}.`;
  });
}

/** The stand-off in a few plain sentences: who waits for whom, what sets off harm, which first move unlocks what. */
export function summaryOf(brief: Draft): readonly string[] {
  if (brief.claims.length === 0)
    return ['The words make no claim that the reader knows; there is no stand-off to analyse.'];
  if (brief.analysis === undefined)
    return [
      'The claims are reports of what was done; nobody in them commits to, demands or refuses anything.',
    ];
  const words = wordingOf(brief.standoff);
  const hostile = new Set(brief.standoff.options.filter(({ kind }) => kind.hostile).map(({ id }) => id));
  const deadlocks = brief.analysis.deadlocks.map(
    (ring) =>
      `Deadlock: ${listed(ring.map((option) => `${words.name(words.owner(option))} (${words.noun(option)})`))} each wait for the other.`,
  );
  const waits = waitSentences(words, brief.analysis.waits, hostile);
  const nobody =
    waits.length === 0 ? ['By these words nobody makes a step of goodwill depend on another’s.'] : [];
  return [
    ...deadlocks,
    ...waits,
    ...nobody,
    ...hostileSentences(words, brief),
    ...firstMoveSentences(words, brief),
  ];
}
