import { StateSpaceError, stateName } from '../model/index.ts';
import { type Conflict, improves } from './conflict.ts';

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** A drawing of more moves shows nothing. */
const MOVES_AT_MOST = 200_000;

/**
 * A conflict as a directed graph in GraphML: a node a state with its ranks, an edge a move with its mover and whether it
 * improves.
 * @throws StateSpaceError where there are too many moves to draw.
 */
export function conflictToGraphml(conflict: Conflict): string {
  const { model, space, graph, preferences } = conflict;
  const makers = model.decisionMakers;
  const edges: string[] = [];
  for (let state = 0; state < space.count; state++) {
    makers.forEach(({ id }, maker) => {
      for (const to of graph.movesFrom(maker, state)) {
        edges.push(
          `  <edge source="s${state + 1}" target="s${to + 1}"><data key="mover">${escaped(id)}</data><data key="improves">${improves(conflict, maker, state, to)}</data></edge>`,
        );
      }
    });
    if (edges.length > MOVES_AT_MOST)
      throw new StateSpaceError(
        `the model has more than ${MOVES_AT_MOST} moves, too many for a graph to show; drop options or rule states out`,
      );
  }
  const nodes = Array.from({ length: space.count }, (_, state) => {
    const ranks = makers.map(
      (_, maker) => `<data key="rank${maker}">${preferences[maker]!.rank[state]}</data>`,
    );
    return `  <node id="s${state + 1}"><data key="state">${escaped(stateName(space, state))}</data>${ranks.join('')}</node>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ' <key id="state" for="node" attr.name="state" attr.type="string"/>',
    ...makers.map(
      ({ id }, maker) =>
        ` <key id="rank${maker}" for="node" attr.name="rank ${escaped(id)}" attr.type="int"/>`,
    ),
    ' <key id="mover" for="edge" attr.name="mover" attr.type="string"/>',
    ' <key id="improves" for="edge" attr.name="improves" attr.type="boolean"/>',
    ' <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    ' </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
