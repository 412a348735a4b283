import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { writeConfig } from '../../../entrypoints/background/telegram/config.ts';
import { nextTelegram, poll, pollIfDue } from '../../../entrypoints/background/telegram/poll.ts';
import { sendForward } from '../../../entrypoints/background/telegram/send.ts';
import type { TanggapDatabase } from '../../../storage/database.ts';
import { exportBackup } from '../../../storage/export.ts';
import { flag } from '../../../storage/flag.ts';
import { readEvents } from '../../../storage/read/events.ts';
import { rebuild } from '../../../storage/rebuild.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';
import { markSensitive } from '../../../storage/sensitive.ts';
import { pairChat, setBot, telegramState } from '../../../storage/telegram.ts';
import { undo } from '../../../storage/undo.ts';
import { agency, capture, freshDb, HOUR } from '../../storage/samples.ts';
import { resetBrowser } from '../background/browser.ts';
import { type Stand, startStand, TOKEN } from './stand.ts';

const CHAT = 41;
const MINUTE = 60_000;
/** `Date.now()` of the test's own morning; messages of the stand carry the real time. */
const T = Math.floor(Date.now() / 1_000) * 1_000 - 9 * HOUR;
const transcript: string[] = [];
const spoken: string[] = [];
let stand: Stand;
let db: TanggapDatabase;
let day: ReturnType<typeof makeDay>;

beforeAll(async () => {
  stand = await startStand();
});
afterAll(async () => {
  await stand.stop();
  const folder = join(import.meta.dirname, '../../../.output/reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'telegram-day.txt'), `${transcript.join('\n')}\n`);
});

beforeEach(async () => {
  for (const level of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...all) => void spoken.push(all.map(String).join(' ')));
  await resetBrowser();
  await browser.storage.local.set({ telegramRoot: stand.root });
  await writeConfig({ token: TOKEN, reader: true });
  stand.sent.length = 0;
  stand.pending.length = 0;
  // What an earlier test left unread is of no interest to the next.
  await fetch(`${stand.root}/bot${TOKEN}/getUpdates`, { method: 'POST', body: '{}' });
  stand.pending.length = 0;
  db = freshDb();
  await saveAgencies(db, [agency('dishub'), agency('dlh')], T);
  await setBot(db, { id: 666, name: 'TestNameBot' });
  day = makeDay();
});
afterEach(() => vi.restoreAllMocks());

function note(line: string) {
  transcript.push(line);
}

function makeDay() {
  let seq = 0;
  return {
    async paired(chatId = CHAT, type: 'private' | 'group' = 'private', agencyId = 'dishub') {
      const phone = stand.client(chatId, type);
      await phone.sendMessage(phone.makeMessage(type === 'private' ? '/start' : 'halo @TestNameBot'));
      await poll(db, T);
      await pairChat(db, { agencyId, chatId });
      return phone;
    },
    async sendOne(
      input: { photo?: Blob; text?: string; word?: 'none' | 'again' | 'arrived'; id?: string } = {},
    ) {
      seq += 1;
      const id =
        input.id ??
        (await flag(db, { capture: capture(`TG${Date.now()}${seq}`), via: 'button', now: T })).row.id;
      const result = await sendForward(
        db,
        {
          complaintId: id,
          agencyId: 'dishub',
          preset: 'normal',
          termMs: null,
          photoHashes: [],
          message: input.text ?? 'Yth. Kepala Dinas, lampu jalan padam.',
          word: input.word ?? 'none',
        },
        input.photo ?? null,
        () => T + MINUTE,
      );
      return { id, result };
    },
    async press(chatId: number, button: number, sentIndex = -1) {
      const phone = stand.client(chatId);
      const message = stand.sent.at(sentIndex);
      const data = message?.buttons[button]?.callback_data ?? '';
      await phone.sendCallback(
        phone.makeCallbackQuery(data, { message: { message_id: message?.message_id ?? 0 } }),
      );
    },
    async reply(chatId: number, text: string, sentIndex = -1) {
      const phone = stand.client(chatId);
      const message = stand.sent.at(sentIndex);
      await phone.sendMessage(
        phone.makeMessage(text, {
          reply_to_message: { message_id: message?.message_id, text: message?.text },
        } as object),
      );
    },
    types: async (id: string) => (await readEvents(db, id)).map((event) => event.type),
    last: async (id: string) => (await readEvents(db, id)).at(-1),
  };
}

