import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What keeps the server from analysing the model, and where: the keys and places that lead there in its data. */
export interface ModelFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: readonly (string | number)[];
}

/** The fault of the model that is being edited, if it has one. */
export const FaultContext = createContext<ModelFault | undefined>(undefined);

const ID_PREFIX = 'field-';

/** The id of the field that edits the part of a model under some keys. */
export const fieldId = (...path: readonly (string | number)[]): string => `${ID_PREFIX}${path.join('-')}`;

/** What a field says to those who do not see it of the fault that lies in it, and what it shows below itself. */
export function useFault(...path: readonly (string | number)[]): {
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly note: ComponentChildren;
} {
  const fault = useContext(FaultContext);
  const id = fieldId(...path);
  const here = fault?.path !== undefined && fieldId(...fault.path) === id;
  return {
    attributes: here ? { id, 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : { id },
    note: here ? (
      <p class="fault" id={`${id}-fault`}>
        {fault.message}
      </p>
    ) : null,
  };
}

/** The fault of the whole model, with the way to the field that it lies in. */
export function FaultSummary({ fault }: { readonly fault: ModelFault }) {
  const { path, line, column, message } = fault;
  const goThere = () => {
    for (let length = path?.length ?? 0; length > 0; length--) {
      const field = document.getElementById(fieldId(...path!.slice(0, length)));
      if (field === null) continue;
      field.scrollIntoView({ block: 'center' });
      field.focus();
      return;
    }
  };
  return (
    <div class="fault-summary" role="status">
      <p>
        <strong>To mend before the analysis goes on:</strong> {message}
        {line === undefined ? '' : ` (line ${line}, column ${column})`}
      </p>
      {path !== undefined && path.length > 0 && (
        <button type="button" onClick={goThere}>
          Go there
        </button>
      )}
    </div>
  );
}
