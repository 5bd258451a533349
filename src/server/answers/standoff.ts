import { consequencesOf, differenceBetween, rulesOf, type SuppositionText } from '../../analysis/index.ts';
import { type Brief, escalationJson, questionOf, standoffJson, supposedBrief } from '../../brief/index.ts';
import { factsById, type Ledger } from '../../ledger/index.ts';
import { formulaText } from '../../model/index.ts';
import type { PositionsBox } from '../../store/standoff-box.ts';
import type { Answer, ReportView } from '../question.ts';
import { suppositionOn } from '../supposition.ts';
import { briefOfView } from './brief.ts';
import { jsonAnswer } from './json-answer.ts';

const partOf = ({ standoff, analysis, escalation, summary }: Brief) => ({
  summary,
  ...standoffJson(standoff, analysis),
  ...(analysis?.undetermined === undefined ? {} : { undetermined: analysis.undetermined }),
  escalation: escalationJson(standoff, escalation),
  letters: analysis?.options ?? [],
  follows: consequencesOf(standoff.positions.flatMap(rulesOf), questionOf(standoff).taken),
});

/** The words of the claims and facts that positions rest on. */
function groundsOf({ standoff, claims }: Brief, ledger: Ledger) {
  const positions = [...standoff.positions, ...standoff.past.map(({ position }) => position)];
  const asked = new Set(positions.flatMap((position) => position.claims));
  const facts = new Set(positions.flatMap((position) => position.facts));
  const known = factsById(ledger);
  return {
    claims: Object.fromEntries(
      claims.filter(({ id }) => asked.has(id)).map(({ id, report, quote }) => [id, { report, quote }]),
    ),
    facts: Object.fromEntries(
      [...facts].flatMap((id) => {
        const fact = known.get(id);
        return fact === undefined ? [] : [[id, { text: fact.text, source: fact.source }]];
      }),
    ),
  };
}

/** What a supposition changes, without the two analyses that it lies between. */
function differenceOf(before: Brief, after: Brief) {
  if (before.analysis === undefined || after.analysis === undefined) return undefined;
  const {
    before: _,
    after: __,
    ...difference
  } = differenceBetween(before.analysis, after.analysis, questionOf(after.standoff));
  return difference;
}

/** The stand-off of reports and, where something is supposed, as it would be, with the difference. */
export function standoffAnswer(box: PositionsBox, view: ReportView, text: SuppositionText): Answer {
  const before = briefOfView(box, view);
  const head = {
    reports: before.reports.map(({ id, title }) => ({ id, title })),
    asOf: before.asOf.asOf,
    ...(before.asOf.knownBy === undefined ? {} : { knownBy: before.asOf.knownBy }),
    before: partOf(before),
    ...groundsOf(before, box.ledger),
  };
  const isAsked = [text.set, text.drop, text.add].some((part = []) => part.length > 0);
  if (!isAsked) return jsonAnswer(head);
  const supposition = suppositionOn(before.standoff, box, text);
  const after = supposedBrief(before, supposition, box.ledger, box.kinds);
  return jsonAnswer({
    ...head,
    supposed: {
      set: supposition.set,
      retract: supposition.drop,
      add: (supposition.add ?? []).map(({ id, holder, kind, formula }) => ({
        id,
        holder,
        kind,
        formula: formulaText(formula),
      })),
    },
    after: partOf(after),
    difference: differenceOf(before, after) ?? null,
  });
}
