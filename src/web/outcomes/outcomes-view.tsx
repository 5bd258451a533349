import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Waiting } from '../answer-states.tsx';
import { askAnew } from '../answers.ts';
import { type EditHistory, edited, historyOf, redone, undone } from '../edit-history.ts';
import { useShortcuts } from '../shortcuts.ts';
import { useEditKeys } from '../use-edit-keys.ts';
import { useFileDrop } from '../use-file-drop.ts';
import { type EditedModel, emptyModel, onlyInFile, optionIds } from './edited-model.ts';
import { FaultContext, FaultSummary } from './fault.tsx';
import { MakersEditor } from './makers-editor.tsx';
import { forgetDraft, keepDraft, keptDraft } from './model-draft.ts';
import { ModelFiles, type ModelHeading } from './model-files.tsx';
import {
  requestAnalysis,
  requestCatalog,
  requestFile,
  requestGmcr,
  requestModel,
  requestReason,
  requestSave,
  requestSaved,
} from './model-requests.ts';
import type { Draft, OutcomesAnswer } from './outcomes-answer.ts';
import type { Question } from './reason-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { useAnalysis } from './use-analysis.ts';
import { YamlEditor } from './yaml-editor.tsx';

/** Hands a text to the reader as a file. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const fileName = (title: string, ending: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'model'}.${ending}`;

/** A model as it is held while it is edited: its data, and its file's own text as long as no field has changed it. */
interface Held {
  readonly shape: EditedModel;
  readonly yaml?: string;
}

const EMPTY: OutcomesAnswer = { model: { yaml: '', shape: emptyModel }, errors: [] };

/** Nothing to analyse before somebody can do something. */
const isBare = (model: EditedModel): boolean => optionIds(model).length === 0 && model.states === undefined;

/**
 * A conflict model and what follows from it: written in fields or as a file, analysed as it is typed.
 * @param search the address's query, which names where the model comes from.
 */
