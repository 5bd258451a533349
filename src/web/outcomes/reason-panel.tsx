import { useEffect, useState } from 'preact/hooks';
import type { Analysis } from '../../analysis/analyse.ts';
import { moveInWords, stateInWords } from '../../brief/outcome-words.ts';
import { conceptLabel } from '../../figures/from-analysis.ts';
import { conceptSays, stateName } from './state-words.ts';

/** Why a state is stable or not for a decision maker, as the server tells it. */
export interface ReasonAnswer {
  readonly dm: string;
  readonly state: number;
  readonly concept: string;
  readonly stable: boolean;
  readonly improvements: readonly {
    readonly to: number;
    readonly deterrent?: {
      readonly end: number;
      readonly moves: readonly { readonly dm: string; readonly from: number; readonly to: number }[];
      readonly bestEscape?: number;
    };
  }[];
}

/** What is asked: by indices and ids of the analysis. */
export interface Question {
  readonly state: number;
  readonly dm: string;
  readonly concept: string;
}

const CREDIBLE = new Set(['seq', 'sseq', 'sim']);

function ReasonWords({ analysis, reason }: { readonly analysis: Analysis; readonly reason: ReasonAnswer }) {
  const name = (id: string) => analysis.decisionMakers.find((maker) => maker.id === id)?.name ?? id;
  const who = name(reason.dm);
  const at = (state: number) => (
    <>
      {stateName(analysis, state)}
      <span class="quiet"> ({stateInWords(analysis, state)})</span>
    </>
  );
  return (
    <div class="reason">
      <p>
        <strong>
          {reason.stable ? `${who} stays` : `${who} would leave`} at{' '}
          {stateName(analysis, reason.state).toLowerCase()}
        </strong>{' '}
        by {conceptLabel(reason.concept)}
        {reason.improvements.length === 0 ? ': none of its own moves leads to a state that it prefers.' : ':'}
      </p>
      <ol>
        {reason.improvements.map(({ to, deterrent }) => (
          <li key={to}>
            <p>
              It would rather be at {at(to)}:{' '}
              {moveInWords(analysis, { dm: reason.dm, from: reason.state, to })}.
            </p>
            {deterrent === undefined ? (
              <p class="upsets">
                {reason.concept === 'nash'
                  ? 'Nothing is asked of the others: it goes there.'
                  : `No ${CREDIBLE.has(reason.concept) ? 'move of the others that serves them' : 'move of the others'} then leaves it no better off${reason.concept === 'smr' || reason.concept === 'sseq' ? ' without a way out' : ''}: it goes there.`}
              </p>
            ) : (
              <p class="deters">
                {reason.concept === 'sim' ? 'At the same moment ' : 'But then '}
                {deterrent.moves.map((move, step) => (
                  <span key={`${move.from} ${move.to}`}>
                    {step === 0 ? '' : ', then '}
                    {moveInWords(analysis, move)}
                  </span>
                ))}
                , which ends at {at(deterrent.end)}, no better for {who} than staying
                {deterrent.bestEscape === undefined
                  ? ''
                  : `, and from there it gets no further than ${stateName(analysis, deterrent.bestEscape).toLowerCase()}`}
                .
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Beyond so many states a list to choose from is no help: the state's letters are typed. */
const STATES_TO_CHOOSE = 256;

/** A state, chosen from a list or by its letters. */
function StateField({
  analysis,
  state,
  onState,
  onUnknown,
}: {
  readonly analysis: Analysis;
  readonly state: number;
  readonly onState: (state: number) => void;
  readonly onUnknown: (word: string) => void;
}) {
  if (analysis.states.length <= STATES_TO_CHOOSE)
    return (
      <label>
        <span class="label">State</span>
        <select value={String(state)} onChange={(event) => onState(Number(event.currentTarget.value))}>
          {analysis.states.map((letters, index) => (
            <option key={letters} value={String(index)}>
              {index + 1} · {letters}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <label>
      <span class="label">State</span>
      <input
        class="formula"
        value={analysis.states[state]}
        onChange={(event) => {
          const word = event.currentTarget.value.trim();
          const found = analysis.states.indexOf(word.toUpperCase());
          if (found >= 0) onState(found);
          else onUnknown(word);
        }}
      />
    </label>
  );
}

/** "Why?" of a state, a decision maker and a concept. */
export function ReasonPanel({
  analysis,
  question,
  onQuestion,
  ask,
}: {
  readonly analysis: Analysis;
  readonly question: Question;
  readonly onQuestion: (question: Question) => void;
  /** Asks the server; fails with words for the reader. */
  readonly ask: (question: Question) => Promise<ReasonAnswer>;
}) {
  const [answer, setAnswer] = useState<ReasonAnswer>();
  const [failure, setFailure] = useState('');
  const { state, dm, concept } = question;
  useEffect(() => {
    let current = true;
    ask({ state, dm, concept }).then(
      (reason) => {
        if (!current) return;
        setAnswer(reason);
        setFailure('');
      },
      (error: Error) => {
        if (current) setFailure(error.message);
      },
    );
    return () => {
      current = false;
    };
  }, [state, dm, concept, ask]);
  const concepts = Object.keys(analysis.equilibria).filter(
    (one) => conceptSays(one) !== '' && one !== 'seqOrSim',
  );
  return (
    <section class="why" aria-labelledby="why-heading">
      <h3 id="why-heading" tabIndex={-1}>
        Why?
      </h3>
      <div class="row">
        <StateField
          analysis={analysis}
          state={state}
          onState={(next) => onQuestion({ ...question, state: next })}
          onUnknown={(word) => setFailure(`There is no state ${word}.`)}
        />
        <label>
          <span class="label">Decision maker</span>
          <select value={dm} onChange={(event) => onQuestion({ ...question, dm: event.currentTarget.value })}>
            {analysis.decisionMakers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="label">Concept</span>
          <select
            value={concept}
            onChange={(event) => onQuestion({ ...question, concept: event.currentTarget.value })}
          >
            {concepts.map((one) => (
              <option key={one} value={one}>
                {conceptLabel(one)}: {conceptSays(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div role="status">
        {failure !== '' && <p class="fault">{failure}</p>}
        {failure === '' && answer !== undefined && <ReasonWords analysis={analysis} reason={answer} />}
      </div>
    </section>
  );
}
