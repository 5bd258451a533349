import {
  type Difference,
  differenceBetween,
  type Supposition,
  SuppositionError,
  type SuppositionText,
  suppositionFrom,
} from '../analysis/index.ts';
import {
  type Brief,
  briefOf,
  type FactDifference,
  factDifference,
  questionOf,
  supposedBrief,
} from '../brief/index.ts';
import {
  type Ledger,
  ledgerSupposing,
  type TreatyStatus,
  UnsupposableError,
  vocabularyOf,
} from '../ledger/index.ts';
import { openBox } from '../store/standoff-box.ts';
import { inWords } from '../time/partial-date.ts';
import { today } from './dates.ts';
import { differenceLines, supposedText } from './difference-text.ts';
import { json, writeOutput } from './output.ts';
import { readReports } from './read-reports.ts';
import { UsageError } from './usage-error.ts';

/** How `what-if` is asked of words rather than of a model. */
export interface OfWords {
  readonly fact?: readonly string[];
  readonly record?: boolean;
  readonly published?: string;
  readonly asOf?: string;
  readonly standoff?: string;
}

/** Suppositions about a brief's stand-off. @throws UsageError where they name what there is not. */
function suppositionAbout({ standoff }: Brief, text: SuppositionText): Supposition {
  try {
    return suppositionFrom(text, {
      options: standoff.options.map(({ id }) => id),
      positions: standoff.positions.map(({ id }) => id),
      holders: standoff.parties.map(({ id }) => id),
    });
  } catch (error) {
    if (error instanceof SuppositionError) throw new UsageError(`--${error.part}: ${error.message}`);
    throw error;
  }
}

function supposing(
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
  facts: readonly string[],
  asOf: string,
) {
  try {
    return ledgerSupposing(ledger, vocabularyOf(ledger, files), facts, asOf);
  } catch (error) {
    if (error instanceof UnsupposableError) throw new UsageError(`--fact: ${error.message}`);
    throw error;
  }
}

/** "178 ratifications, 35 of the 44 needed, not in force". */
function statusText({ ratifications, required, inForce, since }: TreatyStatus): string {
  const needed = required === undefined ? '' : `, ${required.ratified} of the ${required.total} needed`;
  const force = inForce ? `in force${since === undefined ? '' : ` since ${inWords(since)}`}` : 'not in force';
  return `${ratifications} ratification${ratifications === 1 ? '' : 's'}${needed}, ${force}`;
}

function factLines({ treaties, verdicts, conditions }: FactDifference): readonly string[] {
  return [
    ...treaties.map(({ title, before, after, entersOn }) => {
      const then = entersOn === undefined ? '' : `; it would enter into force on ${inWords(entersOn)}`;
      return statusText(before) === statusText(after)
        ? `  ${title}: ${statusText(after)}, as before${then}`
        : `  ${title}: ${statusText(before)} becomes ${statusText(after)}${then}`;
    }),
    ...verdicts.map(
      ({ quote, before, after, note }) =>
        `  “${quote.replace(/\s+/g, ' ')}”: ${before} becomes ${after}. ${note}`,
    ),
    ...conditions.map(({ text }) => `  ${text}`),
  ];
}

/** What a supposition changes of the stand-off that reports, or the positions on record, imply. */
export async function printWhatIfOfWords(
  paths: readonly string[],
  options: SuppositionText & OfWords & { readonly json?: boolean },
): Promise<void> {
  const { analyser, lexicon, ledger, files, kinds, positionRows } = openBox(options.standoff);
  const { fact: facts = [], asOf: asked = today(), set = [], drop = [], add = [] } = options;
  if (facts.length + set.length + drop.length + add.length === 0)
    throw new UsageError(
      'nothing is supposed; give --fact "SENTENCE", --set OPTION=Y, --drop POSITION or --add "HOLDER: FORMULA"',
    );
  const reports = await readReports(paths, options.published, analyser, lexicon);
  const supposed = supposing(ledger, files, facts, asked);
  // What is supposed of a later day is asked on that day.
  const asOf = [asked, ...supposed.facts.map(({ date }) => date)].sort().at(-1)!;
  const how = { today: asOf, asOf, positionRows, ...(options.record ? { withRecord: true } : {}) };
  const before = briefOf(reports, ledger, kinds, how);
  const byFacts = briefOf(reports, supposed.ledger, kinds, how);
  const supposition = suppositionAbout(before, options);
  const after = supposedBrief(byFacts, supposition, supposed.ledger, kinds);
  const ofFacts = factDifference(before, byFacts, ledger, supposed);
  const { positions, taken } = questionOf(after.standoff);
  const difference: Difference | undefined =
    before.analysis === undefined || after.analysis === undefined
      ? undefined
      : differenceBetween(before.analysis, after.analysis, { positions, taken });
  if (options.json) {
    writeOutput(json({ schema: 'firstmove/what-if/1', asOf, ...ofFacts, ...difference }));
    return;
  }
  const lines = [...factLines(ofFacts), ...(difference === undefined ? [] : differenceLines(difference))];
  const all = [
    ...ofFacts.facts.map((text) => text.replace(/^Supposed: |\.$/g, '')),
    ...supposedText(supposition),
  ];
  writeOutput(
    [
      ...(after.model === undefined
        ? []
        : [`Letters stand for: ${after.model.options.map(({ id }) => id).join(', ')}`]),
      `Suppose ${all.join('; ')}, as of ${inWords(asOf)}:`,
      ...(lines.length > 0 ? lines : ['  nothing changes']),
    ].join('\n'),
  );
}