const now = () => Date.now() + MINUTE;

test('a day: pairing, sending, four buttons, a reply, each undone', async () => {
  await day.paired();
  note('08.00  Rudi menekan Mulai → obrolan dipasangkan dengan DISHUB');
  const photo = new Blob([new Uint8Array(4_000).fill(7)], { type: 'image/jpeg' });
  const { id, result } = await day.sendOne({ photo });
  expect(result).toMatchObject({ sent: true, photoMissing: false });
  expect(stand.sent.at(-1)).toMatchObject({ method: 'sendPhoto', chat_id: CHAT, photoBytes: 4_000 });
  expect(stand.sent.at(-1)?.buttons.map((button) => button.text)).toEqual([
    'Sudah ditangani',
    'Sedang dikerjakan',
    'Minta waktu',
    'Bukan wewenang',
  ]);
  expect(await day.last(id)).toMatchObject({ type: 'forwarded', channel: 'telegram', outcome: 'sent' });
  note(`08.01  sendPhoto ke ${CHAT}, 4 tombol → forwarded/telegram/sent`);

  const expected = [
    [1, { type: 'responded', kind: 'followUp', via: 'telegram' }, 'Sedang dikerjakan'],
    [2, { type: 'extensionAsked', clock: 'response', via: 'telegram' }, 'Minta waktu'],
    [3, { type: 'notOurs', via: 'telegram' }, 'Bukan wewenang'],
    [0, { type: 'responded', kind: 'done', via: 'telegram' }, 'Sudah ditangani'],
  ] as const;
  for (const [button, event, word] of expected) {
    await day.press(CHAT, button);
    expect(await poll(db, now())).toBe(true);
    const made = await day.last(id);
    expect(made).toMatchObject(event);
    await undo(db, { eventId: made?.id ?? '' }, now());
    expect(await day.last(id)).toMatchObject({ type: 'undone', target: made?.id });
    note(`       tombol ${word} → ${event.type}; dibatalkan lagi`);
  }
  // What was taken back may be said again.
  await day.press(CHAT, 0);
  expect(await poll(db, now())).toBe(true);
  expect(await day.last(id)).toMatchObject({ type: 'responded', kind: 'done' });
  await day.reply(CHAT, 'Petugas kami menuju lokasi');
  expect(await poll(db, now())).toBe(true);
  expect(await day.last(id)).toMatchObject({
    type: 'responded',
    kind: 'followUp',
    text: 'Petugas kami menuju lokasi',
    via: 'telegram',
  });
  note('       balasan "Petugas kami menuju lokasi" → responded/followUp');
  const row = await db.complaints.get(id);
  expect(row?.status).toBe('responded');
  await rebuild(db);
  expect(await db.complaints.get(id)).toEqual(row);
  expect(stand.asked.filter((each) => each.method === 'answerCallbackQuery')).toHaveLength(5);
});

test('"sudah ditangani" does not end the complaint, and the same button again is one answer', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  await day.press(CHAT, 0);
  await day.press(CHAT, 0);
  await poll(db, now());
  expect((await day.types(id)).filter((type) => type === 'responded')).toHaveLength(1);
  expect((await db.complaints.get(id))?.status).toBe('responded');
  expect((await telegramState(db)).ignored.repeated).toBe(1);
});

