import { describe, expect, it } from 'vitest';
import type { AnswerKind } from '../../../../complaints/answers/kind.ts';
import { matchAnswers, type Refusal } from '../../../../complaints/answers/match.ts';
import { type PasteFormat, readPaste } from '../../../../complaints/answers/paste.ts';
import { propose } from '../../../../complaints/answers/propose.ts';
import { cpuTime } from '../../../cpu-time.ts';

/** Formats × what stands in them → what is found. Each format's head is written for a moment and a sender. */

const WIB = 420;
const at = (iso: string) => Date.parse(`${iso}+07:00`);
const now = at('2026-08-20T12:00:00');
const agencies = [
  { id: 'dishub', names: ['Dishub', 'Dinas Perhubungan'], phone: '628125550142' },
  { id: 'bpjn', names: ['BPJN', 'Balai Pelaksanaan Jalan Nasional'], phone: '' },
];
const waiting = Array.from({ length: 12 }, (_, n) => ({
  id: `c${n}`,
  numbers: [`KTM-0${131 + n}`],
  agencyId: 'dishub',
  forwardedAt: at('2026-08-15T09:00:20'),
}));

interface Moment {
  day: number;
  hour: number;
  minute: number;
}
const two = (n: number) => String(n).padStart(2, '0');
const twelve = (h: number) => `${h % 12 === 0 ? 12 : h % 12}`;
const half = (h: number) => (h < 12 ? 'AM' : 'PM');

/** Every program's way to write a head, for 2026-08-DAY. */
const FORMATS: [string, PasteFormat, (when: Moment, who: string) => string][] = [
  [
    'WhatsApp Web, Indonesian',
    'whatsapp-copy',
    (t, who) => `[${two(t.hour)}.${two(t.minute)}, ${t.day}/8/2026] ${who}: `,
  ],
  [
    'WhatsApp Web, English 12 h',
    'whatsapp-copy',
    (t, who) => `[${twelve(t.hour)}:${two(t.minute)} ${half(t.hour)}, 8/${t.day}/2026] ${who}: `,
  ],
  [
    'WhatsApp Web, English 24 h',
    'whatsapp-copy',
    (t, who) => `[${two(t.hour)}:${two(t.minute)}, 8/${t.day}/2026] ${who}: `,
  ],
  [
    'WhatsApp Desktop, British',
    'whatsapp-copy',
    (t, who) => `[${two(t.hour)}:${two(t.minute)}, ${t.day}/08/2026] ${who}: `,
  ],
  [
    'Android export, Indonesian',
    'whatsapp-export',
    (t, who) => `${t.day}/08/26 ${two(t.hour)}.${two(t.minute)} - ${who}: `,
  ],
  [
    'Android export, comma',
    'whatsapp-export',
    (t, who) => `${t.day}/08/2026, ${two(t.hour)}.${two(t.minute)} - ${who}: `,
  ],
  [
    'Android export, English 12 h',
    'whatsapp-export',
    (t, who) => `8/${t.day}/26, ${twelve(t.hour)}:${two(t.minute)}\u202f${half(t.hour)} - ${who}: `,
  ],
  [
    'iPhone export, Indonesian',
    'whatsapp-export',
    (t, who) => `[${t.day}/08/26 ${two(t.hour)}.${two(t.minute)}.00] ${who}: `,
  ],
  [
    'iPhone export, English 12 h',
    'whatsapp-export',
    (t, who) => `\u200e[8/${t.day}/26, ${twelve(t.hour)}:${two(t.minute)}:00\u202f${half(t.hour)}] ${who}: `,
  ],
  [
    'Telegram Desktop',
    'telegram',
    (t, who) => `${who}, [${t.day}.08.2026 ${two(t.hour)}:${two(t.minute)}]\n`,
  ],
  [
    'Telegram Desktop, English 12 h',
    'telegram',
    (t, who) => `${who}, [8/${t.day}/2026 ${twelve(t.hour)}:${two(t.minute)} ${half(t.hour)}]\n`,
  ],
  [
    'Telegram Web, Indonesian',
    'telegram',
    (t, who) => `${who}, [${t.day} Agt 2026 ${two(t.hour)}.${two(t.minute)}.00]:\n`,
  ],
  [
    'Telegram Web, English',
    'telegram',
    (t, who) => `${who}, [Aug ${t.day}, 2026 at ${twelve(t.hour)}:${two(t.minute)}:00 ${half(t.hour)}]:\n`,
  ],
];

