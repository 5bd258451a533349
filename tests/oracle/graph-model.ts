import type { Formula, Model, Statement } from '../../src/model/index.ts';

/**
 * The definitions of the graph model once more, as slowly and plainly as they stand in the literature: sets of words,
 * no ranks, no bits, no search but the one that a definition asks for. It shares no code with src/.
 */
export interface PlainConflict {
  readonly states: readonly string[];
  readonly makers: readonly string[];
  readonly moves: (maker: number, state: number) => readonly number[];
  /** How a decision maker holds b against a: better, equal, worse, or nobody knows. */
  readonly compare: (maker: number, a: number, b: number) => '>' | '=' | '<' | '?';
  /** How strongly a is preferred to b, where it is. */
  readonly strongly: (maker: number, a: number, b: number) => boolean;
  readonly letters: readonly (readonly boolean[])[];
}

function truth(formula: Formula, is: (name: string) => boolean): boolean {
  switch (formula.kind) {
    case 'option':
      return is(formula.option);
    case 'constant':
      return formula.value;
    case 'not':
      return !truth(formula.of, is);
    case 'and':
      return truth(formula.left, is) && truth(formula.right, is);
    case 'or':
      return truth(formula.left, is) || truth(formula.right, is);
    case 'iff':
      return truth(formula.left, is) === truth(formula.right, is);
    case 'if':
      return !truth(formula.when, is) || truth(formula.then, is);
  }
}

const matches = (pattern: string, state: readonly boolean[]): boolean =>
  state.every((yes, bit) => pattern[bit] === '-' || (pattern[bit] === 'Y') === yes);

/** Remembers answers, so that the same question is not worked out anew. */
function once<T>(answer: (...numbers: [number, number]) => T): (...numbers: [number, number]) => T;
function once<T>(
  answer: (...numbers: [number, number, number]) => T,
): (...numbers: [number, number, number]) => T;
function once<T>(answer: (...numbers: number[]) => T): (...numbers: number[]) => T {
  const known = new Map<string, T>();
  return (...numbers) => {
    const key = numbers.join();
    if (!known.has(key)) known.set(key, answer(...numbers));
    return known.get(key)!;
  };
}

