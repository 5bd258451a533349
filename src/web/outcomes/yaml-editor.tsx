import { useRef } from 'preact/hooks';
import type { ModelFault } from './fault.tsx';

/** Where a line begins and ends in a text, by its number from 1. */
function lineRange(text: string, line: number): readonly [number, number] {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}

/** The model as its file, for everything that the fields do not show. */
export function YamlEditor({
  text,
  fault,
  onText,
}: {
  readonly text: string;
  readonly fault: ModelFault | undefined;
  readonly onText: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const rows = Math.min(40, Math.max(12, text.split('\n').length + 1));
  const select = () => {
    const field = area.current;
    if (field === null || fault?.line === undefined) return;
    const [start, end] = lineRange(text, fault.line);
    field.focus();
    field.setSelectionRange(start, end);
  };
  return (
    <div class="yaml">
      <label>
        <span class="label">The model’s file (YAML)</span>
        <textarea
          ref={area}
          class="formula"
          rows={rows}
          spellcheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby="yaml-note"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <div id="yaml-note">
        {fault === undefined ? (
          <p class="quiet">The file is in order.</p>
        ) : (
          <p class="fault">
            {fault.line === undefined ? '' : `Line ${fault.line}, column ${fault.column}: `}
            {fault.message}{' '}
            {fault.line !== undefined && (
              <button type="button" onClick={select}>
                Select the line
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
