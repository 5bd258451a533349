import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

/** A file, or the whole body, as somebody sent it. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly name?: string;
}

/** The body of a request as files: several where it is multipart, else one. @throws Refusal where it is empty. */
export async function sent(c: Context, most: number): Promise<readonly Sent[]> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data/i.test(type)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length === 0)
      throw new Refusal(400, 'the body is empty', { remedy: 'send the words as the body' });
    return [{ bytes }];
  }
  const parts = await formOf(c);
  if (parts.length === 0) throw new Refusal(400, 'the form holds no file');
  if (parts.length > most)
    throw new Refusal(413, `${parts.length} files at once; at most ${most}`, {
      remedy: 'send them in turns',
    });
  const files: Sent[] = [];
  for (const part of parts) {
    if (typeof part === 'string') files.push({ bytes: new TextEncoder().encode(part) });
    else files.push({ bytes: new Uint8Array(await part.arrayBuffer()), name: part.name });
  }
  return files;
}

async function formOf(c: Context): Promise<readonly (File | string)[]> {
  try {
    return [...(await c.req.formData()).values()];
  } catch {
    throw new Refusal(400, 'the form cannot be read as multipart/form-data');
  }
}
