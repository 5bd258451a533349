import { Command } from 'commander';
import { checkStatement, statementJson, vocabularyOf } from '../ledger/index.ts';
import { languageName, languageOf } from '../report/index.ts';
import { openLedger } from '../store/ledger-box.ts';
import { inWords } from '../time/index.ts';
import { dayOption, today } from './dates.ts';
import { evidenceForStatement } from './evidence-for-statement.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface CheckArguments {
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly standoff?: string;
  readonly bulletin?: readonly string[];
  readonly json?: boolean;
}

/** Longer than any one sentence; check takes sentences, `brief` takes reports. */
const LONGEST = 1_000;

function sentenceOf(text: string): string {
  const sentence = text.replace(/\s+/g, ' ').trim();
  if (sentence === '')
    throw new UsageError(
      'the statement is empty; write one sentence, such as "Russia has not tested since 1990."',
    );
  if (sentence.length > LONGEST) {
    throw new UsageError(
      `the statement has ${sentence.length} characters; check takes one sentence of at most ${LONGEST}, a whole report goes to "firstmove brief"`,
    );
  }
  const language = languageOf(sentence);
  if (language !== 'en' && language !== 'und') {
    throw new UsageError(
      `the statement seems to be in ${languageName(language)}; check reads English only, so translate it first`,
    );
  }
  return sentence;
}

async function printCheck(
  text: string,
  { asOf = today(), knownBy, standoff, bulletin = [], json: asJson }: CheckArguments,
): Promise<void> {
  const sentence = sentenceOf(text);
  const { ledger, files } = openLedger(standoff);
  const checked = checkStatement(ledger, vocabularyOf(ledger, files), sentence, {
    asOf,
    ...(knownBy === undefined ? {} : { knownBy }),
  });
  const evidence =
    bulletin.length === 0 ? undefined : await evidenceForStatement(sentence, asOf, bulletin, ledger, files);
  const { collectedUntil } = ledger;
  const { verdict, because, note, until } = checked;
  if (asJson) {
    writeOutput(
      json({
        ...statementJson(ledger, checked, knownBy),
        ...(evidence === undefined ? {} : { evidence }),
      }),
    );
    return;
  }
  writeOutput(
    [
      `${verdict}${until === undefined ? '' : ` (until ${inWords(until)})`}, as of ${inWords(checked.asOf)}${knownBy ? `, by what was on record on ${inWords(knownBy)}` : ''}`,
      `  ${note}`,
      ...because.map(({ fact, text: words, source }) => `  ${fact}: ${words} [${source}]`),
      ...(evidence ?? []).map((one) => `  By the bulletin: ${one.text}`),
      ...(evidence?.length === 0
        ? [
            '  By the bulletin: nothing; the sentence claims no test on days and at a place that could be looked up.',
          ]
        : []),
      `Collected: tests and statements until ${inWords(collectedUntil.tests)}, treaty acts until ${inWords(collectedUntil.treaties)}; later ones are not in the ledger.`,
    ].join('\n'),
  );
}

export function checkCommand(): Command {
  return new Command('check')
    .summary('judge one sentence by the ledger, with the rows that decide')
    .description(
      'Judges a plain sentence about tests, treaties, counts, dates, stockpiles, offices or statements. A sentence that is not understood to its last word is not judged.',
    )
    .argument('<statement>', 'one sentence in English')
    .option('--as-of <day>', 'the day asked for; today by default', dayOption)
    .option('--known-by <day>', 'count only what was on record by this day', dayOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option(
      '--bulletin <file>',
      'set a claim of a test beside a bulletin of seismic events (may be given again)',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove check "Russia has not tested since 1990."\n  firstmove check "36 of the 44 Annex 2 states have ratified the CTBT." --as-of 2023-11-03 --json\n  firstmove check "North Korea tested on 3 September 2017." --bulletin events.xml',
    )
    .action(printCheck);
}
