import type { Model } from './model.ts';
import { indexAt } from './states.ts';
import { unmergedRanks } from './unmerged.ts';

/** A table of more outcomes would be of no use to anybody. */
const OUTCOMES_AT_MOST = 1 << 16;

const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')}"`;

/**
 * A model as a game in normal form in Gambit's `.nfg` format: each decision maker's strategies are the ways of taking
 * its options; payoffs are ordinal, the higher the better, and 0 for all in infeasible combinations.
 * @returns notes on what the format cannot carry, and the text unless it can carry nothing of the model.
 * @throws StateSpaceError where the states cannot be listed.
 */
export function modelToNfg(model: Model): { readonly text?: string; readonly notes: readonly string[] } {
  if (model.states !== undefined)
    return { notes: ['a graph of named states is no game in normal form; nothing was written'] };
  const shared = model.options.find(({ owners }) => owners.length > 1);
  if (shared !== undefined)
    return {
      notes: [
        `"${shared.id}" is shared, and a game in normal form gives each choice to one player; nothing was written`,
      ],
    };
  const { space, ranks } = unmergedRanks(model);
  const profiles = 2 ** space.options.length;
  if (profiles > OUTCOMES_AT_MOST)
    return {
      notes: [`${profiles} outcomes are more than the ${OUTCOMES_AT_MOST} that are written; drop options`],
    };
  const notes = [
    'payoffs are ordinal: only their order means anything',
    ...(model.options.some(({ direction }) => direction !== 'both')
      ? ['one-way options are written as free choices: a game in normal form has no status quo to move from']
      : []),
    ...(space.count < profiles
      ? ['infeasible combinations have payoff 0 for all, below every feasible one']
      : []),
  ];
  const payoffs = ranks.map((rank) => {
    const worst = rank.reduce((most, one) => Math.max(most, one), 0);
    return (state: number) => (state < 0 ? 0 : worst + 1 - rank[state]!);
  });
  const own = model.decisionMakers.map(({ id }) =>
    model.options.flatMap(({ owners }, bit) => (owners[0] === id ? [bit] : [])),
  );
  const strategy = (bits: readonly number[], choice: number): string =>
    bits.map((_, place) => ((choice >>> place) & 1 ? 'Y' : 'N')).join('') || 'none';
  const outcomes: string[] = [];
  for (let profile = 0; profile < profiles; profile++) {
    // The first player's strategy changes fastest.
    let rest = profile;
    let mask = 0;
    for (const bits of own) {
      for (const [place, bit] of bits.entries()) mask |= ((rest >>> place) & 1) << bit;
      rest >>>= bits.length;
    }
    const state = indexAt(space, mask >>> 0);
    outcomes.push(
      `{ ${quoted(state < 0 ? 'infeasible' : '')} ${payoffs.map((payoff) => payoff(state)).join(', ')} }`,
    );
  }
  return {
    notes,
    text: [
      `NFG 1 R ${quoted(model.title)} { ${model.decisionMakers.map(({ name }) => quoted(name)).join(' ')} }`,
      '',
      `{ ${own.map((bits) => `{ ${Array.from({ length: 2 ** bits.length }, (_, choice) => quoted(strategy(bits, choice))).join(' ')} }`).join('\n')}`,
      '}',
      '""',
      '',
      '{',
      ...outcomes,
      '}',
      outcomes.map((_, index) => index + 1).join(' '),
      '',
    ].join('\n'),
  };
}
