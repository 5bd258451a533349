import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ReadReport } from '../brief/index.ts';
import {
  answerSchema,
  type Claim,
  claimsFromAnswer,
  crossChecked,
  type Lexicon,
  promptFor,
} from '../claims/index.ts';
import type { Span } from '../text/index.ts';
import { ask, type LanguageModel, ModelUnavailable } from './language-model.ts';
import { UsageError } from './usage-error.ts';

/** Who reads: the reader in the box, or a language model that the user names. */
export interface ReaderChoice {
  readonly reader?: 'offline' | 'llm';
  readonly llmUrl?: URL;
  readonly llmModel?: string;
  readonly llmTimeout?: number;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function addressOption(value: string): URL {
  let url: URL;
  try {
    url = new URL(value.endsWith('/') ? value : `${value}/`);
  } catch {
    throw new InvalidArgumentError(`"${value}" is no address; give one such as http://localhost:11434/v1`);
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname)))
    throw new InvalidArgumentError(
      'Reports are sent to another machine over https only; plain http is for this machine (localhost).',
    );
  return url;
}

function secondsOption(value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600)) throw new InvalidArgumentError('Give seconds from 1 to 3600.');
  return seconds;
}

/** Adds the options that choose who reads. */
export const withReaderChoice = (command: Command): Command =>
  command
    .addOption(
      new Option('--reader <reader>', 'who reads: the reader in the box, or a language model that you name')
        .choices(['offline', 'llm'])
        .default('offline'),
    )
    .option(
      '--llm-url <address>',
      'an OpenAI-compatible address, such as http://localhost:11434/v1; its key in FIRSTMOVE_LLM_KEY',
      addressOption,
    )
    .option('--llm-model <name>', 'the model to ask there')
    .option('--llm-timeout <seconds>', 'how long to wait for one answer', secondsOption, 120);

/** Characters of a report that are sent at once; more are sent in several pieces. */
const PIECE = 6_000;

/** Stretches of whole sentences, none much longer than a piece. */
function piecesOf(sentences: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const { start, end } of sentences) {
    const last = pieces.at(-1);
    if (last !== undefined && end - last.start <= PIECE)
      pieces[pieces.length - 1] = { start: last.start, end };
    else pieces.push({ start, end });
  }
  return pieces;
}

/** The objects that the stand-off's words speak of, by id. */
const objectsIn = ({ objects, treaties }: Lexicon): readonly string[] =>
  [
    ...new Set([...objects.keys(), ...[...treaties.byStart.values()].flat().map(([, treaty]) => treaty)]),
  ].sort();

/**
 * Reads reports again through a language model, where one was asked for: what it finds counts as far as its quotes stand in
 * the report, and is held against what the offline reader found. Where the model gives no answer, the offline reading
 * stands. Progress, cost and losses are told on standard error.
 * @throws UsageError where the model is not named.
 */
export async function readByChoice(
  reports: readonly ReadReport[],
  { reader, llmUrl, llmModel, llmTimeout = 120 }: ReaderChoice,
  lexicon: Lexicon,
): Promise<readonly ReadReport[]> {
  if (reader !== 'llm') return reports;
  if (llmUrl === undefined || llmModel === undefined)
    throw new UsageError(
      '--reader llm needs --llm-url ADDRESS and --llm-model NAME; nothing is sent without them',
    );
  const key = process.env.FIRSTMOVE_LLM_KEY;
  const model: LanguageModel = {
    url: llmUrl,
    model: llmModel,
    patience: llmTimeout * 1000,
    ...(key === undefined || key === '' ? {} : { key }),
  };
  console.error(
    `firstmove: sending the words of ${reports.length} report${reports.length === 1 ? '' : 's'} to ${llmUrl.host} (${llmModel})`,
  );
  const [schema, objects] = [answerSchema(), objectsIn(lexicon)];
  const read: ReadReport[] = [];
  for (const one of reports) {
    const { report, sentences, claims: offline } = one;
    const found: Claim[] = [];
    const tally = { dropped: 0, tokensIn: 0, tokensOut: 0 };
    try {
      for (const piece of piecesOf(sentences)) {
        const understood = (content: string) => {
          try {
            return claimsFromAnswer(report, content, piece);
          } catch {
            return undefined;
          }
        };
        const reply = await ask(
          model,
          promptFor(report.text.slice(piece.start, piece.end), objects),
          schema,
          (content) => understood(content) !== undefined,
        );
        const { claims, dropped } = understood(reply.content)!;
        found.push(...claims);
        tally.dropped += dropped;
        tally.tokensIn += reply.tokensIn;
        tally.tokensOut += reply.tokensOut;
      }
    } catch (error) {
      if (!(error instanceof ModelUnavailable)) throw error;
      console.error(
        `firstmove: ${report.source ?? report.title}: the language model gave no answer (${error.message}); read by the offline reader`,
      );
      read.push(one);
      continue;
    }
    const { claims, both, offlineOnly } = crossChecked(report, found, offline);
    console.error(
      `firstmove: ${report.source ?? report.title}: ${claims.length} claims, ${both} found by the offline reader too; ${tally.dropped} dropped, since their words do not stand in the report or their shape is wrong; ${offlineOnly} found offline only; ${tally.tokensIn} tokens sent, ${tally.tokensOut} received`,
    );
    read.push({ ...one, claims });
  }
  return read;
}
