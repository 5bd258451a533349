/**
 * Who can move from where to where, made ready for questions about all states at once. Decision makers and states are
 * named by their index.
 */
export interface Graph {
  /** States that a decision maker can move to in one step (unilateral moves), each once, in ascending order. */
  movesFrom(maker: number, state: number): readonly number[];
  /**
   * Writes the states of lower rank that a decision maker can move to into a buffer, in any order, and returns how many.
   * The buffer has room for all its moves from any state (`mostMoves`).
   */
  lowerRankedInto(maker: number, state: number, buffer: Uint32Array): number;
  /** The most moves that a decision maker has from any one state. */
  mostMoves(maker: number): number;
  /** For each state, the least value among the state itself and the decision maker's moves from it. */
  leastAfterOwnMove(maker: number, value: Uint32Array): Uint32Array;
  /**
   * For each state, the greatest value among the state itself and all states that the others can reach from it by legal
   * sequences: any number of moves, no decision maker twice running. With `improving`, each step improves for its mover.
   */
  greatestAfterOthers(focal: number, value: Uint32Array, improving: boolean): Uint32Array;
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
