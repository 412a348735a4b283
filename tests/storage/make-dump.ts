import 'fake-indexeddb/auto';
import { correct } from '../../storage/correct.ts';
import { SCHEMA_VERSION } from '../../storage/database.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { recordHealth } from '../../storage/health.ts';
import { purge } from '../../storage/purge.ts';
import { readSettings } from '../../storage/read/settings.ts';
import { remind } from '../../storage/remind.ts';
import { reopen } from '../../storage/reopen.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
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
writeDump(
  new URL(`dumps/v${SCHEMA_VERSION}.json.gz`, import.meta.url).pathname,
  await takeDump(db, SCHEMA_VERSION),
);
db.close();
