import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';

export const TOKEN = `700000001:${'AbCdEfGh'.repeat(4)}xyz`;

type Update = { update_id: number } & Record<string, unknown>;
/** What the next request of a method meets instead of an answer. */
export type Fault =
  | { answer: { status: number; body: unknown } }
  /** Never an answer, though the work was done (`after`) or not. */
  | { hang: 'before' | 'after' }
  | { nonsense: string };

export interface Sent {
  method: string;
  chat_id: number;
  message_id: number;
  text: string;
  photoBytes: number;
  buttons: { text: string; callback_data: string }[];
}

/**
 * telegram-test-api with what it lacks in front of it: photos, the offset of getUpdates (an update is given again until
 * it is confirmed), access from an extension's page, and faults on demand.
 */
export async function startStand() {
  const behind = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await behind.start();
  const pending: Update[] = [];
  const faults = new Map<string, Fault[]>();
  const sent: Sent[] = [];
  const asked: { method: string; fields: Record<string, unknown> }[] = [];
  const hanging = new Set<ServerResponse>();

  async function pass(method: string, fields: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(`${behind.config.apiURL}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return response.json();
  }

  async function work(method: string, fields: Record<string, unknown>, photoBytes: number) {
    if (method === 'getUpdates') {
      const got = (await pass('getUpdates', {})) as { result: Update[] };
      pending.push(...got.result);
      const offset = Number(fields.offset ?? 0);
      while (pending[0] && pending[0].update_id < offset) pending.shift();
      return { ok: true, result: [...pending] };
    }
    if (method !== 'sendMessage' && method !== 'sendPhoto') return pass(method, fields);
    const text = String(fields.text ?? fields.caption ?? '');
    const answer = (await pass('sendMessage', { ...fields, text })) as { result: { message_id: number } };
    const markup = fields.reply_markup as { inline_keyboard?: Sent['buttons'][] } | undefined;
    const chat_id = Number(fields.chat_id);
    sent.push({
      method,
      chat_id,
      message_id: answer.result.message_id,
      text,
      photoBytes,
      buttons: (markup?.inline_keyboard ?? []).flat(),
    });
    return answer;
  }

  const server: Server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  async function answer(request: IncomingMessage, response: ServerResponse) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
    const { fields, photoBytes } = await read(request);
    asked.push({ method, fields });
    const fault = faults.get(method)?.shift();
    const reply = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (fault && 'answer' in fault) return reply(fault.answer.status, JSON.stringify(fault.answer.body));
    if (fault && 'nonsense' in fault) return reply(200, fault.nonsense);
    if (token !== TOKEN)
      return reply(401, JSON.stringify({ ok: false, error_code: 401, description: 'Unauthorized' }));
    if (fault?.hang === 'before') return hanging.add(response);
    const body = await work(method, fields, photoBytes);
    if (fault?.hang === 'after') return hanging.add(response);
    return reply(200, JSON.stringify(body));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    asked,
    pending,
    /** A person's telephone in a chat. */
    client: (chatId: number, type: 'private' | 'group' = 'private') =>
      behind.getClient(TOKEN, { chatId, type, firstName: 'Rudi', chatTitle: 'Rudi', timeout: 3_000 }),
    fail(method: string, ...next: Fault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    /** An update as an attacker or a broken server might make it up. */
    inject: (update: Update) => pending.push(update),
    async stop() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await behind.stop();
    },
  };
}

export type Stand = Awaited<ReturnType<typeof startStand>>;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/'))
    return { fields: JSON.parse(body.toString() || '{}') as Record<string, unknown>, photoBytes: 0 };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  let photoBytes = 0;
  for (const [name, value] of form) {
    if (typeof value !== 'string') photoBytes = value.size;
    else fields[name] = /^[{[]/.test(value) ? JSON.parse(value) : value;
  }
  return { fields, photoBytes };
}