test('a worker that dies between fetch and store fetches the same again, and takes it once', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  await day.press(CHAT, 1);
  // The first write of a poll is its own time; the second stands at the end of the storing transaction.
  const put = db.telegram.put.bind(db.telegram);
  let writes = 0;
  let written = 0;
  vi.spyOn(db.telegram, 'put').mockImplementation((row) => {
    writes += 1;
    if (writes === 1) return put(row);
    return db.events.count().then((count) => {
      written = count;
      throw new Error('the worker is gone');
    });
  });
  const eventsBefore = await db.events.count();
  await expect(poll(db, now())).rejects.toThrow('gone');
  vi.mocked(db.telegram.put).mockRestore();
  expect(written).toBe(eventsBefore + 1);
  expect(await db.events.count()).toBe(eventsBefore);
  expect((await day.types(id)).includes('responded')).toBe(false);
  await poll(db, now());
  // Delivered once more, as by a server that answers twice.
  const offset = (await telegramState(db)).offset;
  stand.inject({ ...stand.pending[0], update_id: offset - 1 });
  await poll(db, now());
  expect((await day.types(id)).filter((type) => type === 'responded')).toHaveLength(1);
  note('       pekerja mati antara ambil dan simpan → diambil lagi, tercatat satu kali');
});

test('429: waits as long as it is told, and then goes on', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  await day.press(CHAT, 1);
  const body = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 90 },
  };
  stand.fail('getUpdates', { answer: { status: 429, body } });
  const at = now();
  await poll(db, at);
  expect(await telegramState(db)).toMatchObject({ problem: 'wait', holdUntil: at + 90_000 });
  expect(await nextTelegram(db, at)).toBe(at + 90_000);
  expect(await pollIfDue(db, at + 60_000)).toBe(false);
  expect(await pollIfDue(db, at + 90_000)).toBe(true);
  expect((await day.types(id)).at(-1)).toBe('responded');
  expect((await telegramState(db)).problem).toBeNull();
  stand.fail('sendMessage', { answer: { status: 429, body } });
  expect((await day.sendOne()).result).toEqual({ sent: false, problem: 'wait', seconds: 90 });
  note('       429 retry_after 90 → ditahan 90 s, lalu jawaban terbaca');
});

test('409, 401, 500, nonsense and a forged list: shown, held, nothing lost', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  await day.press(CHAT, 1);
  const refuse = (code: number) => ({
    answer: { status: code, body: { ok: false, error_code: code, description: `bot${TOKEN} no` } },
  });
  for (const [fault, problem] of [
    [refuse(409), 'other-reader'],
    [refuse(500), 'unsure'],
    [{ nonsense: '<html>' }, 'unsure'],
    [{ nonsense: '{"ok":true,"result":{"a":1}}' }, 'unsure'],
    [refuse(401), 'token'],
  ] as const) {
    stand.fail('getUpdates', fault);
    await poll(db, now());
    expect((await telegramState(db)).problem).toBe(problem);
    expect((await day.types(id)).at(-1)).toBe('forwarded');
    note(`       getUpdates ${JSON.stringify(problem)} → ditampilkan, tidak ada yang hilang`);
  }
  expect(await nextTelegram(db, now())).toBeNull();
  await poll(db, now());
  expect((await day.types(id)).at(-1)).toBe('responded');
});

test('a group that became a supergroup: chat and open complaints move along', async () => {
  await day.paired(-500, 'group');
  const body = {
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -1_001_234_567_890 },
  };
  stand.fail('sendMessage', { answer: { status: 400, body } });
  const { id, result } = await day.sendOne();
  expect(result.sent).toBe(true);
  expect(stand.sent.at(-1)?.chat_id).toBe(-1_001_234_567_890);
  expect(await db.telegramChats.get('dishub')).toMatchObject({
    chatId: -1_001_234_567_890,
    kind: 'supergroup',
  });
  await day.press(-1_001_234_567_890, 1);
  await poll(db, now());
  expect((await day.types(id)).at(-1)).toBe('responded');
  note('       grup → supergrup: obrolan dan aduan ikut pindah');
});

test('bot removed, chat gone, photo too large: not sent, said, and nothing recorded', async () => {
  await day.paired();
  for (const [code, description, problem] of [
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [400, 'Bad Request: chat not found', 'chat-gone'],
    [413, 'Request Entity Too Large', 'photo-too-large'],
    [400, 'Bad Request: something else', 'refused'],
  ] as const) {
    stand.fail('sendMessage', {
      answer: { status: code, body: { ok: false, error_code: code, description } },
    });
    const { id, result } = await day.sendOne();
    expect(result).toMatchObject({ sent: false, problem });
    expect(await day.types(id)).not.toContain('forwarded');
    note(`       sendMessage ${code} → ${problem}, tidak tercatat`);
  }
  expect(await db.telegramSends.count()).toBe(0);
});

