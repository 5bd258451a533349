import type { EditedMaker } from './edited-model.ts';
import { useFault } from './fault.tsx';

type Ranking = NonNullable<EditedMaker['ranking']>;

/** A ranking as lines: a state a line, the best first, states held equal on one line; ">>" between strongly ordered ones. */
export const rankingText = (ranking: Ranking): string =>
  ranking.map((line) => (typeof line === 'string' ? line : line.join(' '))).join('\n');

export function rankingFrom(text: string): Ranking {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/[\s,=]+/)
        .filter(Boolean),
    )
    .filter((words) => words.length > 0)
    .map((words) => (words.length === 1 ? words[0]! : words));
}

/** States put into order by hand, instead of statements or for what they leave equal. */
export function RankingEditor({
  maker,
  index,
  states,
  onChange,
}: {
  readonly maker: EditedMaker;
  readonly index: number;
  /** How a state is written, as an example. */
  readonly states: string;
  readonly onChange: (change: (maker: EditedMaker) => EditedMaker, field?: string) => void;
}) {
  const who = maker.name ?? maker.id;
  const { attributes, note } = useFault('decisionMakers', index, 'ranking');
  const faults = (maker.ranking ?? []).map((_, row) => ['decisionMakers', index, 'ranking', row] as const);
  if (maker.ranking === undefined)
    return (
      <p>
        <button type="button" onClick={() => onChange((one) => ({ ...one, ranking: [states] }))}>
          Rank the states of {who} by hand
        </button>
      </p>
    );
  return (
    <div>
      <label>
        <span class="label">How {who} ranks the states, the best first; states on one line are equal</span>
        <textarea
          {...attributes}
          // The field holds its own words while they are written; another ranking, as by undo, is another field.
          key={rankingText(maker.ranking)}
          class="formula"
          rows={Math.min(20, maker.ranking.length + 1)}
          spellcheck={false}
          defaultValue={rankingText(maker.ranking)}
          onChange={(event) => {
            const ranking = rankingFrom(event.currentTarget.value);
            onChange(({ ranking: _, ...one }) => (ranking.length === 0 ? one : { ...one, ranking }));
          }}
        />
      </label>
      {note}
      {faults.map((path) => (
        <RankingFault key={path[3]} path={path} />
      ))}
    </div>
  );
}

function RankingFault({ path }: { readonly path: readonly (string | number)[] }) {
  const { note } = useFault(...path);
  return note === null ? null : <div>{note}</div>;
}
