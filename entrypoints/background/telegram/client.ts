import { z } from 'zod';
import { refusalOf, TelegramError } from '../../../channels/telegram/problem.ts';
import { apiRoot, mayAsk } from './config.ts';

/** A request that takes longer is given up, in ms: with a photo on a slow line, and without. */
export const TIMEOUT = { upload: 60_000, plain: 20_000 };
const success = z.object({ ok: z.literal(true), result: z.unknown() });

/**
 * One request of the Bot API. The token is in the address alone; whatever fails is told without address, cause or
 * the server's words.
 * @param fields a `Blob` is uploaded as a file.
 * @throws TelegramError
 */
export async function ask(
  token: string,
  method: string,
  fields: Record<string, unknown> = {},
  { timeout, root }: { timeout?: number; root?: string } = {},
): Promise<unknown> {
  const server = root ?? (await apiRoot());
  if (!(await mayAsk(server))) throw new TelegramError('not-allowed');
  if (globalThis.navigator?.onLine === false && !server.startsWith('http://127.'))
    throw new TelegramError('offline');
  const upload = Object.values(fields).some((value) => value instanceof Blob);
  let body: unknown;
  try {
    const response = await fetch(`${server}/bot${token}/${method}`, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(timeout ?? (upload ? TIMEOUT.upload : TIMEOUT.plain)),
      ...(upload
        ? { body: formOf(fields) }
        : { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }),
    });
    body = await response.json();
  } catch {
    throw new TelegramError('unsure');
  }
  const parsed = success.safeParse(body);
  if (!parsed.success) throw refusalOf(body);
  return parsed.data.result;
}

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.set(name, value, 'foto.jpg');
    else form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return form;
}

const me = z.object({ id: z.number().int().min(1), username: z.string().max(100).catch('') });

/** Which bot a token belongs to. */
export async function getMe(token: string): Promise<{ id: number; name: string }> {
  const parsed = me.safeParse(await ask(token, 'getMe'));
  if (!parsed.success) throw new TelegramError('unsure');
  return { id: parsed.data.id, name: parsed.data.username };
}

/** The number of a message that was sent. An answer without one is no proof of anything. */
export function messageIdOf(result: unknown): number {
  const parsed = z.object({ message_id: z.number().int().min(1) }).safeParse(result);
  if (!parsed.success) throw new TelegramError('unsure');
  return parsed.data.message_id;
}
