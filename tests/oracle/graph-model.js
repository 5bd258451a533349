function truth(formula, is) {
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
const matches = (pattern, state) =>
  state.every((yes, bit) => pattern[bit] === '-' || (pattern[bit] === 'Y') === yes);
function once(answer) {
  const known = new Map();
  return (...numbers) => {
    const key = numbers.join();
    if (!known.has(key)) known.set(key, answer(...numbers));
    return known.get(key);
  };
}
export function plainConflict(model) {
  const ids = model.options.map(({ id }) => id);
  const every =
    model.states === undefined
      ? Array.from({ length: 2 ** ids.length }, (_, number) =>
          ids.map((_, bit) => Math.floor(number / 2 ** bit) % 2 === 1),
        )
      : model.states.map(() => []);
  const at = (number) => (name) =>
    model.states === undefined ? every[number][ids.indexOf(name)] : model.states[number] === name;
  let groups = every
    .map((_, number) => number)
    .filter((number) => !model.infeasible.some((rule) => truth(rule, at(number))))
    .map((number) => [number]);
  for (const rule of model.coalesce ?? []) {
    const joined = groups.filter((group) => truth(rule, at(group[0])));
    if (joined.length < 2) continue;
    groups = groups.flatMap((group) =>
      group === joined[0] ? [joined.flat()] : joined.includes(group) ? [] : [group],
    );
  }
  const word = (number) => every[number].map((yes) => (yes ? 'Y' : 'N')).join('');
  const states = groups.map((group) =>
    model.states === undefined
      ? Array.from(word(group[0]), (letter, bit) =>
          group.every((number) => word(number)[bit] === letter) ? letter : '-',
        ).join('')
      : model.states[group[0]],
  );
  const canMove = (maker, from, to) => {
    const { id, forbidden = [], moves = [] } = model.decisionMakers[maker];
    if (model.states !== undefined) {
      const [a, b] = [model.states[from], model.states[to]];
      return (
        moves.some((arc) => arc.from === a && arc.to === b) &&
        !forbidden.some((arc) => arc.from === a && arc.to === b)
      );
    }
    const changed = ids.map((_, bit) => bit).filter((bit) => every[from][bit] !== every[to][bit]);
    return (
      changed.every((bit) => {
        const { owners, direction } = model.options[bit];
        return owners.includes(id) && (direction === 'both' || (direction === 'forward') === every[to][bit]);
      }) && !forbidden.some((arc) => matches(arc.from, every[from]) && matches(arc.to, every[to]))
    );
  };
  const values = (statements, state) => statements.map(({ formula }) => truth(formula, at(groups[state][0])));
  const compare = (maker, a, b) => {
    const { preferences, weights = [], ranking, unknown = [] } = model.decisionMakers[maker];
    if (unknown.some((pair) => pair.includes(states[a]) && pair.includes(states[b]) && a !== b)) return '?';
    const [va, vb] = [values(preferences, a), values(preferences, b)];
    const first = va.findIndex((value, index) => value !== vb[index]);
    if (first >= 0) return preferences[first].certain ? (va[first] ? '>' : '<') : '?';
    const worth = (state) =>
      weights.reduce(
        (sum, { formula, weight }) => sum + (truth(formula, at(groups[state][0])) ? weight : 0),
        0,
      );
    if (worth(a) !== worth(b)) return worth(a) > worth(b) ? '>' : '<';
    const place = (state) => {
      const found = (ranking ?? []).findIndex((line) => line.states.includes(states[state]));
      return found < 0 ? Number.POSITIVE_INFINITY : found;
    };
    return place(a) === place(b) ? '=' : place(a) < place(b) ? '>' : '<';
  };
  return {
    states,
    makers: model.decisionMakers.map(({ id }) => id),
    letters: groups.map((group) => every[group[0]]),
    moves: once((maker, from) =>
      groups.flatMap((group, to) =>
        to !== from && groups[from].some((a) => group.some((b) => canMove(maker, a, b))) ? [to] : [],
      ),
    ),
    compare: once(compare),
    strongly: (maker, a, b) => {
      const { preferences } = model.decisionMakers[maker];
      const strong = preferences.filter((line) => line.strong);
      const [va, vb] = [values(strong, a), values(strong, b)];
      const first = va.findIndex((value, index) => value !== vb[index]);
      return first >= 0 && va[first];
    },
  };
}
/** States after legal sequences of some movers' steps, nobody twice running; only allowed steps. */
export function sequences(conflict, movers, from, allowed) {
  const pairs = new Set();
  const found = new Set();
  const walk = (state, last) => {
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
export const plainTerms = ({ compare }) => ({
  tempts: (i, s, q) => compare(i, q, s) === '>',
  answers: (j, p, q) => compare(j, q, p) === '>',
  punishes: (i, s, q) => compare(i, s, q) === '>' || compare(i, s, q) === '=',
});
/** Li, Hipel, Kilgour and Fang 2004. */
export const extensionTerms = ({ compare }, which) => ({
  tempts: (i, s, q) => compare(i, q, s) === '>' || ('ac'.includes(which) && compare(i, q, s) === '?'),
  answers: (j, p, q) => '>?'.includes(compare(j, q, p)),
  punishes: (i, s, q) =>
    '>='.includes(compare(i, s, q)) || ('cd'.includes(which) && compare(i, s, q) === '?'),
});
/** Hamouda, Kilgour and Hipel 2004. */
export const strongTerms = (conflict) => ({
  ...extensionTerms(conflict, 'b'),
  punishes: (i, s, q) => conflict.compare(i, s, q) === '>' && conflict.strongly(i, s, q),
});
/** Stable states of decision maker i by a concept. */
export function stable(conflict, i, concept, terms) {
  const { states, moves, letters } = conflict;
  const others = conflict.makers.map((_, maker) => maker).filter((maker) => maker !== i);
  const ends = (from) =>
    sequences(conflict, others, from, concept.endsWith('seq') ? terms.answers : () => true);
  const deterred = (s, q) => {
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
        let together = [[q]];
        for (const j of others) {
          const choices = moves(j, s).filter((to) => terms.answers(j, s, to));
          together = together.flatMap((chosen) => [chosen, ...choices.map((choice) => [...chosen, choice])]);
        }
        return together.some((chosen) => {
          const result = letters[s].map((yes, bit) =>
            chosen.some((choice) => letters[choice][bit] !== yes) ? !yes : yes,
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
export function coalitionStable(conflict, H, answering, concept) {
  const better = (group, q, s) => group.every((i) => conflict.compare(i, q, s) === '>');
  const joint = (group, s) => [...sequences(conflict, group, s, () => true)];
  const improvements = (group, s) => joint(group, s).filter((q) => better(group, q, s));
  const outsiders = conflict.makers.map((_, maker) => maker).filter((maker) => !H.includes(maker));
  const answers = (s) => {
    const found = new Set();
    const walk = (state, last) => {
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
  const deterred = (s, q) => {
    if (concept === 'nash') return false;
    const ends = concept === 'seq' ? answers(q) : joint(outsiders, q);
    return ends.some(
      (end) =>
        !better(H, end, s) && (concept !== 'smr' || joint(H, end).every((next) => !better(H, next, s))),
    );
  };
  return conflict.states.flatMap((_, s) => (improvements(H, s).every((q) => deterred(s, q)) ? [s] : []));
}
