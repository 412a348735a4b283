import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseString } from 'whatsapp-chat-parser';
import { readPaste } from '../../../../complaints/answers/paste.ts';

/** WhatsApp exports read by an independent parser too: same messages, authors, moments and words. */

const OFFSET = 420;
const now = Date.parse('2026-11-24T12:00:00Z');
const two = (n: number) => String(n).padStart(2, '0');

interface Said {
  /** Epoch ms at the minute. */
  at: number;
  author: string | null;
  text: string;
}

/** The date and time of a message as a program writes it, from its parts in the office's zone. */
const HEADS: Record<string, (d: Date, author: string) => string> = {
  'Android, Indonesian': (d, who) =>
    `${dmy(d, '/', true)} ${two(d.getUTCHours())}.${two(d.getUTCMinutes())} - ${who}`,
  'Android, comma and colon': (d, who) =>
    `${dmy(d, '/')}, ${two(d.getUTCHours())}:${two(d.getUTCMinutes())} - ${who}`,
  'Android, English 12 h': (d, who) =>
    `${d.getUTCMonth() + 1}/${d.getUTCDate()}/${String(d.getUTCFullYear()).slice(2)}, ${half(d)} - ${who}`,
  'iPhone, Indonesian': (d, who) =>
    `[${dmy(d, '/', true)} ${two(d.getUTCHours())}.${two(d.getUTCMinutes())}.00] ${who}`,
  'iPhone, English 24 h': (d, who) =>
    `[${dmy(d, '/')}, ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:00] ${who}`,
  'with dots': (d, who) => `${dmy(d, '.')}, ${two(d.getUTCHours())}:${two(d.getUTCMinutes())} - ${who}`,
};

function dmy(d: Date, mark: string, short = false): string {
  const year = String(d.getUTCFullYear());
  return [two(d.getUTCDate()), two(d.getUTCMonth() + 1), short ? year.slice(2) : year].join(mark);
}

function half(d: Date): string {
  const hours = d.getUTCHours();
  return `${hours % 12 || 12}:${two(d.getUTCMinutes())} ${hours < 12 ? 'AM' : 'PM'}`;
}

const words = fc
  .array(
    fc.constantFrom(
      'KTM-0131',
      'sudah',
      'kami',
      'tangani.',
      'Foto:',
      'menyusul',
      '(2)',
      '🙏',
      'jam 10.30',
      '-',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => list.join(' '));
const said: fc.Arbitrary<Said> = fc.record({
  at: fc
    .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2026, 10, 20) / 60_000 })
    .map((minutes) => minutes * 60_000),
  author: fc.constantFrom('Kadishub', '+62 812-5555-0142', 'Pak Rudi (DLH)', 'Bu Lurah'),
  text: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
});
/** A day above twelve in both, so that nobody has to guess. */
const clear: Said = { at: Date.UTC(2024, 0, 25, 3, 4), author: 'Kadishub', text: 'awal' };

describe.each(Object.keys(HEADS))('%s', (name) => {
  const head = HEADS[name];
  it('is read as by the other parser', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (list) => {
        const all = [clear, ...list].sort((a, b) => a.at - b.at);
        const chat = all
          .map((one) => `${head?.(new Date(one.at + OFFSET * 60_000), `${one.author}: ${one.text}`)}`)
          .join('\n');
        const theirs = parseString(chat).map(({ date, author, message }) => ({
          // It makes local moments; the parts are what was written.
          at:
            Date.UTC(
              date.getFullYear(),
              date.getMonth(),
              date.getDate(),
              date.getHours(),
              date.getMinutes(),
              date.getSeconds(),
            ) -
            OFFSET * 60_000,
          author,
          text: message.trim(),
        }));
        const ours = readPaste(chat, { now, offsetMinutes: OFFSET }).messages.map(({ at, author, text }) => ({
          at,
          author,
          text,
        }));
        expect(ours).toEqual(all.map((one) => ({ ...one })));
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 150 },
    );
  });
});

it('agrees on lines of the program and on attachments', () => {
  const chat = [
    '25/01/24 08.00 - Pesan dan panggilan terenkripsi secara end-to-end.',
    '25/01/24 08.01 - Bu Camat menambahkan Kadishub',
    '25/01/24 08.02 - Kadishub: IMG-20240125-WA0001.jpg (file attached)',
    'KTM-0131 selesai',
    '25/01/24 08.03 - Kadishub: siap',
  ].join('\n');
  const theirs = parseString(chat, { parseAttachments: true });
  const ours = readPaste(chat, { now, offsetMinutes: OFFSET }).messages;
  expect(ours.map(({ kind }) => kind === 'system')).toEqual(theirs.map(({ author }) => author === null));
  expect(ours.map(({ files }) => files[0])).toEqual(theirs.map(({ attachment }) => attachment?.fileName));
});
