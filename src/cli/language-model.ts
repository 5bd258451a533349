import type { Message } from '../claims/index.ts';

/** A language model behind an OpenAI-compatible address. */
export interface LanguageModel {
  readonly url: URL;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds for one answer. */
  readonly patience: number;
}

/** An answer and what it cost. */
export interface ModelReply {
  readonly content: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** The model gave no answer that could be used, after all tries. */
export class ModelUnavailable extends Error {}

const TRIES = 3;
const LARGEST_ANSWER = 4_000_000;
/** Milliseconds before the second try; each later one waits twice as long, a server's own wish (Retry-After) goes first. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Reads a body, but no more of it than an answer can have. */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER)
      throw new ModelUnavailable(`its answer is larger than ${LARGEST_ANSWER / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function askOnce(
  { url, model, key, patience }: LanguageModel,
  messages: readonly Message[],
  schema: object,
): Promise<{ readonly reply?: ModelReply; readonly wait?: number; readonly why: string }> {
  const response = await fetch(new URL('chat/completions', url), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model,
      messages,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: false, schema } },
    }),
  });
  if (!response.ok) {
    const seconds = Number(response.headers.get('retry-after'));
    await response.body?.cancel();
    const again = response.status === 429 || response.status >= 500;
    if (!again) throw new ModelUnavailable(`it answers ${response.status}`);
    return { why: `it answers ${response.status}`, ...(seconds > 0 ? { wait: seconds * 1000 } : {}) };
  }
  const body = JSON.parse(await bodyOf(response)) as {
    choices?: readonly { message?: { content?: unknown }; finish_reason?: string }[];
    usage?: { prompt_tokens?: number; completion_tokens?: number };
  };
  const [choice] = body.choices ?? [];
  const content = choice?.message?.content;
  if (typeof content !== 'string') return { why: 'its answer holds no words' };
  if (choice?.finish_reason === 'length') return { why: 'its answer was cut off' };
  return {
    why: '',
    reply: {
      content,
      tokensIn: body.usage?.prompt_tokens ?? 0,
      tokensOut: body.usage?.completion_tokens ?? 0,
    },
  };
}

/**
 * Asks a language model, again after a pause where the server is busy, late or gives no whole answer.
 * @param isUsable whether an answer is one; where not, it is asked again.
 * @throws ModelUnavailable when all tries are used up.
 */
export async function ask(
  model: LanguageModel,
  messages: readonly Message[],
  schema: object,
  isUsable: (content: string) => boolean,
): Promise<ModelReply> {
  let why = '';
  for (let tries = 0; tries < TRIES; tries++) {
    let wait = FIRST_PAUSE * 2 ** tries;
    try {
      const answer = await askOnce(model, messages, schema);
      if (answer.reply !== undefined && isUsable(answer.reply.content)) return answer.reply;
      why = answer.why === '' ? 'its answer is no list of claims' : answer.why;
      wait = answer.wait ?? wait;
    } catch (error) {
      if (error instanceof ModelUnavailable) throw error;
      why =
        error instanceof SyntaxError
          ? 'its answer is no JSON'
          : (error as Error).name === 'TimeoutError'
            ? `no answer within ${model.patience / 1000} s`
            : `it cannot be reached (${((error as Error).cause as Error | undefined)?.message ?? (error as Error).message})`;
    }
    if (tries < TRIES - 1) await pause(Math.min(wait, LONGEST_PAUSE));
  }
  throw new ModelUnavailable(why);
}
