import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequencesOf, firstMovesFor, rulesOf } from '../src/analysis/index.ts';
import {
  COMMITS_FROM,
  type Formula,
  formulaText,
  iff,
  ifThen,
  not,
  option,
  type Position,
} from '../src/model/index.ts';
import { formulaOver } from './oracle/random-model.ts';

const makers = ['A', 'B', 'C', 'D'];
const options = makers.flatMap((maker) => [`${maker}.x`, `${maker}.y`, `${maker}.z`]);

const position: fc.Arbitrary<Position> = fc
  .record({
    holder: fc.constantFrom(...makers),
    own: fc.constantFrom('x', 'y', 'z'),
    when: formulaOver(options),
    shape: fc.constantFrom('if', 'only', 'iff', 'plain', 'refuse', 'demand'),
    strength: fc.constantFrom(1, 0.5),
  })
  .map(({ holder, own, when, shape, strength }) => {
    const mine = option(`${holder}.${own}`);
    const formula: Record<string, Formula> = {
      if: ifThen(mine, when),
      only: ifThen(when, mine),
      iff: iff(mine, when),
      plain: mine,
      refuse: not(mine),
      demand: when,
    };
    return {
      id: '',
      holder,
      kind: shape === 'demand' ? 'demand' : shape === 'refuse' ? 'refusal' : 'offer',
      formula: formula[shape]!,
      strength,
      claims: [],
      facts: [],
    };
  });
const positions = fc
  .array(position, { maxLength: 8 })
  .map((list) => list.map((one, index): Position => ({ ...one, id: `p${index + 1}` })));

/** The semantics again, plainly: truth with negations looked up at the start, rules fired until nothing changes. */
function closure(list: readonly Position[], start: ReadonlySet<string>): ReadonlySet<string> {
  const truth = (formula: Formula, now: ReadonlySet<string>, yes: boolean): boolean => {
    switch (formula.kind) {
      case 'option':
        return yes ? now.has(formula.option) : !start.has(formula.option);
      case 'constant':
        return formula.value === yes;
      case 'not':
        return truth(formula.of, now, !yes);
      case 'iff': {
        const both = truth(formula.left, now, true) && truth(formula.right, now, yes);
        return both || (truth(formula.left, now, false) && truth(formula.right, now, !yes));
      }
      case 'if':
        return yes
          ? truth(formula.then, now, true) || truth(formula.when, now, false)
          : truth(formula.then, now, false) && truth(formula.when, now, true);
      default: {
        const [l, r] = [truth(formula.left, now, yes), truth(formula.right, now, yes)];
        return (formula.kind === 'and') === yes ? l && r : l || r;
      }
    }
  };
  const rules = list.flatMap(rulesOf).filter(({ position: { strength } }) => strength >= COMMITS_FROM);
  let now = new Set(start);
  for (;;) {
    const ready = ({ when }: (typeof rules)[number]) => when === undefined || truth(when, now, true);
    const next = new Set([
      ...now,
      ...rules
        .filter(
          (rule) =>
            rule.sufficient &&
            ready(rule) &&
            rules.every((guard) => !guard.necessary || guard.option !== rule.option || ready(guard)),
        )
        .map((rule) => rule.option),
    ]);
    if (next.size === now.size) return now;
    now = next;
  }
}

describe('first moves', () => {
  it('what follows is the least fixed point, whatever the order of the positions', () => {
    fc.assert(
      fc.property(positions, fc.subarray(options), (list, taken) => {
        const start = new Set(taken);
        const follows = (order: readonly Position[]) =>
          new Set([...start, ...consequencesOf(order.flatMap(rulesOf), start).map((one) => one.option)]);
        expect(follows(list)).toEqual(closure(list, start));
        expect(follows([...list].reverse())).toEqual(follows(list));
      }),
      { numRuns: 1000 },
    );
  });

  it('are sufficient and smallest: tried against all sets of moves, on stand-offs of twelve options', () => {
    fc.assert(
      fc.property(positions, fc.constantFrom(...options), (list, wanted) => {
        const { firstMoves, settled } = firstMovesFor(
          { positions: list, options, taken: new Set() },
          option(wanted),
        );
        expect(settled).toBe(true);
        const before = closure(list, new Set());
        const firm = list.filter(({ strength }) => strength >= COMMITS_FROM);
        const bound = new Set(firm.flatMap(rulesOf).flatMap((rule) => (rule.necessary ? [rule.option] : [])));
        const refused = new Set(
          firm.flatMap(({ formula, kind }) =>
            kind !== 'demand' && formula.kind === 'not' ? [formulaText(formula.of)] : [],
          ),
        );
        const free = options.filter(
          (one) => one !== wanted && !before.has(one) && !bound.has(one) && !refused.has(one),
        );
        let smallest: string[][] = [];
        if (!before.has(wanted)) {
          for (let mask = 1; mask < 2 ** free.length; mask++) {
            const moves = free.filter((_, bit) => (mask >> bit) & 1);
            if (smallest.length > 0 && moves.length > smallest[0]!.length) continue;
            if (!closure(list, new Set([...before, ...moves])).has(wanted)) continue;
            if (smallest.length > 0 && moves.length < smallest[0]!.length) smallest = [];
            smallest.push(moves);
          }
        }
        expect(firstMoves.map(({ moves }) => moves.join()).sort()).toEqual(
          smallest.map((moves) => moves.join()).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('a position about other things changes none', () => {
    fc.assert(
      fc.property(positions, fc.constantFrom(...options), (list, wanted) => {
        const more: Position = {
          id: 'other',
          holder: 'E',
          kind: 'offer',
          formula: iff(option('E.x'), option('F.x')),
          strength: 1,
          claims: [],
          facts: [],
        };
        const question = { options: [...options, 'E.x', 'F.x'], taken: new Set<string>() };
        expect(firstMovesFor({ ...question, positions: [...list, more] }, option(wanted))).toEqual(
          firstMovesFor({ ...question, positions: list }, option(wanted)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('every step of a chain leads back to positions', () => {
    fc.assert(
      fc.property(positions, fc.subarray(options), (list, taken) => {
        const known = new Set(list.map(({ id }) => id));
        for (const { option: own, positions: ids } of consequencesOf(list.flatMap(rulesOf), new Set(taken))) {
          expect(ids.length).toBeGreaterThan(0);
          for (const id of ids) {
            expect(known.has(id)).toBe(true);
            expect(own.startsWith(`${list.find((one) => one.id === id)!.holder}.`)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
