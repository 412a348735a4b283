import { beforeEach, describe, expect, it } from 'vitest';
import { agenciesOf } from '../../../complaints/agencies/index.ts';
import type { Capture } from '../../../complaints/reading.ts';
import { captureFingerprint, checkSeal, sha256Hex } from '../../../components/complaint/check-seal.ts';
import { pageEntries } from '../../../components/complaint/page-entries.ts';
import { type PhotoRow, TanggapDatabase } from '../../../storage/database.ts';
import { flag } from '../../../storage/flag.ts';
import { forward } from '../../../storage/forward.ts';
import { readComplaint } from '../../../storage/read/complaint.ts';
import { respond } from '../../../storage/respond.ts';
import { saveAgencies } from '../../../storage/save-agencies.ts';

const H = 3_600_000;
const NOW = Date.parse('2026-11-24T06:05:00Z');
const ID = 'instagram:ABCDE12345';

async function photo(byte: number): Promise<PhotoRow> {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, byte]).buffer;
  return { hash: await sha256Hex(bytes), bytes, mime: 'image/jpeg', size: 4, storedAt: NOW };
}

function capture(text: string): Capture {
  const unreadable = { unreadable: 'not-on-page' } as const;
  return {
    site: 'instagram',
    surface: 'feed',
    identity: { key: ID, aliases: [ID], permalink: 'https://www.instagram.com/p/ABCDE12345/' },
    author: { value: { handle: 'warga.baamang' }, source: 'dom' },
    text: { value: text, source: 'dom' },
    postedAt: unreadable,
    place: unreadable,
    counts: unreadable,
    photos: unreadable,
    audience: unreadable,
    readAt: NOW - 30 * H,
    pageUrl: 'https://www.instagram.com/',
    dropped: [],
  };
}

let db: TanggapDatabase;
let at = 0;
beforeEach(async () => {
  at += 1;
  db = new TanggapDatabase(`evidence-${at}`);
  await saveAgencies(db, agenciesOf('general', NOW), NOW);
  await flag(db, {
    capture: capture('lampu padam'),
    via: 'button',
    photos: [await photo(1), await photo(2)],
    now: NOW - 30 * H,
  });
});

async function found() {
  const log = await readComplaint(db, ID);
  if (!log) throw new Error('no complaint');
  return log;
}

describe('the seal', () => {
  it('is intact while the bytes are those that were stored', async () => {
    expect(await checkSeal(db, (await found()).complaint)).toEqual({ intact: true, photos: 2 });
  });

  it('names the photo that was changed and the one that is gone', async () => {
    const [first, second] = (await found()).complaint.photos;
    if (first?.state !== 'stored' || second?.state !== 'stored') throw new Error('not stored');
    await db.photos.update(second.photo.hash, { bytes: new Uint8Array([1, 2, 3]).buffer });
    expect(await checkSeal(db, (await found()).complaint)).toEqual({
      intact: false,
      changed: [2],
      missing: [],
    });
    await db.photos.delete(first.photo.hash);
    expect(await checkSeal(db, (await found()).complaint)).toEqual({
      intact: false,
      changed: [2],
      missing: [1],
    });
  });

  it('has a fingerprint that stays the same with later events and differs with the words', async () => {
    const before = await found();
    const print = await captureFingerprint(before.complaint, before.events);
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    await forward(db, forwarding('hub'), NOW - 25 * H);
    const after = await found();
    expect(await captureFingerprint(after.complaint, after.events)).toBe(print);
    const tampered = after.events.map((e) =>
      e.type === 'captured' ? { ...e, capture: capture('lampu menyala') } : e,
    );
    expect(await captureFingerprint(after.complaint, tampered)).not.toBe(print);
  });
});

function forwarding(agencyId: string) {
  return {
    complaintId: ID,
    agencyId,
    channel: 'whatsapp',
    outcome: 'opened' as const,
    preset: 'normal' as const,
    termMs: null,
    photoHashes: [],
    message: 'pesan',
  };
}

describe('the history of the page', () => {
  it('holds the moment at which the deadline passed, in its place', async () => {
    await forward(db, forwarding('hub'), NOW - 25 * H);
    const { complaint, events } = await found();
    const entries = pageEntries(complaint, events, NOW);
    expect(entries[0]).toMatchObject({ type: 'overdue', at: NOW - H });
    expect(entries[1]?.type).toBe('forwarded');
    expect(entries[1]?.detail).toBe('Di meja kita 5 jam.');
  });

  it('does not hold it for an outside body, whose time is its own', async () => {
    await forward(db, forwarding('bpjn'), NOW - 25 * H);
    const { complaint, events } = await found();
    expect(complaint.status).toBe('outside');
    expect(pageEntries(complaint, events, NOW).some((entry) => entry.type === 'overdue')).toBe(false);
  });

  it('does not hold it when the answer came in time', async () => {
    await forward(db, forwarding('hub'), NOW - 25 * H);
    await respond(
      db,
      {
        complaintId: ID,
        kind: 'initial',
        text: 'segera',
        at: NOW - 2 * H,
        via: 'hand',
        photos: [],
        inboxIds: [],
      },
      NOW,
    );
    const { complaint, events } = await found();
    expect(pageEntries(complaint, events, NOW).some((entry) => entry.type === 'overdue')).toBe(false);
  });
});
