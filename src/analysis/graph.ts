/**
 * Who can move from where to where, made ready for questions about all states at once. Decision makers and states are
 * named by their index.
 */
export interface Graph {
  /** States that a decision maker can move to in one step (unilateral moves), each once, in ascending order. */
  movesFrom(maker: number, state: number): readonly number[];
  /** Runs made ready to hold the improvements of a decision maker from one state after another. */
  newRuns(maker: number): Runs;
  /** Writes where the states of better rank stand to which a decision maker can move. */
  improvementRuns(maker: number, state: number, runs: Runs): void;
  /** For each state, the least value among the state itself and the decision maker's moves from it. */
  leastAfterOwnMove(maker: number, value: Uint32Array): Uint32Array;
  /**
   * For each state, the greatest value among the state itself and all states that the others can reach from it by legal
   * sequences: any number of moves, no decision maker twice running. With `improving`, each step improves for its mover.
   */
  greatestAfterOthers(focal: number, value: Uint32Array, improving: boolean): Uint32Array;
}

/** A list of states in pieces: `members[from[k]] … members[to[k] - 1]` for k below `count`. */
export interface Runs {
  readonly members: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  count: number;
}

/** State indices, those of the greatest value first. */
export function byDescendingValue(value: Uint32Array): Uint32Array {
  let most = 0;
  for (let state = 0; state < value.length; state++) if (value[state]! > most) most = value[state]!;
  const start = new Uint32Array(most + 2);
  for (let state = 0; state < value.length; state++) {
    const key = most - value[state]! + 1;
    start[key] = start[key]! + 1;
  }
  for (let key = 1; key < start.length; key++) start[key] = start[key]! + start[key - 1]!;
  const order = new Uint32Array(value.length);
  for (let state = 0; state < value.length; state++) {
    const key = most - value[state]!;
    order[start[key]!] = state;
    start[key] = start[key]! + 1;
  }
  return order;
}