export function plainConflict(model: Model): PlainConflict {
  const ids = model.options.map(({ id }) => id);
  const every =
    model.states === undefined
      ? Array.from({ length: 2 ** ids.length }, (_, number) =>
          ids.map((_, bit) => Math.floor(number / 2 ** bit) % 2 === 1),
        )
      : model.states.map(() => []);
  const at = (number: number) => (name: string) =>
    model.states === undefined ? every[number]![ids.indexOf(name)]! : model.states[number] === name;
  let groups = every
    .map((_, number) => number)
    .filter((number) => !model.infeasible.some((rule) => truth(rule, at(number))))
    .map((number) => [number]);
  for (const rule of model.coalesce ?? []) {
    const joined = groups.filter((group) => truth(rule, at(group[0]!)));
    if (joined.length < 2) continue;
    groups = groups.flatMap((group) =>
      group === joined[0] ? [joined.flat()] : joined.includes(group) ? [] : [group],
    );
  }
  const word = (number: number) => every[number]!.map((yes) => (yes ? 'Y' : 'N')).join('');
  const states = groups.map((group) =>
    model.states === undefined
      ? Array.from(word(group[0]!), (letter, bit) =>
          group.every((number) => word(number)[bit] === letter) ? letter : '-',
        ).join('')
      : model.states[group[0]!]!,
  );
  const canMove = (maker: number, from: number, to: number): boolean => {
    const { id, forbidden = [], moves = [] } = model.decisionMakers[maker]!;
    if (model.states !== undefined) {
      const [a, b] = [model.states[from], model.states[to]];
      return (
        moves.some((arc) => arc.from === a && arc.to === b) &&
        !forbidden.some((arc) => arc.from === a && arc.to === b)
      );
    }
    const changed = ids.map((_, bit) => bit).filter((bit) => every[from]![bit] !== every[to]![bit]);
    return (
      changed.every((bit) => {
        const { owners, direction } = model.options[bit]!;
        return owners.includes(id) && (direction === 'both' || (direction === 'forward') === every[to]![bit]);
      }) && !forbidden.some((arc) => matches(arc.from, every[from]!) && matches(arc.to, every[to]!))
    );
  };
  const values = (statements: readonly Statement[], state: number) =>
    statements.map(({ formula }) => truth(formula, at(groups[state]![0]!)));
  const compare = (maker: number, a: number, b: number): '>' | '=' | '<' | '?' => {
    const { preferences, weights = [], ranking, unknown = [] } = model.decisionMakers[maker]!;
    if (unknown.some((pair) => pair.includes(states[a]!) && pair.includes(states[b]!) && a !== b)) return '?';
    const [va, vb] = [values(preferences, a), values(preferences, b)];
    const first = va.findIndex((value, index) => value !== vb[index]);
    if (first >= 0) return preferences[first]!.certain ? (va[first] ? '>' : '<') : '?';
    const worth = (state: number) =>
      weights.reduce(
        (sum, { formula, weight }) => sum + (truth(formula, at(groups[state]![0]!)) ? weight : 0),
        0,
      );
    if (worth(a) !== worth(b)) return worth(a) > worth(b) ? '>' : '<';
    const place = (state: number) => {
      const found = (ranking ?? []).findIndex((line) => line.states.includes(states[state]!));
      return found < 0 ? Number.POSITIVE_INFINITY : found;
    };
    return place(a) === place(b) ? '=' : place(a) < place(b) ? '>' : '<';
  };
  return {
    states,
    makers: model.decisionMakers.map(({ id }) => id),
    letters: groups.map((group) => every[group[0]!]!),
    moves: once((maker, from) =>
      groups.flatMap((group, to) =>
        to !== from && groups[from]!.some((a) => group.some((b) => canMove(maker, a, b))) ? [to] : [],
      ),
    ),
    compare: once(compare),
    strongly: (maker, a, b) => {
      const { preferences } = model.decisionMakers[maker]!;
      const strong = preferences.filter((line) => line.strong);
      const [va, vb] = [values(strong, a), values(strong, b)];
      const first = va.findIndex((value, index) => value !== vb[index]);
      return first >= 0 && va[first]!;
    },
  };
}

/** States after legal sequences of some movers' steps, nobody twice running; only allowed steps. */
export function sequences(
  conflict: PlainConflict,
  movers: readonly number[],
  from: number,
  allowed: (mover: number, from: number, to: number) => boolean,
): ReadonlySet<number> {
  const pairs = new Set<string>();
  const found = new Set<number>();
  const walk = (state: number, last: number) => {
    for (const mover of movers) {
      if (mover === last) continue;
      for (const to of conflict.moves(mover, state)) {
        if (!allowed(mover, state, to) || pairs.has(`${to},${mover}`)) continue;
        pairs.add(`${to},${mover}`);
        found.add(to);
        walk(to, mover);
      }
    }
  };
  walk(from, -1);
  return found;
}

/** The words of a definition that the extensions change. */
export interface Terms {
  /** i would leave s for q. */
  readonly tempts: (i: number, s: number, q: number) => boolean;
  /** j would answer by going from p to q. */
  readonly answers: (j: number, p: number, q: number) => boolean;
  /** Ending at q, i wishes it had stayed at s. */
  readonly punishes: (i: number, s: number, q: number) => boolean;
}

export const plainTerms = ({ compare }: PlainConflict): Terms => ({
  tempts: (i, s, q) => compare(i, q, s) === '>',
  answers: (j, p, q) => compare(j, q, p) === '>',
  punishes: (i, s, q) => compare(i, s, q) === '>' || compare(i, s, q) === '=',
});

