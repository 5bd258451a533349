import { useCallback, useMemo } from 'preact/hooks';
import { waitRows, waitsFigure } from '../../figures/waits-graph.ts';
import { FigureFrame } from '../figure-frame.tsx';
import type { BriefAnswer } from './brief-answer.ts';

/** Who waits for whom, as a figure. */
export function WaitsPart({
  standoff,
  source,
}: {
  readonly standoff: BriefAnswer['standoff'];
  readonly source: string;
}) {
  const graph = useMemo(() => {
    const names = new Map(standoff.parties.map(({ id, name }) => [id, name]));
    return {
      options: standoff.options.map((option) => ({
        ...option,
        actor: names.get(option.actor) ?? option.actor,
      })),
      positions: standoff.positions,
      waits: standoff.waits,
      deadlocks: standoff.deadlocks,
    };
  }, [standoff]);
  const draw = useCallback((width: number) => waitsFigure(graph, { width, id: 'brief-waits' }), [graph]);
  return (
    <FigureFrame
      name="who-waits-for-whom"
      caption="Who waits for whom, by the words of the report."
      source={source}
      draw={draw}
      columns={['who', 'option', 'waits for', 'condition', 'positions', 'ring']}
      rows={waitRows(graph).map((row) => [
        row.who,
        row.option,
        row.waitsFor,
        row.condition,
        row.positions,
        row.ring,
      ])}
    />
  );
}
