import type { Author } from '../complaints/reading.ts';

/** Everything here is about text that others wrote and that is about to leave the office in its name. */

/** C0 (but not tab and line feed), C1, DEL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Zero-width characters other than the joiner that emoji and some scripts need, and soft hyphens. */
const INVISIBLE =
  /[\u00AD\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB]|\u{E0001}|[\u{E0020}-\u{E007F}]/gu;
/** Marks that can turn the order of a line round, so that a link seems to lead elsewhere. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text without control, zero-width and direction characters and without broken surrogates; line ends are `\n`.
 * What a reader sees stays the same.
 */
export function safeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(BIDI, '');
}

/** `safeText` on one line: any white space becomes one space. */
export function oneLine(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim();
}

/** Look-alikes that WhatsApp does not read as formatting. */
const LOOKALIKE: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * The citizen's text as WhatsApp shall show it: letter by letter, not as bold, struck out, code or quotation.
 * Links and underscores within words are left alone, for they format nothing.
 */
export function withoutFormatting(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/i)
    .map((part, index) => (index % 2 === 1 ? part : neutralize(part)))
    .join('');
}

function neutralize(part: string): string {
  return part
    .replace(/[*~`]/g, (mark) => LOOKALIKE[mark] ?? mark)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, LOOKALIKE._ ?? '_')
    .replace(/^([ \t]*)>/gm, '$1›');
}

/** Takes WhatsApp's own marks off a text for channels that do not know them: `*tebal*` → `tebal`. */
export function withoutMarks(text: string): string {
  return text.replace(/(^|[\s(])\*(?=\S)([^*\n]*?\S)\*(?=$|[\s.,;:!?)])/gm, '$1$2');
}

/**
 * Takes the author's handle (with or without @) and full name out of a text, whatever their case.
 * A handle that is an ordinary word is taken out only where it is marked as one, and a name only when it has
 * two words or more: else "jalan" would vanish from every complaint of an account called "jalan".
 */
export function withoutAuthor(text: string, author: Author | null, instead: string): string {
  if (!author) return text;
  let result = text;
  const handle = author.handle?.replace(/^@/, '') ?? '';
  if (handle !== '') {
    const distinctive = /[._\d]/.test(handle);
    result = replaceWord(result, distinctive ? `@?${literal(handle)}` : `@${literal(handle)}`, instead);
  }
  const name = oneLine(author.name ?? '');
  if (/\S \S/.test(name)) result = replaceWord(result, literal(name).replace(/ /g, '\\s+'), instead);
  return result;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function replaceWord(text: string, pattern: string, instead: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'giu'), instead);
}
