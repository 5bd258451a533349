import type { PositionsBox } from '../../store/standoff-box.ts';
import type { Answer, Question } from '../question.ts';
import { Refusal } from '../refusal.ts';
import { briefAnswer } from './brief.ts';
import { reportAnswer } from './report.ts';
import { standoffAnswer } from './standoff.ts';

/** The answer to a question: a pure function of it and the stand-off's box. @throws Refusal where there is none. */
export async function answerTo(box: PositionsBox, question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'brief':
      return briefAnswer(box, question.view, question.format);
    case 'report':
      return reportAnswer(box, question);
    case 'standoff':
      return standoffAnswer(box, question.view, question.supposition);
    default:
      throw new Refusal(404, 'no such question');
  }
}
