import type { Answer } from '../question.ts';

export const jsonAnswer = (value: object): Answer => ({
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(value),
});
