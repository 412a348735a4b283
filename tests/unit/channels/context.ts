import type { DeliverEnv, DraftComplaint, DraftContext, PreparedPhoto } from '../../../channels/channel.ts';
import { agencyFromSeed } from '../../../complaints/agencies/index.ts';
import type { Agency } from '../../../complaints/agency.ts';
import { DEFAULT_SETTINGS } from '../../../complaints/settings.ts';

/** Monday 3 August 2026, 10.32 WIB. */
export const NOW = Date.UTC(2026, 7, 3, 3, 32);
export const HOUR = 3_600_000;

export function agency(over: Partial<Agency> = {}): Agency {
  const seed = { id: 'hub', name: 'Dinas Perhubungan', short: 'Dishub', topics: [] };
  return { ...agencyFromSeed(seed, 0), phone: '6281255500142', email: 'dishub@contoh.go.id', ...over };
}

export function complaint(over: Partial<DraftComplaint> = {}): DraftComplaint {
  return {
    number: 'KTM-0123',
    gist: 'Lampu jalan padam di Jl. Pelita',
    text: 'Lampu jalan padam dari simpang sampai bundaran, sudah dua minggu.',
    place: 'Jl. Pelita, Kec. Baamang',
    site: 'instagram',
    postedAt: Date.UTC(2026, 7, 2, 12, 40),
    permalink: 'https://www.instagram.com/warga.baamang/p/DAbc_12-xY/?igsh=zzz',
    presetLabel: 'Ramai',
    dueAt: NOW + 9 * HOUR,
    sensitive: false,
    author: { handle: 'warga.baamang', name: 'Siti Rahmah' },
    ...over,
  };
}

export function context(over: Partial<DraftContext> = {}, facts: Partial<DraftComplaint> = {}): DraftContext {
  return {
    kind: 'forward',
    complaint: complaint(facts),
    agency: agency(),
    settings: { ...DEFAULT_SETTINGS, signatory: 'Bupati Kotawaringin Timur' },
    now: NOW,
    photos: [],
    ...over,
  };
}

export function photo(bytes: number[] = [0xff, 0xd8, 0xff, 0xd9]): PreparedPhoto {
  return { mime: 'image/jpeg', bytes: new Uint8Array(bytes), width: 4, height: 3 };
}

/** A browser that writes down what it was asked to do, and fails where told. */
export function recorder(fail: Partial<Record<'tab' | 'clipboard' | 'download' | 'sheet', true>> = {}) {
  const calls: string[] = [];
  const clipboard: Record<string, Blob>[] = [];
  const files: { file: Blob; name: string }[] = [];
  const env: DeliverEnv = {
    async openTab(url) {
      calls.push(`tab ${url}`);
      if (fail.tab) throw new Error('blocked');
    },
    async writeClipboard(item) {
      calls.push(`clipboard ${Object.keys(item).join()}`);
      if (fail.clipboard) throw new DOMException('no', 'NotAllowedError');
      const settled: Record<string, Blob> = {};
      for (const [type, value] of Object.entries(item)) settled[type] = await value;
      clipboard.push(settled);
    },
    async download(file, name) {
      calls.push(`download ${name}`);
      if (fail.download) throw new Error('disk');
      files.push({ file, name });
    },
    async makeSheet(photos, caption) {
      calls.push(`sheet ${photos.length} ${caption}`);
      if (fail.sheet) throw new Error('decode');
      return new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' });
    },
  };
  return { env, calls, clipboard, files };
}
