import { reportFromHtml } from '../../report/from-html.ts';
import type { PositionsBox } from '../../store/standoff-box.ts';
import type { Answer, Question } from '../question.ts';
import { briefAnswer } from './brief.ts';
import { jsonAnswer } from './json-answer.ts';
import { convertAnswer, outcomesOf, whyAnswer } from './outcomes.ts';
import { reportAnswer } from './report.ts';
import { screenAnswer } from './screen.ts';
import { standoffAnswer } from './standoff.ts';

/** The answer to a question: a function of it and the stand-off's box. @throws Refusal where there is none. */
export async function answerTo(box: PositionsBox, question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'page':
      return jsonAnswer(reportFromHtml(question.html, question.origin));
    case 'brief':
      return briefAnswer(box, question.view, question.format);
    case 'report':
      return reportAnswer(box, question);
    case 'standoff':
      return standoffAnswer(box, question.view, question.supposition);
    case 'outcomes':
      return outcomesOf(box, question.of);
    case 'why':
      return whyAnswer(question.model, question.state, question.decisionMaker, question.concept);
    case 'convert':
      return convertAnswer(question.model, question.to);
    case 'screen':
      return screenAnswer(question);
  }
}
