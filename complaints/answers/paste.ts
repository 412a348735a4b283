import { type DayOrder, decideOrder, momentOf, readTime, type WrittenTime } from './paste-time.ts';

/** Which program the text was copied from, as far as its lines tell. */
export type PasteFormat = 'whatsapp-copy' | 'whatsapp-export' | 'telegram' | 'plain';

/** One message of a pasted conversation. Nothing of it is stored but what the official takes over. */
export interface PastedMessage {
  /** Name or number as written; empty for a system line or a plain text. */
  author: string;
  /** Epoch ms, to the minute or second as written; null when the text bears no time. */
  at: number | null;
  /** Whether seconds were written. */
  exact: boolean;
  text: string;
  /** `media`: a picture or file without words; `system`: joined, encrypted…; `deleted`: taken back. */
  kind: 'text' | 'media' | 'system' | 'deleted';
  /** Names of the files it came with, as an export writes them beside the text. */
  files: string[];
  forwarded: boolean;
}

export interface Pasted {
  format: PasteFormat;
  messages: PastedMessage[];
  order: DayOrder;
  /** Day and month could be read either way. */
  doubtful: boolean;
  /** Characters beyond the bound that were not read: the oldest of a conversation. */
  unread: number;
  /** Messages beyond the bound that were left out, the oldest. */
  older: number;
}

export interface PasteOptions {
  /** Epoch ms. */
  now: number;
  /** Minutes east of UTC in which the conversation's times are written. */
  offsetMinutes: number;
  /** The official's choice where the dates can be read either way. */
  order?: DayOrder;
}

const MAX_CHARS = 5_000_000;
const MAX_MESSAGES = 20_000;
const MAX_TEXT = 20_000;

interface Head {
  format: Exclude<PasteFormat, 'plain'>;
  time: WrittenTime;
  author: string;
  rest: string;
  system: boolean;
}

const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g;
const MEDIA =
  /^(?:<?(?:media (?:tidak disertakan|omitted)|(?:gambar|foto|video|audio|stiker|gif|dokumen|image|photo|sticker|document) (?:tidak disertakan|omitted))>?|<(?:terlampir|attached): [^>]{1,200}>|\S{1,120}\.\w{2,5} \((?:file terlampir|file attached)\)|\[? ?(?:foto|photo|video|file|dokumen|document|stiker|sticker|album) ?\]?|photo|foto)$/i;
/** A file that is named, for it lies in the same export. */
const FILE =
  /^(?:<(?:terlampir|attached): ([^>]{1,200})>|(\S{1,120}\.\w{2,5}) \((?:file terlampir|file attached)\))$/i;
/** An iPhone writes the caption before the file. */
const FILE_AT_END = /\s*<(?:terlampir|attached): ([^>\n]{1,200})>$/i;
const DELETED =
  /^(?:pesan ini (?:telah )?dihapus|anda menghapus pesan ini|this message was deleted|you deleted this message)\.?$/i;
const EDITED = /\s*<(?:pesan ini diedit|this message was edited)>$/i;
const FORWARDED =
  /^\[ ?(?:diteruskan dari|forwarded from|forwarded message)[^\]\n]{0,200}\]\s*|^(?:diteruskan|forwarded)\n/i;
const REPLY = /^\[ ?(?:balasan (?:ke|untuk)|in reply to|reply to)[^\]\n]{0,200}\]\s*/i;

/**
 * A copied or exported conversation as messages: WhatsApp Web and Desktop, WhatsApp exports of Android and iPhone,
 * Telegram Desktop and Web; Indonesian and English, 12 and 24 hours. A text without such lines is one message without
 * time. Never throws; time grows with the length of the text only.
 */
