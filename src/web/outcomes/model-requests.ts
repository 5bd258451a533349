import type { ModelHeading } from './model-files.tsx';
import type { Draft, OutcomesAnswer } from './outcomes-answer.ts';
import type { Question, ReasonAnswer } from './reason-panel.tsx';

/** What the server answered, or its words for why not. */
async function answerOf<T>(response: Response): Promise<T> {
  const body = (await response.json().catch(() => ({}))) as T & {
    readonly error?: { readonly message: string; readonly remedy?: string };
  };
  if (response.ok) return body;
  throw new Error(
    [body.error?.message ?? `the desk answered ${response.status}`, body.error?.remedy]
      .filter(Boolean)
      .join('; '),
  );
}

const send = (address: string, body: unknown, signal?: AbortSignal) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

/** The model of some reports, of a saved model or of the catalogue, by the address's query. */
export const requestModel = async (search: string): Promise<OutcomesAnswer> =>
  answerOf(await fetch(`/outcomes.json${search}`));

export const requestAnalysis = async (draft: Draft, signal: AbortSignal): Promise<OutcomesAnswer> =>
  answerOf(await send('/analyse.json', draft, signal));

export const requestFile = async (text: string, kind: 'yaml' | 'gmcr'): Promise<OutcomesAnswer> =>
  answerOf(await send('/analyse.json', { [kind]: text }));

export const requestReason = async (yaml: string, { state, dm, concept }: Question): Promise<ReasonAnswer> =>
  answerOf(await send('/why.json', { yaml, state, decisionMaker: dm, concept }));

/** The model as a file of GMCR+. */
export async function requestGmcr(yaml: string): Promise<string> {
  const response = await send('/convert', { yaml, to: 'gmcr' });
  if (response.ok) return response.text();
  return answerOf(response);
}

export const requestCatalog = async (): Promise<readonly ModelHeading[]> =>
  (await answerOf<{ readonly models: readonly ModelHeading[] }>(await fetch('/catalog.json'))).models;

export const requestSaved = async (): Promise<readonly ModelHeading[]> =>
  (await answerOf<{ readonly models: readonly ModelHeading[] }>(await fetch('/models.json'))).models;

export const requestSave = async (name: string, yaml: string): Promise<{ readonly id: string }> =>
  answerOf(await send('/models', { name, yaml }));
