import { isFirm, optionsWaitedFor, rulesOf, type Wait } from '../analysis/index.ts';
import { COMMITS_FROM, type Formula } from '../model/index.ts';
import type { Brief } from './brief.ts';
import { capitalised, clauseOf, listed, type Wording, wordingOf } from './words.ts';

type Draft = Omit<Brief, 'summary'>;

function waitSentences(words: Wording, waits: readonly Wait[]): string[] {
  return waits.map(({ option, for: other }) => {
    const mover = words.name(other.actor);
    return `${capitalised(words.noun(option))} by ${words.name(words.owner(option))} waits for ${mover}: by these words ${words.does(option)} only once ${words.does(other.option)}.`;
  });
}

/** Hostile options that some words speak of, with what they hang on. */
function hostileRules(brief: Draft) {
  const rules = brief.standoff.positions.flatMap(rulesOf);
  return brief.standoff.options
    .filter(({ kind }) => kind.hostile)
    .map((option) => ({ option, own: rules.filter((rule) => rule.option === option.id) }));
}

/**
 * One sentence for the whole: whom the steps of goodwill wait for, and whether anybody's words start the worst by
 * themselves.
 */
function leadSentence(words: Wording, brief: Draft, waits: readonly Wait[]): string {
  const steps = new Map<string, Set<string>>();
  const firm = new Set(
    brief.standoff.positions.filter(({ strength }) => strength >= COMMITS_FROM).map(({ id }) => id),
  );
  for (const { option, for: other, positions } of waits) {
    if (!positions.some((id) => firm.has(id))) continue;
    const movers = steps.get(words.noun(option)) ?? new Set<string>();
    steps.set(words.noun(option), movers.add(words.name(other.actor)));
  }
  const waiting = [...steps].map(
    ([noun, movers]) => `${noun} waits for the first move of ${listed([...movers], 'or')}`,
  );
  const worst = Math.max(0, ...brief.standoff.options.map(({ kind }) => kind.severity));
  const grave = hostileRules(brief).filter(({ option }) => option.kind.severity === worst);
  const starters = grave.filter(({ own }) => own.some((rule) => rule.when === undefined && isFirm(rule)));
  const [first] = grave;
  const harm =
    first === undefined
      ? []
      : starters.length > 0
        ? [
            `${listed(starters.map(({ option }) => words.name(option.actor)))} would ${words.infinitive(first.option.id)} without waiting for anybody`,
          ]
        : [
            `neither side’s words start ${words.noun(first.option.id)} unless the other moves first or some other trigger is met`,
          ];
  const parts = [...waiting, ...harm];
  return parts.length === 0 ? '' : `By these words, ${parts.join('; ')}.`;
}

/** The formulas of which any one is enough for a formula. */
const alternativesOf = (formula: Formula): readonly Formula[] =>
  formula.kind === 'or' ? [...alternativesOf(formula.left), ...alternativesOf(formula.right)] : [formula];

/** What sets off each hostile option: by a firm word, by words that only weigh it, or by no words at all. */
function hostileSentences(words: Wording, brief: Draft): string[] {
  const triggerOf = new Set(brief.standoff.positions.flatMap(rulesOf).flatMap(optionsWaitedFor));
  const spoken = hostileRules(brief).filter(
    ({ option, own }) => own.length > 0 || (triggerOf.has(option.id) && option.actor !== 'OTHERS'),
  );
  return spoken.map(({ option: { id, actor, kind }, own }) => {
    const subject = capitalised(words.name(actor));
    const firm = own.filter((rule) => rule.when === undefined && isFirm(rule));
    if (firm.length > 0) return `${subject} says without a condition that it will ${kind.infinitive}.`;
    const triggers = [
      ...new Set(
        own.flatMap(({ when }) =>
          when === undefined ? [] : alternativesOf(when).map((one) => clauseOf(words, one)),
        ),
      ),
    ];
    if (triggers.length === 0) {
      return own.length === 0
        ? `${subject} is not told to threaten or weigh ${words.noun(id)} in these words; it is what others answer.`
        : `${subject} weighs whether to ${kind.infinitive}; its words name no trigger that the model knows.`;
    }
    const answer = own.some((rule) => rule.when !== undefined && isFirm(rule))
      ? 'says that it would'
      : 'would weigh whether to';
    return `${subject} ${answer} ${kind.infinitive} if ${listed(triggers, 'or')}.`;
  });
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
  const deadlocks = brief.analysis.deadlocks.map((ring) => {
    const holders = listed(
      ring.map((option) => `${words.name(words.owner(option))} (${words.noun(option)})`),
    );
    return ring.every((option) => hostile.has(option))
      ? `${capitalised(holders)}: each would follow the other, and by these words neither begins.`
      : `Deadlock: ${holders} each wait for the other.`;
  });
  const goodwill = brief.analysis.waits.filter(({ option }) => !hostile.has(option));
  const waits = waitSentences(words, goodwill);
  const nobody =
    waits.length === 0 ? ['By these words nobody makes a step of goodwill depend on another’s.'] : [];
  const lead = leadSentence(words, brief, goodwill);
  return [
    ...(lead === '' ? [] : [lead]),
    ...deadlocks,
    ...waits,
    ...nobody,
    ...hostileSentences(words, brief),
    ...firstMoveSentences(words, brief),
  ];
}