export function readPaste(input: string, options: PasteOptions): Pasted {
  // What is new stands at the end.
  const text = input.slice(-MAX_CHARS).replace(/\r\n?/g, '\n');
  const unread = Math.max(0, input.length - MAX_CHARS);
  const all = split(text);
  const found = all.slice(-MAX_MESSAGES);
  const older = all.length - found.length;
  if (found.length === 0) {
    const whole = clean(input.slice(0, MAX_CHARS));
    const message = { author: '', at: null, exact: false, forwarded: false, ...kindOf(whole) };
    return {
      format: 'plain',
      messages: whole === '' ? [] : [message],
      order: 'day-first',
      doubtful: false,
      unread,
      older,
    };
  }
  const times = found.map(({ head }) => head.time);
  const decided = decideOrder(times, options.now, options.offsetMinutes);
  const order = options.order ?? decided.order;
  return {
    format: found[0]?.head.format ?? 'plain',
    messages: found.map(({ head, lines }) => messageOf(head, lines, order, options.offsetMinutes)),
    order,
    doubtful: options.order === undefined && decided.doubtful,
    unread,
    older,
  };
}

function split(text: string): { head: Head; lines: string[] }[] {
  const found: { head: Head; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const head = headOf(line);
    if (head) found.push({ head, lines: head.rest === '' ? [] : [head.rest] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

/** The line that begins a message. Long lines are looked at in their beginning only. */
function headOf(line: string): Head | null {
  const start = line.slice(0, 300).replace(INVISIBLE, '');
  const rest = (from: number) => start.slice(from) + (line.length > 300 ? line.slice(300) : '');
  const bracket = /^\[([^\]]{6,40})\] /.exec(start);
  if (bracket) {
    const time = readTime(bracket[1] ?? '');
    // A copy writes the time first, an iPhone's export the date.
    const copied = /^\d{1,2}[.:]\d{2}/.test(bracket[1] ?? '');
    return time && named(copied ? 'whatsapp-copy' : 'whatsapp-export', time, rest(bracket[0].length));
  }
  const dash = /^([\d/.-]{6,10},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?\s?m\.?)?) [-–] /i.exec(start);
  if (dash) {
    const time = readTime(dash[1] ?? '');
    return time && named('whatsapp-export', time, rest(dash[0].length));
  }
  const telegram = /^([^[\]]{1,120}), \[([^\]]{6,40})\]:?$/.exec(start);
  if (telegram) {
    const time = readTime(telegram[2] ?? '');
    return time && { format: 'telegram', time, author: (telegram[1] ?? '').trim(), rest: '', system: false };
  }
  return null;
}

/** `Name: text`; without a name it is a line of the program itself. */
function named(format: Head['format'], time: WrittenTime, rest: string): Head {
  const match = /^([^:\n]{1,120}): ?/.exec(rest);
  if (!match) return { format, time, author: '', rest: rest.trim(), system: true };
  return { format, time, author: (match[1] ?? '').trim(), rest: rest.slice(match[0].length), system: false };
}

function messageOf(head: Head, lines: string[], order: DayOrder, offset: number): PastedMessage {
  const text = clean(lines.join('\n'));
  const forwarded = FORWARDED.test(text);
  const words = text.replace(FORWARDED, '').replace(REPLY, '').replace(EDITED, '').trim();
  return {
    author: head.author,
    at: momentOf(head.time, order, offset),
    exact: head.time.second > 0,
    forwarded,
    ...(head.system ? { text: words, kind: 'system' as const, files: [] } : kindOf(words)),
  };
}

function kindOf(text: string): Pick<PastedMessage, 'text' | 'kind' | 'files'> {
  if (text === '' || MEDIA.test(text)) return { text: '', kind: 'media', files: filesIn(text) };
  if (DELETED.test(text)) return { text: '', kind: 'deleted', files: [] };
  // A caption stands below the line that names the picture, or before the name.
  const [first = '', ...more] = text.split('\n');
  const caption = more.join('\n').trim();
  if (MEDIA.test(first) && caption !== '') return { text: caption, kind: 'text', files: filesIn(first) };
  const end = FILE_AT_END.exec(text.slice(-260));
  if (!end) return { text, kind: 'text', files: [] };
  return { text: text.slice(0, -end[0].length).trim(), kind: 'text', files: [end[1] ?? ''] };
}

function filesIn(line: string): string[] {
  const match = FILE.exec(line);
  const name = match?.[1] ?? match?.[2];
  return name ? [name.trim()] : [];
}

function clean(text: string): string {
  return text.replace(INVISIBLE, '').trim().slice(0, MAX_TEXT);
}