export function OutcomesView({
  search,
  onSearch,
}: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  const [history, setHistory] = useState<EditHistory<Held>>();
  const [yaml, setYaml] = useState<string>();
  const [opened, setOpened] = useState<OutcomesAnswer>();
  const [failure, setFailure] = useState('');
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [catalog, setCatalog] = useState<readonly ModelHeading[]>([]);
  const [saved, setSaved] = useState<readonly ModelHeading[]>([]);

  const open = useCallback((answer: OutcomesAnswer) => {
    const { model, errors, notes: said = [] } = answer;
    setNotes(said);
    setOpened(answer);
    if (model.shape === undefined) {
      setHistory(historyOf({ shape: emptyModel }));
      setYaml(model.yaml);
      setFailure(errors[0]?.message ?? '');
    } else {
      setHistory(historyOf({ shape: model.shape, yaml: model.yaml }));
      // Named states have no fields: such a model is written as a file.
      setYaml(model.shape.states === undefined ? undefined : model.yaml);
      setFailure('');
    }
  }, []);
  const told = (error: Error) => setFailure(error.message);

  useEffect(() => {
    requestCatalog().then(setCatalog, () => setCatalog([]));
    requestSaved().then(setSaved, () => setSaved([]));
  }, []);
  useEffect(() => {
    let current = true;
    const isEmpty = new URLSearchParams(search).has('empty');
    const opened = isEmpty ? Promise.resolve(EMPTY) : requestModel(search);
    opened.then(
      async (answer) => {
        if (!current) return;
        open(answer);
        const kept = keptDraft(search);
        if (kept === undefined) return;
        const { model } = await requestAnalysis({ shape: kept as EditedModel });
        if (!current || model.shape === undefined) return;
        const { shape } = model;
        setHistory((before) => before && edited(before, { shape }));
        setYaml(undefined);
        setNotes(['Your edits from before are back; Undo leads to the model as it was.']);
      },
      (error: Error) => {
        if (current) setFailure(error.message);
      },
    );
    return () => {
      current = false;
    };
  }, [search, open]);
  useEffect(() => {
    if (history !== undefined && history.past.length > 0) keepDraft(search, history.present.shape);
  }, [history, search]);

  const draft = useMemo((): Draft | undefined => {
    if (yaml !== undefined) return { yaml };
    if (history === undefined || isBare(history.present.shape)) return undefined;
    const { shape, yaml: text } = history.present;
    return text === undefined ? { shape } : { yaml: text };
  }, [yaml, history?.present]);
  const { answer, whole, busy, failure: unanswered } = useAnalysis(draft, requestAnalysis, opened);
  const fault = answer?.errors[0];

  const undo = useCallback(() => setHistory((before) => before && undone(before)), []);
  const redo = useCallback(() => setHistory((before) => before && redone(before)), []);
  useEditKeys(undo, redo);
  useShortcuts([
    { keys: ['u'], words: 'Undo an edit of the model (also Ctrl+Z)', run: undo },
    { keys: ['r'], words: 'Redo an edit of the model (also Ctrl+Shift+Z)', run: redo },
  ]);
  const change = useCallback(
    (shape: EditedModel, field?: string) =>
      setHistory((before) => before && edited(before, { shape }, field)),
    [],
  );
  const askedYaml = whole?.model.yaml ?? '';
  const ask = useCallback((question: Question) => requestReason(askedYaml, question), [askedYaml]);

  /** The model as it stands now, as a file; the analysis on the screen may be a moment behind. */
  const asFile = async (): Promise<OutcomesAnswer> =>
    draft === undefined ? { model: { yaml: '', shape: emptyModel }, errors: [] } : requestAnalysis(draft);
  /** Fields or file: what one holds goes over to the other. */
  const showFile = () => {
    if (yaml === undefined) asFile().then((now) => setYaml(now.model.yaml), told);
  };
  const showFields = () => {
    if (yaml === undefined) return;
    asFile().then(({ model: { shape }, errors }) => {
      if (shape === undefined) return setFailure(`Mend the file first: ${errors[0]?.message ?? ''}`);
      setHistory((before) => before && edited(before, { shape, yaml }));
      setYaml(undefined);
      setFailure('');
    }, told);
  };
  const openFile = useCallback(
    (file: File) => {
      file
        .text()
        .then((text) => requestFile(text, file.name.toLowerCase().endsWith('.gmcr') ? 'gmcr' : 'yaml'))
        .then(open, (error: Error) => setFailure(error.message));
    },
    [open],
  );
  const over = useFileDrop(openFile);
  const model = history?.present.shape;
  const hidden = model === undefined ? [] : onlyInFile(model);
  const title = model?.title === undefined || model.title === '' ? 'A model without a title' : model.title;

  return (
    <div class={`outcomes-view${over ? ' drop-here' : ''}`}>
      <h2>Outcomes</h2>
      <ModelFiles
        catalog={catalog}
        saved={saved}
        onEmpty={() => {
          forgetDraft();
          open(EMPTY);
          onSearch('?empty');
        }}
        onCatalog={(id) => onSearch(`?catalog=${encodeURIComponent(id)}`)}
        onSaved={(id) => onSearch(`?model=${encodeURIComponent(id)}`)}
        onFile={openFile}
        onDownload={(kind) => {
          asFile()
            .then(async ({ model: now }) =>
              download(fileName(title, kind), kind === 'yaml' ? now.yaml : await requestGmcr(now.yaml)),
            )
            .catch(told);
        }}
        onSave={() => {
          asFile()
            .then(({ model: now }) => requestSave(title, now.yaml))
            .then(async ({ id }) => {
              // What the desk holds has changed, and holds the edits too.
              forgetDraft();
              askAnew();
              setSaved(await requestSaved());
              onSearch(`?model=${encodeURIComponent(id)}`);
            })
            .catch(told);
        }}
      />
      <div role="status">
        {(failure || unanswered) !== '' && <p class="fault">{failure || unanswered}</p>}
        {notes.length > 0 && (
          <ul class="quiet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      {history === undefined && failure === '' && <Waiting words="Opening the model…" />}
      {model !== undefined && history !== undefined && (
        <div class="columns">
          <section class="editor" aria-labelledby="model-heading">
            <h3 id="model-heading">The model</h3>
            <a class="to-answers" href="#what-follows">
              To what follows from it
            </a>
            <div class="row">
              <button type="button" disabled={history.past.length === 0} onClick={undo}>
                Undo
              </button>
              <button type="button" disabled={history.future.length === 0} onClick={redo}>
                Redo
              </button>
              <button
                type="button"
                aria-pressed={yaml === undefined}
                disabled={answer?.model.shape?.states !== undefined}
                onClick={showFields}
              >
                Fields
              </button>
              <button type="button" aria-pressed={yaml !== undefined} onClick={showFile}>
                File
              </button>
            </div>
            {yaml !== undefined ? (
              <YamlEditor text={yaml} fault={fault} onText={setYaml} />
            ) : (
              <FaultContext.Provider value={fault}>
                {fault !== undefined && <FaultSummary fault={fault} />}
                <label class="title">
                  <span class="label">Title</span>
                  <input
                    value={model.title}
                    placeholder="what the conflict is about"
                    onInput={(event) => change({ ...model, title: event.currentTarget.value }, 'title')}
                  />
                </label>
                <MakersEditor model={model} onModel={change} />
                <RulesEditor model={model} onModel={change} />
                {hidden.length > 0 && (
                  <p class="quiet">Kept as it is, and to be changed under “File”: {hidden.join('; ')}.</p>
                )}
              </FaultContext.Provider>
            )}
          </section>
          <section class="answers" id="what-follows" aria-label="What follows" aria-busy={busy}>
            {whole === undefined ? (
              <p class="quiet">
                {draft === undefined
                  ? 'Add decision makers and what each can do; the analysis keeps pace with you.'
                  : fault === undefined
                    ? 'Analysing…'
                    : 'The analysis waits until the model is mended.'}
              </p>
            ) : (
              <>
                {answer !== whole && <p class="stale">Of the model as it was before it needs mending:</p>}
                <ResultsPanel analysis={whole.analysis} title={title} ask={ask} />
              </>
            )}
          </section>
        </div>
      )}
    </div>
  );
}
