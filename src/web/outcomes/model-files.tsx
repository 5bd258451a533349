import { useRef } from 'preact/hooks';

/** A model to start from. */
export interface ModelHeading {
  readonly id: string;
  readonly name: string;
}

/** Ways to begin and to keep a model: empty, from the catalogue, saved ones, a file, and out again as a file. */
export function ModelFiles({
  catalog,
  saved,
  onEmpty,
  onCatalog,
  onSaved,
  onFile,
  onDownload,
  onSave,
}: {
  readonly catalog: readonly ModelHeading[];
  readonly saved: readonly ModelHeading[];
  readonly onEmpty: () => void;
  readonly onCatalog: (id: string) => void;
  readonly onSaved: (id: string) => void;
  readonly onFile: (file: File) => void;
  readonly onDownload: (kind: 'yaml' | 'gmcr') => void;
  readonly onSave: () => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="row model-files">
      <button type="button" onClick={onEmpty}>
        New, empty
      </button>
      <label>
        <span class="visually-hidden">Start from a published conflict</span>
        <select
          value=""
          onChange={(event) => {
            if (event.currentTarget.value !== '') onCatalog(event.currentTarget.value);
          }}
        >
          <option value="">From the catalogue…</option>
          {catalog.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {saved.length > 0 && (
        <label>
          <span class="visually-hidden">Open a saved model</span>
          <select
            value=""
            onChange={(event) => {
              if (event.currentTarget.value !== '') onSaved(event.currentTarget.value);
            }}
          >
            <option value="">Saved models…</option>
            {saved.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={() => picker.current?.click()}>
        Open file…
      </button>
      <input
        ref={picker}
        class="visually-hidden"
        type="file"
        accept=".yaml,.yml,.gmcr"
        tabIndex={-1}
        aria-label="A model file, .yaml or .gmcr"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" onClick={onSave}>
        Save on the desk
      </button>
      <button type="button" onClick={() => onDownload('yaml')}>
        Download .yaml
      </button>
      <button type="button" onClick={() => onDownload('gmcr')}>
        Download .gmcr
      </button>
    </div>
  );
}
