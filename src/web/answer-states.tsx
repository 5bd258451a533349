import type { Refused } from './answers.ts';

/** While an answer is under way; shown late, so that quick answers do not flicker. */
export function Waiting({ words = 'Asking the desk…' }: { readonly words?: string }) {
  return (
    <p class="waiting" role="status">
      {words}
    </p>
  );
}

/** Why there is no answer, and what to do. */
export function Failure({ failure, again }: { readonly failure: Refused; readonly again?: () => void }) {
  const { message, remedy } = failure;
  return (
    <div class="failure" role="alert">
      <p>{sentence(message)}</p>
      {remedy !== undefined && <p class="quiet">{sentence(remedy)}</p>}
      {again !== undefined && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** A message of the desk as a sentence: a capital and an end. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
