import 'fake-indexeddb/auto';
import { builtInCalendar } from '../../complaints/deadlines/calendar.ts';
import { DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import { askExtension } from '../../storage/ask-extension.ts';
import { correct } from '../../storage/correct.ts';
import { SCHEMA_VERSION } from '../../storage/database.ts';
import { decideExtension } from '../../storage/decide-extension.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { escalate } from '../../storage/escalate.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { recordHealth } from '../../storage/health.ts';
import { join } from '../../storage/join.ts';
import { notOurs } from '../../storage/not-ours.ts';
import { pause } from '../../storage/pause.ts';
import { markPostGone } from '../../storage/post-gone.ts';
import { purge } from '../../storage/purge.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { recompute } from '../../storage/recompute.ts';
import { recordReply } from '../../storage/record-reply.ts';
import { remind } from '../../storage/remind.ts';
import { reopen } from '../../storage/reopen.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { resume } from '../../storage/resume.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveCalendar } from '../../storage/save-calendar.ts';
import { saveRules } from '../../storage/save-rules.ts';
import { saveSettings } from '../../storage/save-settings.ts';
import { markSensitive } from '../../storage/sensitive.ts';
import { failPhoto, storePhoto } from '../../storage/store-photo.ts';
import { setBot } from '../../storage/telegram.ts';
import { undo } from '../../storage/undo.ts';
import { takeDump, writeDump } from './dump.ts';
import { agency, capture, forwardInput, freshDb, HOUR, photo, photoUrl, T0 } from './samples.ts';

/**
 * Writes `dumps/vN.json.gz` for the present schema version: run once per version, before its release, with
 * `node tests/storage/make-dump.ts`. Every kind of event and every table is in it. A dump is never made anew.
 */
