import { standingCorrections } from '../../claims/index.ts';
import type { PositionsBox } from '../../store/standoff-box.ts';
import type { Answer, Question } from '../question.ts';
import { briefOfView } from './brief.ts';
import { jsonAnswer } from './json-answer.ts';

/** One report with its claims as corrected and checked, each with the correction that stands. */
export function reportAnswer(
  box: PositionsBox,
  { view, heading, rejected, corrections }: Extract<Question, { kind: 'report' }>,
): Answer {
  const brief = briefOfView(box, view);
  const [read] = view.reports;
  const standing = standingCorrections(corrections);
  const withCorrection = <C extends { readonly id: string }>(claim: C) => {
    const correction = standing.get(claim.id);
    return correction === undefined ? claim : { ...claim, correction };
  };
  const own = brief.reports[0]?.publishedAt;
  return jsonAnswer({
    report: { ...heading, text: read!.report.text, sentences: read!.sentences },
    asOf: view.asOf ?? own ?? view.today,
    ...(view.knownBy === undefined ? {} : { knownBy: view.knownBy }),
    claims: brief.claims.map(withCorrection),
    rejected: rejected.map(withCorrection),
    corrections,
  });
}