/** Li, Hipel, Kilgour and Fang 2004. */
export const extensionTerms = ({ compare }: PlainConflict, which: 'a' | 'b' | 'c' | 'd'): Terms => ({
  tempts: (i, s, q) => compare(i, q, s) === '>' || ('ac'.includes(which) && compare(i, q, s) === '?'),
  answers: (j, p, q) => '>?'.includes(compare(j, q, p)),
  punishes: (i, s, q) =>
    '>='.includes(compare(i, s, q)) || ('cd'.includes(which) && compare(i, s, q) === '?'),
});

/** Hamouda, Kilgour and Hipel 2004. */
export const strongTerms = (conflict: PlainConflict): Terms => ({
  ...extensionTerms(conflict, 'b'),
  punishes: (i, s, q) => conflict.compare(i, s, q) === '>' && conflict.strongly(i, s, q),
});

/** Stable states of decision maker i by a concept. */
export function stable(conflict: PlainConflict, i: number, concept: string, terms: Terms): readonly number[] {
  const { states, moves, letters } = conflict;
  const others = conflict.makers.map((_, maker) => maker).filter((maker) => maker !== i);
  const ends = (from: number) =>
    sequences(conflict, others, from, concept.endsWith('seq') ? terms.answers : () => true);
  const deterred = (s: number, q: number): boolean => {
    switch (concept) {
      case 'nash':
        return false;
      case 'gmr':
      case 'seq':
        return [...ends(q)].some((end) => terms.punishes(i, s, end));
      case 'smr':
      case 'sseq':
        return [...ends(q)].some(
          (end) => terms.punishes(i, s, end) && moves(i, end).every((next) => terms.punishes(i, s, next)),
        );
      default: {
        // Simultaneous: every way in which the others improve or stay, at once with i's own improvement.
        let together: readonly (readonly number[])[] = [[q]];
        for (const j of others) {
          const choices = moves(j, s).filter((to) => terms.answers(j, s, to));
          together = together.flatMap((chosen) => [chosen, ...choices.map((choice) => [...chosen, choice])]);
        }
        return together.some((chosen) => {
          const result = letters[s]!.map((yes, bit) =>
            chosen.some((choice) => letters[choice]![bit] !== yes) ? !yes : yes,
          );
          const end = letters.findIndex((state) => state.every((yes, bit) => yes === result[bit]));
          return end >= 0 && end !== q && terms.punishes(i, s, end);
        });
      }
    }
  };
  return states.flatMap((_, s) =>
    moves(i, s).every((q) => !terms.tempts(i, s, q) || deterred(s, q)) ? [s] : [],
  );
}

/** Coalitional stability (Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008). */
export function coalitionStable(
  conflict: PlainConflict,
  H: readonly number[],
  answering: readonly (readonly number[])[],
  concept: string,
): readonly number[] {
  const better = (group: readonly number[], q: number, s: number) =>
    group.every((i) => conflict.compare(i, q, s) === '>');
  const joint = (group: readonly number[], s: number) => [...sequences(conflict, group, s, () => true)];
  const improvements = (group: readonly number[], s: number) =>
    joint(group, s).filter((q) => better(group, q, s));
  const outsiders = conflict.makers.map((_, maker) => maker).filter((maker) => !H.includes(maker));
  const answers = (s: number): readonly number[] => {
    const found = new Set<string>();
    const walk = (state: number, last: number) => {
      answering.forEach((group, place) => {
        if (place === last) return;
        for (const to of improvements(group, state)) {
          if (found.has(`${to},${place}`)) continue;
          found.add(`${to},${place}`);
          walk(to, place);
        }
      });
    };
    walk(s, -1);
    return [...found].map((pair) => Number(pair.split(',')[0]));
  };
  const deterred = (s: number, q: number) => {
    if (concept === 'nash') return false;
    const ends = concept === 'seq' ? answers(q) : joint(outsiders, q);
    return ends.some(
      (end) =>
        !better(H, end, s) && (concept !== 'smr' || joint(H, end).every((next) => !better(H, next, s))),
    );
  };
  return conflict.states.flatMap((_, s) => (improvements(H, s).every((q) => deterred(s, q)) ? [s] : []));
}