test('a sending of unknown outcome is never repeated without the official’s word', async () => {
  await day.paired();
  for (const fault of [
    { answer: { status: 500, body: { ok: false, error_code: 500, description: 'x' } } },
    { nonsense: '{"ok":true,"result":{}}' },
  ]) {
    stand.fail('sendMessage', fault);
    const before = stand.sent.length;
    const first = await day.sendOne();
    expect(first.result).toMatchObject({ sent: false, problem: 'unsure' });
    expect((await day.sendOne({ id: first.id })).result).toMatchObject({ sent: false, problem: 'unsure' });
    expect(stand.sent).toHaveLength(before);
    expect((await day.sendOne({ id: first.id, word: 'again' })).result.sent).toBe(true);
    expect(stand.sent).toHaveLength(before + 1);
  }
  stand.fail('sendMessage', { answer: { status: 502, body: 'bad gateway' } });
  const lost = await day.sendOne();
  const count = stand.sent.length;
  expect((await day.sendOne({ id: lost.id, word: 'arrived' })).result.sent).toBe(true);
  expect(stand.sent).toHaveLength(count);
  expect((await day.types(lost.id)).at(-1)).toBe('forwarded');
  note('       hasil tak diketahui → tidak diulang sebelum pejabat menyatakan');
});

test('an upload that was taken and never answered is unsure', async () => {
  await day.paired();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    return controller.signal;
  });
  stand.fail('sendPhoto', { hang: 'after' });
  const photo = new Blob([new Uint8Array(100)], { type: 'image/jpeg' });
  const { id, result } = await day.sendOne({ photo });
  expect(result).toMatchObject({ problem: 'unsure' });
  const count = stand.sent.length;
  expect((await day.sendOne({ id, photo })).result).toMatchObject({ problem: 'unsure' });
  expect(stand.sent).toHaveLength(count);
});

test('a long text goes first with the buttons, the photo after it; without the photo it still is a forwarding', async () => {
  await day.paired();
  const photo = new Blob([new Uint8Array(100)], { type: 'image/jpeg' });
  const text = 'x'.repeat(2_000);
  expect((await day.sendOne({ photo, text })).result).toMatchObject({ sent: true, photoMissing: false });
  expect(stand.sent.map((each) => each.method)).toEqual(['sendMessage', 'sendPhoto']);
  stand.fail('sendPhoto', { answer: { status: 413, body: { ok: false, error_code: 413 } } });
  expect((await day.sendOne({ photo, text })).result).toMatchObject({ sent: true, photoMissing: true });
});

test('a worker that died after the upload: the answer proves the arrival and is not lost', async () => {
  await day.paired();
  const { row } = await flag(db, { capture: capture('DIEDAFTER1'), via: 'button', now: T });
  vi.spyOn(db.events, 'bulkAdd').mockImplementationOnce(() => {
    throw new Error('the worker is gone');
  });
  await expect(day.sendOne({ id: row.id })).rejects.toThrow('gone');
  vi.mocked(db.events.bulkAdd).mockRestore();
  expect(await day.types(row.id)).toEqual(['captured']);
  await day.press(CHAT, 1);
  expect(await poll(db, now())).toBe(true);
  expect(await day.types(row.id)).toEqual(['captured', 'forwarded', 'responded']);
  expect((await db.telegramSends.toArray())[0]).toMatchObject({ state: 'sent', facts: null });
  note('       pekerja mati sesudah kirim → tombol membuktikan pesan sampai, keduanya tercatat');
});

test('a sensitive complaint never goes to a group', async () => {
  await day.paired(-77, 'group');
  const { row } = await flag(db, { capture: capture('SENSITIVE1'), via: 'button', now: T });
  await markSensitive(db, { complaintId: row.id, sensitive: true }, T);
  expect((await day.sendOne({ id: row.id })).result).toMatchObject({ problem: 'sensitive-group' });
  expect(stand.sent).toHaveLength(0);
});