interface Found {
  ids: string[];
  kind?: AnswerKind;
  by?: 'number' | 'agency';
  refused?: Refusal;
  text?: string;
  ticked?: boolean;
  pictures?: number;
  asked?: { amount: number; unit: string };
  instead?: object;
}
/** `null` = no answer. */
type Result = Found | null;

/** A quarter past ten in the evening of the 17th, and other moments. */
const USUAL: Moment = { day: 17, hour: 22, minute: 15 };
const BEFORE: Moment = { day: 15, hour: 8, minute: 59 };
const AHEAD: Moment = { day: 25, hour: 0, minute: 5 };

const CASES: [string, string, Result, Moment?, string?][] = [
  ['done', 'KTM-0131 sudah kami tangani', { ids: ['c0'], kind: 'done', by: 'number', ticked: true }],
  ['under way', 'ktm 131 petugas kami sedang menuju lokasi', { ids: ['c0'], kind: 'followUp' }],
  ['a choice of ours', 'KTM-0131 (3)', { ids: ['c0'], kind: 'notOurs' }],
  [
    'asks for time',
    'KTM-0131 mohon waktu 3 hari kerja, alat masih di bengkel',
    { ids: ['c0'], kind: 'askTime', asked: { amount: 3, unit: 'workingDays' }, ticked: true },
  ],
  [
    'not theirs',
    'KTM-0131 bukan kewenangan kami, itu wewenang BPJN',
    { ids: ['c0'], kind: 'notOurs', instead: { agencyId: 'bpjn' } },
  ],
  [
    'several lines',
    'KTM-0131 sudah ditambal.\nFoto menyusul: besok\n\nTerima kasih',
    { ids: ['c0'], kind: 'done', text: 'KTM-0131 sudah ditambal.\nFoto menyusul: besok\n\nTerima kasih' },
  ],
  [
    'no number, known sender',
    'sudah beres pak',
    { ids: waiting.map(({ id }) => id), kind: 'done', by: 'agency', ticked: false },
  ],
  [
    'no number, known phone',
    'sudah beres pak',
    { ids: waiting.map(({ id }) => id), by: 'agency' },
    USUAL,
    '+62 812-5550-142',
  ],
  [
    'ten numbers',
    waiting
      .slice(0, 10)
      .map(({ numbers }) => numbers[0])
      .join(', '),
    { ids: waiting.slice(0, 10).map(({ id }) => id), ticked: false },
  ],
  [
    'our message quoted, then the answer',
    '> *ADUAN WARGA KTM-0131*\n> Balas: (1) sudah ditangani (2) dalam proses (3) bukan wewenang kami\nSedang dikerjakan tim',
    { ids: ['c0'], kind: 'followUp' },
  ],
  [
    'script',
    'KTM-0131 selesai diperbaiki <script>alert(1)</script>',
    { ids: ['c0'], kind: 'done', text: 'KTM-0131 selesai diperbaiki <script>alert(1)</script>' },
  ],
  ['another language, with a number', 'KTM-0131 已经修好了', { ids: ['c0'], kind: 'initial', ticked: true }],
  ['a question', 'KTM-0131 bagaimana kabarnya?', { ids: ['c0'], ticked: false }, USUAL, 'Bu Camat'],
  [
    'before the forwarding',
    'KTM-0131 beres',
    { ids: ['c0'], refused: 'before-forwarding', ticked: false },
    BEFORE,
  ],
  ['in the future', 'KTM-0131 beres', { ids: ['c0'], refused: 'future', ticked: false }, AHEAD],
  ['an unknown number', 'KTM-9999 beres', { ids: [], refused: 'no-such-number', ticked: false }],
  ['our own message', '*ADUAN WARGA KTM-0131*\nMohon ditangani', null, USUAL, 'Admin'],
  ['a deleted message', 'Pesan ini telah dihapus', null],
  ['deleted, English', 'This message was deleted', null],
  ['no number, unknown sender', 'jalan kami juga rusak', null, USUAL, 'Bu Lurah'],
  ['another language, unknown sender', '你好 مرحبا', null, USUAL, '王小明'],
];

