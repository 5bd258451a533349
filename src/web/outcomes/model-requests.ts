import { ask, sendJson } from '../answers.ts';
import type { ModelHeading } from './model-files.tsx';
import type { Draft, OutcomesAnswer } from './outcomes-answer.ts';
import type { Question, ReasonAnswer } from './reason-panel.tsx';

/** The model of some reports, of a saved model or of the catalogue, by the address's query. */
export const requestModel = (search: string): Promise<OutcomesAnswer> =>
  ask<OutcomesAnswer>(`/outcomes.json${search}`);

export const requestAnalysis = (draft: Draft): Promise<OutcomesAnswer> => sendJson('/analyse.json', draft);

export const requestFile = (text: string, kind: 'yaml' | 'gmcr'): Promise<OutcomesAnswer> =>
  sendJson('/analyse.json', { [kind]: text });

export const requestReason = (yaml: string, { state, dm, concept }: Question): Promise<ReasonAnswer> =>
  sendJson('/why.json', { yaml, state, decisionMaker: dm, concept });

/** The model as a file of GMCR+, which is JSON. */
export const requestGmcr = async (yaml: string): Promise<string> =>
  JSON.stringify(await sendJson<unknown>('/convert', { yaml, to: 'gmcr' }), null, 2);

interface Models {
  readonly models: readonly ModelHeading[];
}

export const requestCatalog = async (): Promise<readonly ModelHeading[]> =>
  (await ask<Models>('/catalog.json')).models;

export const requestSaved = async (): Promise<readonly ModelHeading[]> =>
  (await ask<Models>('/models.json')).models;

export const requestSave = (name: string, yaml: string): Promise<{ readonly id: string }> =>
  sendJson('/models', { name, yaml });
