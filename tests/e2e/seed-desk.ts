import 'fake-indexeddb/auto';
import type { CorrectableField, JoinReason, PhotoFailure, ResponseKind } from '../../complaints/events.ts';
import type { Capture } from '../../complaints/reading.ts';
import { correct } from '../../storage/correct.ts';
import { TanggapDatabase } from '../../storage/database.ts';
import { dismiss } from '../../storage/dismiss.ts';
import { exportBackup } from '../../storage/export.ts';
import { flag } from '../../storage/flag.ts';
import { forward } from '../../storage/forward.ts';
import { join } from '../../storage/join.ts';
import { photoRow } from '../../storage/photo-bytes.ts';
import { markPostGone } from '../../storage/post-gone.ts';
import { purge } from '../../storage/purge.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { remind } from '../../storage/remind.ts';
import { resolve } from '../../storage/resolve.ts';
import { respond } from '../../storage/respond.ts';
import { saveAgencies } from '../../storage/save-agencies.ts';
import { saveSettings } from '../../storage/save-settings.ts';
import { markSensitive } from '../../storage/sensitive.ts';
import { failPhoto, storePhoto } from '../../storage/store-photo.ts';
import { seedAgencies, seedSettings } from './seed-office.ts';
import { seedJpeg } from './seed-photos.ts';

/**
 * A desk that worked for some days, told by acts and played through the product's own operations, so that a
 * backup of it is exactly what the product would have written.
 */
export type Act = { at: number } & (
  | { do: 'flag'; capture: Capture; via?: 'button' | 'manual' }
  | { do: 'photo'; url: string; scene: string }
  | { do: 'photo-failed'; url: string; reason: PhotoFailure }
  | { do: 'sensitive' }
  | { do: 'correct'; field: CorrectableField; value: string }
  | { do: 'forward'; agencyId: string; preset: 'emergency' | 'busy' | 'normal'; channel?: string }
  | { do: 'remind' }
  | { do: 'respond'; kind: ResponseKind; text: string; scene?: string }
  | { do: 'resolve'; note: string; scene?: string }
  | { do: 'dismiss'; note: string }
  | { do: 'join'; withId: string; why: JoinReason }
  | { do: 'gone' }
  | { do: 'purge' }
);

/** One complaint's acts, oldest first; the first is its flag. */
export type Story = Act[];

let count = 0;

export interface SeedDesk {
  /** Plays further stories in the order of time. */
  work(stories: readonly Story[]): Promise<void>;
  /** The backup file as the product would write it at `now` (epoch ms). */
  backup(now: number): Promise<Uint8Array>;
}

/** A desk whose office was set up at `now` (epoch ms). */
export async function openDesk(now: number): Promise<SeedDesk> {
  count += 1;
  const db = new TanggapDatabase(`seed-${process.pid}-${count}`);
  await saveSettings(db, seedSettings, now);
  await saveAgencies(db, seedAgencies(now), now);
  return {
    async work(stories) {
      const queue = stories
        .flatMap((story, which) => story.map((act, place) => ({ act, which, place })))
        .sort((a, b) => a.act.at - b.act.at || a.which - b.which || a.place - b.place);
      const ids = new Map<number, string>();
      for (const { act, which } of queue) {
        const id = await play(db, act, ids.get(which) ?? '');
        if (id) ids.set(which, id);
      }
    },
    async backup(at) {
      return new Uint8Array(await (await exportBackup(db, { now: at })).arrayBuffer());
    },
  };
}

async function picture(scene: string, name: string, at: number) {
  const jpeg = seedJpeg(scene, name);
  const row = await photoRow(jpeg.bytes, at, async () => ({ width: jpeg.width, height: jpeg.height }));
  if (!row) throw new Error(`no picture: ${scene}`);
  return row;
}

async function play(db: TanggapDatabase, act: Act, complaintId: string): Promise<string | undefined> {
  const now = act.at;
  switch (act.do) {
    case 'flag':
      return (await flag(db, { capture: act.capture, via: act.via ?? 'button', now })).row.id;
    case 'photo': {
      const photo = await picture(act.scene, act.url, now);
      await storePhoto(db, { complaintId, url: act.url, kind: 'photo', photo }, now);
      return;
    }
    case 'photo-failed':
      return failPhoto(db, { complaintId, url: act.url, reason: act.reason }, now) as Promise<undefined>;
    case 'sensitive':
      await markSensitive(db, { complaintId, sensitive: true }, now);
      return;
    case 'correct':
      await correct(db, { complaintId, field: act.field, value: act.value }, now);
      return;
    case 'forward': {
      const { agencyId, preset, channel = 'whatsapp' } = act;
      const message = 'Yth. Kepala Dinas, mohon tindak lanjut aduan warga berikut.';
      const outcome = channel === 'whatsapp' ? 'opened' : 'saved';
      const found = await readComplaint(db, complaintId);
      const photos = found?.complaint.photos ?? [];
      const stored = photos.flatMap((photo) => (photo.state === 'stored' ? [photo.photo.hash] : []));
      await forward(
        db,
        {
          complaintId,
          agencyId,
          channel,
          outcome,
          preset,
          termMs: null,
          photoHashes: stored.slice(0, 2),
          message,
        },
        now,
      );
      return;
    }
    case 'remind':
      await remind(
        db,
        { complaintId, channel: 'whatsapp', outcome: 'opened', message: 'Mengingatkan aduan ini.' },
        now,
      );
      return;
    case 'respond': {
      const photos = act.scene ? [await picture(act.scene, `${complaintId} respond`, now)] : [];
      await respond(db, { complaintId, kind: act.kind, text: act.text, at: now, via: 'hand', photos }, now);
      return;
    }
    case 'resolve': {
      const photos = act.scene ? [await picture(act.scene, `${complaintId} after`, now)] : [];
      await resolve(db, { complaintId, note: act.note, photos }, now);
      return;
    }
    case 'dismiss':
      await dismiss(db, { complaintId, note: act.note }, now);
      return;
    case 'join':
      await join(db, { complaintId, withId: act.withId, why: act.why }, now);
      return;
    case 'gone':
      await markPostGone(db, { complaintId }, now);
      return;
    case 'purge':
      await purge(db, { complaintId, reason: 'request' }, now);
      return;
  }
}
