import { StateSpaceError } from '../model/index.ts';
import type { Conflict } from './conflict.ts';

/**
 * Limited-move stability L_h for two decision makers (Kilgour 1985; Fang, Hipel and Kilgour 1993, ch. 3.3): the mover
 * looks h moves ahead, expects both to optimise by turns, and moves only to where the play then ends better for it than
 * staying. Of moves that promise it the same it takes the first. L_1 is Nash.
 *
 * A state is non-myopically stable where it is L_h stable for every h from some h on. Since what a horizon of h foresees
 * follows from what h - 1 does, the forecasts of all states at last repeat; `settlesAt` and `period` tell when and in
 * which rhythm.
 */
export interface LimitedMove {
  /** Stable states (1 or 0 by index) for the decision maker with a horizon of h moves. */
  stable(maker: number, horizon: number): Uint8Array;
  nonMyopic(maker: number): Uint8Array;
  /** The first horizon from which the forecasts repeat, and after how many moves they do. */
  readonly settlesAt: number;
  readonly period: number;
}

/** @throws StateSpaceError where there are not two decision makers: for more the published definitions disagree. */
export function limitedMoves({ model, space, graph, preferences }: Conflict): LimitedMove {
  if (model.decisionMakers.length !== 2)
    throw new StateSpaceError(
      `limited-move stability is defined for two decision makers; this model has ${model.decisionMakers.length}: leave out lh and non-myopic`,
    );
  const ranks = preferences.map(({ rank }) => rank);
  const start = Uint32Array.from(space.masks.keys());
  /** forecasts[h][i][s]: where play ends when i is to move at s with h moves ahead. */
  const forecasts: (readonly [Uint32Array, Uint32Array])[] = [[start, start]];
  const next = (maker: 0 | 1, before: readonly [Uint32Array, Uint32Array]): Uint32Array => {
    const rank = ranks[maker]!;
    const then = before[maker === 0 ? 1 : 0];
    return start.map((state) => {
      let best = -1;
      for (const to of graph.movesFrom(maker, state)) {
        if (best < 0 || rank[then[to]!]! < rank[then[best]!]!) best = to;
      }
      return best >= 0 && rank[then[best]!]! < rank[state]! ? then[best]! : state;
    });
  };
  const seen = new Map<string, number>([[forecasts[0]!.join(';'), 0]]);
  let settlesAt = 0;
  let period = 1;
  for (let horizon = 1; ; horizon++) {
    const before = forecasts[horizon - 1]!;
    const now = [next(0, before), next(1, before)] as const;
    forecasts.push(now);
    const key = now.join(';');
    const known = seen.get(key);
    if (known !== undefined) {
      [settlesAt, period] = [known, horizon - known];
      break;
    }
    seen.set(key, horizon);
  }
  const at = (horizon: number) =>
    horizon < forecasts.length ? horizon : settlesAt + ((horizon - settlesAt) % period);
  const stable = (maker: number, horizon: number) =>
    Uint8Array.from(start, (state) => (forecasts[at(horizon)]![maker]![state] === state ? 1 : 0));
  return {
    stable,
    nonMyopic: (maker) =>
      equilibriumOverHorizons(
        Array.from({ length: period }, (_, step) => stable(maker, settlesAt + period + step)),
      ),
    settlesAt,
    period,
  };
}

const equilibriumOverHorizons = (verdicts: readonly Uint8Array[]): Uint8Array =>
  verdicts.reduce((all, one) => all.map((yes, state) => yes & one[state]!));