test('forged, foreign, unknown and old are ignored and counted', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  const before = await day.types(id);
  const data = stand.sent.at(-1)?.buttons[0]?.callback_data ?? '';
  let next = 900_000;
  const chat = { id: CHAT, type: 'private' };
  const press = (change: object) =>
    stand.inject({
      update_id: next++,
      callback_query: { id: `q${next}`, from: { id: 1 }, data, message: { message_id: 1, chat }, ...change },
    });
  press({ message: { message_id: 1, chat: { id: 999, type: 'private' } } });
  press({ data: 't1:000000000000:d' });
  press({ data: 'anything' });
  press({ id: 5 });
  stand.inject({ update_id: next++, message: { message_id: 'x', chat } });
  stand.inject({ no_id: true } as unknown as { update_id: number });
  stand.inject({
    update_id: next++,
    message: {
      message_id: 4,
      date: 1,
      chat: { id: 999 },
      text: 'beres',
      reply_to_message: { message_id: 1 },
    },
  });
  await poll(db, now());
  expect(await day.types(id)).toEqual(before);
  expect((await telegramState(db)).ignored).toEqual({
    forged: 3,
    foreign: 2,
    unknown: 2,
    old: 0,
    repeated: 0,
  });
  const forwarded = await day.last(id);
  await undo(db, { eventId: forwarded?.id ?? '' }, now());
  press({});
  await poll(db, now());
  expect((await telegramState(db)).ignored.old).toBe(1);
  note('       palsu 3, obrolan asing 2, tombol tak dikenal 2, lama 1 → diabaikan dan dihitung');
});

test('after more than 24 hours without reading, each chat gets its open list once', async () => {
  await day.paired();
  const { id } = await day.sendOne();
  await day.sendOne();
  await poll(db, now());
  const monday = now() + 60 * HOUR;
  stand.sent.length = 0;
  await poll(db, monday);
  await poll(db, monday + MINUTE);
  expect(stand.sent).toHaveLength(1);
  const number = (await db.complaints.get(id))?.number ?? '-';
  expect(stand.sent[0]?.text).toContain(number);
  expect(stand.sent[0]?.buttons).toHaveLength(8);
  await day.press(CHAT, 0);
  await poll(db, monday + 2 * MINUTE);
  expect((await day.types(id)).at(-1)).toBe('responded');
  note('Senin  60 jam tanpa baca → daftar terbuka dikirim sekali, tombolnya dijawab');
});

test('polled only while something is open there, and by the desk that reads', async () => {
  await day.paired();
  expect(await nextTelegram(db, now())).toBeNull();
  await day.sendOne();
  expect(await nextTelegram(db, T)).not.toBeNull();
  await writeConfig({ token: TOKEN, reader: false });
  expect(await nextTelegram(db, T)).toBeNull();
});

test('the token is in no backup, no table, no log and no error', async () => {
  await day.paired();
  await day.sendOne();
  stand.fail('getUpdates', {
    answer: { status: 400, body: { ok: false, error_code: 400, description: TOKEN } },
  });
  await poll(db, now());
  await browser.storage.local.set({ telegramRoot: 'http://127.0.0.1:1' });
  const { result } = await day.sendOne();
  expect(result).toMatchObject({ sent: false });
  const file = Buffer.from(await (await exportBackup(db, { now: T })).arrayBuffer());
  const { unzipSync } = await import('fflate');
  const texts = Object.values(unzipSync(new Uint8Array(file))).map((bytes) => Buffer.from(bytes).toString());
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  const everywhere = [
    ...texts,
    JSON.stringify(tables),
    JSON.stringify(result),
    ...spoken,
    ...transcript,
  ].join('\n');
  expect(everywhere.length).toBeGreaterThan(1_000);
  for (const part of [TOKEN, TOKEN.split(':')[1] ?? '-']) expect(everywhere).not.toContain(part);
  note('       token dicari dalam cadangan, tabel, log, galat, catatan ini → tidak ada');
});