const forwardedBy: Record<PasteFormat, string> = {
  'whatsapp-copy': 'Diteruskan\nKTM-0131 sudah beres',
  'whatsapp-export': 'Forwarded\nKTM-0131 sudah beres',
  telegram: '[ Diteruskan dari Info Warga ]\nKTM-0131 sudah beres',
  plain: '',
};
const quotedBy: Record<PasteFormat, string> = {
  'whatsapp-copy': '> KTM-0131\nsudah ditambal',
  'whatsapp-export': '> KTM-0131\nsudah ditambal',
  telegram: '[ Balasan ke Admin ]\nKTM-0131 sudah ditambal',
  plain: '',
};
const mediaBy: Record<PasteFormat, string> = {
  'whatsapp-copy': '<Media tidak disertakan>',
  'whatsapp-export': 'IMG-20260817-WA0001.jpg (file terlampir)',
  telegram: '[ Foto ]',
  plain: '',
};

/** A neighbour's line before and after, so that no message stands alone, as in a talk. */
function found(head: (when: Moment, who: string) => string, said: string, when = USUAL, who = 'Kadishub') {
  const neighbour = (hour: number) => `${head({ day: 19, hour, minute: 0 }, 'Bu Lurah')}selamat pagi`;
  const pasted = readPaste(`${neighbour(7)}\n${head(when, who)}${said}\n${neighbour(8)}`, {
    now,
    offsetMinutes: WIB,
  });
  const matched = matchAnswers({ pasted, waiting, agencies, prefixes: ['KTM'], now });
  return { pasted, ...matched, proposals: propose(matched.answers, waiting, null) };
}

describe.each(FORMATS)('%s', (_, format, head) => {
  it.each(CASES)('%s', (_name, said, wanted, when = USUAL, who = 'Kadishub') => {
    const { pasted, answers, proposals } = found(head, said, when, who);
    expect(pasted.format).toBe(format);
    expect(pasted.messages).toHaveLength(3);
    if (!wanted) return expect(answers).toEqual([]);
    expect(answers).toHaveLength(1);
    const [answer] = answers;
    const { ids, ticked, text, refused = null, ...rest } = wanted;
    expect([...(answer?.complaintIds ?? [])].sort()).toEqual([...ids].sort());
    expect(answer).toMatchObject({ refused, ...rest });
    if (text !== undefined) expect(answer?.message.text).toBe(text);
    if (ticked !== undefined) expect(proposals.every((one) => one.ticked === ticked)).toBe(true);
    if (!refused) expect(answer?.at).toBe(at(`2026-08-${when.day}T${two(when.hour)}:${two(when.minute)}:00`));
  });

  it('a forwarded message is none, a quoting one is, and a picture goes to its words', () => {
    expect(found(head, forwardedBy[format])).toMatchObject({ answers: [], skipped: { forwarded: 1 } });
    expect(found(head, quotedBy[format]).answers).toMatchObject([{ kind: 'done', complaintIds: ['c0'] }]);
    const words = `KTM-0131 selesai dikerjakan\n${head(USUAL, 'Kadishub')}${mediaBy[format]}`;
    expect(found(head, words).answers).toMatchObject([{ pictures: 1, complaintIds: ['c0'] }]);
  });

  it('lines of the program itself are none', () => {
    if (format === 'telegram') return;
    const line = head(USUAL, 'X').replace('X: ', 'Bu Camat menambahkan Kadishub');
    const pasted = readPaste(`${line}\n${head(USUAL, 'Kadishub')}KTM-0131 siap`, { now, offsetMinutes: WIB });
    expect(matchAnswers({ pasted, waiting, agencies, prefixes: ['KTM'], now })).toMatchObject({
      answers: [{ complaintIds: ['c0'] }],
      skipped: { system: 1 },
    });
  });

  it('five megabytes of talk are read in time, and the answer at the end is found', () => {
    const noise = `${head(USUAL, '王小明')}你好 <script>x</script> مرحبا\n`;
    const text = `${noise.repeat(Math.ceil(5_000_000 / noise.length))}${head(USUAL, 'Kadishub')}KTM-0131 beres`;
    const started = cpuTime();
    const pasted = readPaste(text, { now, offsetMinutes: WIB });
    const { answers } = matchAnswers({ pasted, waiting, agencies, prefixes: ['KTM'], now });
    expect(cpuTime() - started).toBeLessThan(8_000);
    expect(answers).toMatchObject([{ complaintIds: ['c0'] }]);
    expect(pasted.unread + pasted.older).toBeGreaterThan(0);
  });
});
