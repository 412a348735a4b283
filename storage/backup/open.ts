import { type UnzipFileInfo, unzipSync } from 'fflate';
import { TanggapError } from '../../protocol/errors.ts';
import { AGENCIES, CALENDARS, EVENTS, MANIFEST, PHOTOS, RULES, SETTINGS } from './format.ts';

const MB = 1024 * 1024;
/** Largest file that is opened, in bytes. */
export const MAX_FILE = 1024 * MB;
const MAX_TEXT_TOTAL = 512 * MB;
const MAX_PHOTO = 30 * MB;
const MAX_ENTRIES = 200_000;
/** Text packs about tenfold; a thousandfold is an attack. */
const MAX_RATIO = 200;

const NEEDED: readonly string[] = [MANIFEST, EVENTS, AGENCIES, SETTINGS];

export interface Archive {
  /** The files of text, unpacked: four, and calendars and rules where the office has its own. */
  texts: Map<string, Uint8Array<ArrayBuffer>>;
  /** Names of the photos, sorted. */
  photoNames: string[];
  /** Unpacks some of the photos. */
  photos(names: readonly string[]): Map<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a backup file, looking at sizes before anything is unpacked.
 * @throws TanggapError `file-too-large`, `file-foreign` (not a ZIP, not a backup), `file-damaged`.
 */
export function openArchive(file: Uint8Array): Archive {
  if (file.byteLength > MAX_FILE) throw new TanggapError('file-too-large');
  if (file.byteLength < 22 || file[0] !== 0x50 || file[1] !== 0x4b) throw new TanggapError('file-foreign');
  const photoNames: string[] = [];
  const seen = new Set<string>();
  const texts = unpack(file, (info) => {
    if (seen.has(info.name)) throw new TanggapError('file-damaged', 'twice');
    seen.add(info.name);
    if (seen.size > MAX_ENTRIES) throw new TanggapError('file-too-large', 'entries');
    const photo = isPhoto(info.name);
    if (photo) photoNames.push(info.name);
    const wanted = NEEDED.includes(info.name) || info.name === CALENDARS || info.name === RULES;
    if (wanted || photo) checkSize(info, photo ? MAX_PHOTO : MAX_TEXT_TOTAL);
    return wanted;
  });
  if (!texts.has(MANIFEST)) throw new TanggapError('file-foreign', 'no manifest');
  if (NEEDED.some((name) => !texts.has(name))) throw new TanggapError('file-damaged', 'incomplete');
  return {
    texts,
    photoNames: photoNames.sort(),
    photos(names) {
      const wanted = new Set(names);
      return unpack(file, (info) => wanted.has(info.name));
    },
  };
}

function isPhoto(name: string): boolean {
  return name.startsWith(PHOTOS) && /^[0-9a-f]{64}$/.test(name.slice(PHOTOS.length));
}

function checkSize({ size, originalSize }: UnzipFileInfo, max: number): void {
  if (originalSize > max) throw new TanggapError('file-too-large', 'entry');
  if (originalSize > MB && originalSize > size * MAX_RATIO) throw new TanggapError('file-too-large', 'ratio');
}

function unpack(
  file: Uint8Array,
  filter: (info: UnzipFileInfo) => boolean,
): Map<string, Uint8Array<ArrayBuffer>> {
  try {
    return new Map(Object.entries(unzipSync(file, { filter })) as [string, Uint8Array<ArrayBuffer>][]);
  } catch (error) {
    if (error instanceof TanggapError) throw error;
    throw new TanggapError('file-damaged', String(error));
  }
}