const db = freshDb();
await saveSettings(
  db,
  { ...(await readSettings(db)), office: 'Kabupaten Contoh', prefix: 'KCT', setup: 'done' },
  T0,
);
await saveAgencies(
  db,
  [agency('dishub', { phone: '6281255501234' }), agency('dlh'), agency('bpjn', { outside: true })],
  T0,
);
const codes = [
  'DUMPA00001',
  'DUMPB00002',
  'DUMPC00003',
  'DUMPD00004',
  'DUMPE00005',
  'DUMPF00006',
  'DUMPG00007',
];
const ids: string[] = [];
for (const [i, code] of codes.entries()) {
  const { row } = await flag(db, { capture: capture(code), via: 'button', now: T0 + i });
  ids.push(row.id);
}
const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = ids;
await storePhoto(
  db,
  { complaintId: a, url: photoUrl('DUMPA00001-1234567'), kind: 'photo', photo: await photo(1) },
  T0,
);
await failPhoto(db, { complaintId: b, url: photoUrl('DUMPB00002-1234567'), reason: 'expired' }, T0);
await flag(db, {
  capture: capture('DUMPA00001', { place: { value: 'Simpang Pelita', source: 'store' } }),
  via: 'menu',
  now: T0,
});
await forward(db, forwardInput(a), T0 + HOUR);
await remind(
  db,
  { complaintId: a, channel: 'whatsapp', outcome: 'opened', message: 'Mohon kabarnya' },
  T0 + 20 * HOUR,
);
await forward(db, forwardInput(b, { agencyId: 'dlh', preset: 'busy' }), T0 + HOUR);
await respond(
  db,
  { complaintId: b, kind: 'initial', text: 'Petugas menuju lokasi', at: T0 + 2 * HOUR, via: 'hand' },
  T0 + 3 * HOUR,
);
await resolve(db, { complaintId: b, note: 'Sudah diangkut' }, T0 + 9 * HOUR);
await dismiss(db, { complaintId: c, note: 'Iklan' }, T0 + HOUR);
await reopen(db, { complaintId: c, note: 'Keliru' }, T0 + 2 * HOUR);
await correct(db, { complaintId: c, field: 'place', value: 'Jalan Melati' }, T0 + 2 * HOUR);
await markSensitive(db, { complaintId: c, sensitive: true }, T0 + 2 * HOUR);
await forward(db, forwardInput(d, { agencyId: 'bpjn' }), T0 + HOUR);
const sent = await forward(db, forwardInput(e), T0 + HOUR);
await undo(db, { eventId: sent.eventId }, T0 + HOUR + 5_000);
await purge(db, { complaintId: f, reason: 'request' }, T0 + 5 * HOUR);
const flagged = await db.events.where('complaintId').equals(g).first();
await undo(db, { eventId: flagged?.id ?? '' }, T0 + 8_000);
await db.inbox.add({ id: 'waiting', bytes: (await photo(9)).bytes, mime: 'image/jpeg', at: T0 });
await recordHealth(
  db,
  { surface: 'feed', visits: 1, seen: 9, placed: 9, named: 8, removed: 0 },
  'instagram',
  T0,
);
await setBot(db, { id: 666, name: 'ContohBot' });
await db.telegramChats.add({
  agencyId: 'dishub',
  chatId: -100,
  kind: 'group',
  title: 'Dishub',
  problem: null,
});
await db.telegramSends.add({
  id: '0123456789ab',
  complaintId: a,
  agencyId: 'dishub',
  chatId: -100,
  messageIds: [7],
  state: 'sent',
  eventId: sent.eventId,
  at: T0,
  facts: null,
  lastButton: null,
});
// The whole course of one complaint that ends well, and one that is joined into it; from version 3 on.
await saveCalendar(db, { ...builtInCalendar(), version: 'contoh-1', note: 'Hari jadi kabupaten' }, T0);
await saveRules(db, { ...DEFAULT_RULES, schedules: { dishub: 'six-days' } }, T0);
const long = (await flag(db, { capture: capture('DUMPH00008'), via: 'button', now: T0 })).row.id;
const twin = (await flag(db, { capture: capture('DUMPI00009'), via: 'button', now: T0 })).row.id;
await forward(db, forwardInput(long), T0 + HOUR);
await notOurs(db, { complaintId: long, suggests: 'DLH', note: 'Pohon, bukan lampu' }, T0 + 2 * HOUR);
await forward(db, forwardInput(long, { agencyId: 'dlh' }), T0 + 3 * HOUR);
await pause(
  db,
  { complaintId: long, reason: 'citizen', from: T0 + 4 * HOUR, until: T0 + 9 * HOUR, note: '' },
  T0 + 4 * HOUR,
);
await resume(db, { complaintId: long, note: 'Alamat sudah ada' }, T0 + 5 * HOUR);
const asked = await askExtension(
  db,
  {
    complaintId: long,
    clock: 'settlement',
    by: { kind: 'workingDays', days: 2 },
    reason: 'Menunggu alat',
    granted: null,
  },
  T0 + 6 * HOUR,
);
await decideExtension(
  db,
  { complaintId: long, target: asked.eventId, granted: true, note: '' },
  T0 + 6 * HOUR,
);
await recompute(
  db,
  { complaintId: long, preset: 'busy', termMs: null, note: 'Banyak dilihat' },
  T0 + 6 * HOUR,
);
await remind(
  db,
  { complaintId: long, channel: 'copy', outcome: 'copied', message: 'Mohon kabarnya' },
  T0 + 9 * HOUR,
);
await escalate(
  db,
  {
    step: 'explanation',
    answerBy: T0 + 240 * HOUR,
    channel: 'copy',
    outcome: 'copied',
    items: [{ complaintId: long, message: 'Mohon penjelasan' }],
  },
  T0 + 30 * HOUR,
);
await recordReply(
  db,
  {
    complaintId: long,
    reply: {
      agencyId: 'dlh',
      account: 'dlh.contoh',
      text: 'Sudah kami tindak lanjuti',
      at: T0 + 31 * HOUR,
      names: ['instagram:DUMPH00008#17900000000000001'],
    },
  },
  T0 + 31 * HOUR,
);
await markPostGone(db, { complaintId: long }, T0 + 32 * HOUR);
await join(db, { complaintId: twin, withId: long, why: 'chosen' }, T0 + 32 * HOUR);
await resolve(db, { complaintId: long, note: 'Pohon dipangkas' }, T0 + 33 * HOUR);
writeDump(
  new URL(`dumps/v${SCHEMA_VERSION}.json.gz`, import.meta.url).pathname,
  await takeDump(db, SCHEMA_VERSION),
);
db.close();
