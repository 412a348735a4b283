import { type UnzipFileInfo, unzipSync } from 'fflate';
import { TanggapError } from '../../protocol/errors.ts';
import { MAX_PICTURE } from '../complaint-parts/inbox.ts';

const MB = 1024 * 1024;
/** Largest exported chat that is opened, in bytes: with its pictures, and its text alone. */
export const MAX_CHAT_FILE = 300 * MB;
export const MAX_CHAT_TEXT = 20 * MB;
const MAX_ENTRIES = 20_000;
/** Text packs about tenfold; a thousandfold is an attack. */
const MAX_RATIO = 200;

const MIME: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** An exported chat: its words, and the pictures in it, unpacked when they are asked for. */
export interface ChatFile {
  /** Name without ending: WhatsApp puts the other side's name into it. */
  title: string;
  text: string;
  /** Names of the pictures that can be kept. */
  pictures: ReadonlySet<string>;
  /** Some of the pictures; names that are not in the file are left out. */
  unpack: (names: readonly string[]) => File[];
}

/**
 * Reads an exported chat (.txt, or .zip with one), looking at sizes before anything is unpacked.
 * @throws TanggapError `file-too-large`, `file-foreign` (no text in it), `file-damaged`.
 */
export async function readChatFile(file: File): Promise<ChatFile> {
  if (file.size > MAX_CHAT_FILE) throw new TanggapError('file-too-large');
  const title = file.name.replace(/\.\w{1,5}$/, '');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    if (bytes.byteLength > MAX_CHAT_TEXT) throw new TanggapError('file-too-large');
    return { title, text: words(bytes), pictures: new Set(), unpack: () => [] };
  }
  return openZip(bytes, title);
}

function openZip(bytes: Uint8Array, title: string): ChatFile {
  const texts: UnzipFileInfo[] = [];
  const pictures = new Map<string, string>();
  let entries = 0;
  unzip(bytes, (info) => {
    entries += 1;
    if (entries > MAX_ENTRIES) throw new TanggapError('file-too-large', 'entries');
    const base = baseName(info.name);
    if (/\.txt$/i.test(base)) texts.push(info);
    else if (MIME[ending(base)] && info.originalSize <= MAX_PICTURE) pictures.set(base, info.name);
    return false;
  });
  const chat = chatAmong(texts);
  if (!chat) throw new TanggapError('file-foreign', 'no chat');
  const { size, originalSize } = chat;
  if (originalSize > MAX_CHAT_TEXT || (originalSize > MB && originalSize > size * MAX_RATIO)) {
    throw new TanggapError('file-too-large', 'text');
  }
  const found = unzip(bytes, (info) => info.name === chat.name)[chat.name];
  if (!found) throw new TanggapError('file-damaged');
  return {
    title: /^_?chat\.txt$/i.test(baseName(chat.name)) ? title : baseName(chat.name).replace(/\.txt$/i, ''),
    text: words(found),
    pictures: new Set(pictures.keys()),
    unpack(names) {
      const wanted = new Set(names.flatMap((name) => pictures.get(name) ?? []));
      return Object.entries(unzip(bytes, (info) => wanted.has(info.name))).map(([name, content]) => {
        const base = baseName(name);
        return new File([content as Uint8Array<ArrayBuffer>], base, { type: MIME[ending(base)] ?? '' });
      });
    },
  };
}

/** The chat itself, not a document that was sent in it. */
function chatAmong(texts: readonly UnzipFileInfo[]): UnzipFileInfo | null {
  const named = texts.find(({ name }) => /^_chat\.txt$|whatsapp/i.test(baseName(name)));
  return named ?? [...texts].sort((a, b) => b.originalSize - a.originalSize)[0] ?? null;
}

function unzip(bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof TanggapError) throw error;
    throw new TanggapError('file-damaged', String(error));
  }
}

/** Text of a file; what is no text at all is refused. */
function words(bytes: Uint8Array): string {
  if (bytes.subarray(0, 4_096).includes(0)) throw new TanggapError('file-foreign', 'no text');
  return new TextDecoder('utf-8').decode(bytes);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function ending(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
