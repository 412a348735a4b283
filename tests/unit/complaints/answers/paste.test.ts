import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../../complaints/answers/kind.ts';
import { matchAnswers, senderOf } from '../../../../complaints/answers/match.ts';
import { numbersIn } from '../../../../complaints/answers/numbers.ts';
import { readPaste } from '../../../../complaints/answers/paste.ts';
import { cpuTime } from '../../../cpu-time.ts';

const WIB = 420;
const at = (iso: string) => Date.parse(`${iso}+07:00`);
const now = at('2026-08-20T12:00:00');
const read = (text: string, more = {}) => readPaste(text, { now, offsetMinutes: WIB, ...more });

/** Every way in which the programs write one and the same moment: 15 August 2026, 10.32 in the evening or morning. */
const FORMATS: [string, string, string, string][] = [
  ['WhatsApp Web, Indonesian', '[10.32, 15/8/2026] Kadishub: ', 'whatsapp-copy', '2026-08-15T10:32:00'],
  ['WhatsApp Web, English 12 h', '[10:32 PM, 8/15/2026] Kadishub: ', 'whatsapp-copy', '2026-08-15T22:32:00'],
  ['WhatsApp Web, English 24 h', '[22:32, 8/15/2026] Kadishub: ', 'whatsapp-copy', '2026-08-15T22:32:00'],
  ['WhatsApp Web, British', '[22:32, 15/08/2026] Kadishub: ', 'whatsapp-copy', '2026-08-15T22:32:00'],
  ['Android, Indonesian', '15/08/26 22.32 - Kadishub: ', 'whatsapp-export', '2026-08-15T22:32:00'],
  ['Android, comma', '15/08/2026, 22.32 - Kadishub: ', 'whatsapp-export', '2026-08-15T22:32:00'],
  ['Android, English 12 h', '8/15/26, 10:32\u202fPM - Kadishub: ', 'whatsapp-export', '2026-08-15T22:32:00'],
  ['iPhone, Indonesian', '[15/08/26 22.32.15] Kadishub: ', 'whatsapp-export', '2026-08-15T22:32:15'],
  [
    'iPhone, English',
    '\u200e[8/15/26, 10:32:15\u202fPM] Kadishub: ',
    'whatsapp-export',
    '2026-08-15T22:32:15',
  ],
  ['ISO dates', '[2026-08-15 22.32.15] Kadishub: ', 'whatsapp-export', '2026-08-15T22:32:15'],
  ['Telegram Desktop', 'Kadishub, [15.08.2026 22:32]\n', 'telegram', '2026-08-15T22:32:00'],
  ['Telegram Desktop, English', 'Kadishub, [8/15/2026 10:32 PM]\n', 'telegram', '2026-08-15T22:32:00'],
  ['Telegram Web, Indonesian', 'Kadishub, [15 Agt 2026 22.32.15]:\n', 'telegram', '2026-08-15T22:32:15'],
  ['Telegram Web, English', 'Kadishub, [Aug 15, 2026 at 10:32:15 PM]:\n', 'telegram', '2026-08-15T22:32:15'],
];

describe('a pasted conversation', () => {
  it.each(FORMATS)('reads %s', (_, head, format, moment) => {
    const pasted = read(`${head}KTM-0131 sudah kami tangani.\nFoto menyusul: besok\n${head}Terima kasih`);
    expect(pasted.format).toBe(format);
    expect(pasted.messages).toHaveLength(2);
    expect(pasted.messages[0]).toMatchObject({
      author: 'Kadishub',
      text: 'KTM-0131 sudah kami tangani.\nFoto menyusul: besok',
      kind: 'text',
      forwarded: false,
      at: at(moment),
    });
    expect(pasted.doubtful).toBe(false);
  });

  it('tells system lines, pictures, deleted, edited, forwarded and quoting messages apart', () => {
    const pasted = read(
      [
        '15/08/26 08.00 - Pesan dan panggilan terenkripsi secara end-to-end. Pelajari selengkapnya.',
        '15/08/26 08.01 - Bu Camat menambahkan Kadishub',
        '15/08/26 08.02 - Kadishub: <Media tidak disertakan>',
        '15/08/26 08.03 - Kadishub: IMG-20260815-WA0001.jpg (file terlampir)',
        'KTM-0131 selesai',
        '15/08/26 08.04 - Kadishub: Pesan ini telah dihapus',
        '15/08/26 08.05 - Kadishub: sudah diganti lampunya <Pesan ini diedit>',
        '15/08/26 08.06 - Kadishub: Catatan rapat: 1) jalan 2) air',
      ].join('\n'),
    );
    expect(pasted.messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['system', 'Pesan dan panggilan terenkripsi secara end-to-end. Pelajari selengkapnya.'],
      ['system', 'Bu Camat menambahkan Kadishub'],
      ['media', ''],
      ['text', 'KTM-0131 selesai'],
      ['deleted', ''],
      ['text', 'sudah diganti lampunya'],
      ['text', 'Catatan rapat: 1) jalan 2) air'],
    ]);
    const telegram = read(
      'Kadishub, [15.08.2026 10:32]\n[ Diteruskan dari Info Warga ]\nJalan rusak lagi\n\n' +
        'Kadishub, [15.08.2026 10:33]\n[ Balasan ke Admin ]\nSudah ditambal\n\nKadishub, [15.08.2026 10:34]\n[ Foto ]',
    );
    expect(telegram.messages).toMatchObject([
      { forwarded: true, text: 'Jalan rusak lagi' },
      { forwarded: false, text: 'Sudah ditambal' },
      { kind: 'media' },
    ]);
  });

  it('says when day and month could be read either way, and takes the official’s choice', () => {
    const text = '[10.32, 3/8/2026] Kadishub: siap';
    expect(read(text)).toMatchObject({ doubtful: true, order: 'day-first' });
    expect(read(text).messages[0]?.at).toBe(at('2026-08-03T10:32:00'));
    expect(read(text, { order: 'month-first' }).messages[0]?.at).toBe(at('2026-03-08T10:32:00'));
    // The other reading would lie in the future.
    expect(read('[10.32, 3/9/2026] Kadishub: siap')).toMatchObject({ doubtful: false, order: 'month-first' });
    // Another line decides for all.
    expect(read(`${text}\n[10.32, 19/8/2026] Kadishub: ok`)).toMatchObject({ doubtful: false });
    expect(read('[10:32 AM, 8/3/2026] Kadishub: siap').order).toBe('month-first');
  });

  it('takes a text without heads as one message without time', () => {
    expect(read('  Sudah ditangani, KTM-0131 \n')).toMatchObject({
      format: 'plain',
      messages: [{ at: null, author: '', text: 'Sudah ditangani, KTM-0131' }],
    });
    expect(read('').messages).toEqual([]);
    expect(read('[bukan waktu] apa saja').format).toBe('plain');
    expect(read('[10.32, 31/2/2026] Kadishub: siap').messages[0]?.at).toBeNull();
  });

  it('reads the newest of a chat that is too long, and says what it left out', () => {
    const line = (n: number) => `[10.32, 15/8/2026] A: pesan ${n}`;
    const many = Array.from({ length: 20_500 }, (_, n) => line(n)).join('\n');
    const pasted = read(many);
    expect(pasted).toMatchObject({ older: 500, unread: 0 });
    expect(pasted.messages.at(-1)?.text).toBe('pesan 20499');
    const long = read(`${'x'.repeat(5_000_000)}\n${line(1)}`);
    expect(long.messages).toMatchObject([{ text: 'pesan 1' }]);
    expect(long.unread).toBe(line(1).length + 1);
  });

  it('never throws and stays in time on anything, 5 MB and more included', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => void read(text)));
    const heads = FORMATS.map(([, head]) => head);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...heads), fc.string())), (parts) => {
        const pasted = read(parts.join(''));
        expect(pasted.messages.length).toBeLessThanOrEqual(20_000);
      }),
    );
    for (const bomb of [
      '[10.32, 15/8/2026] A: x\n'.repeat(250_000),
      'x'.repeat(6_000_000),
      '['.repeat(5_000_000),
      `${' '.repeat(100_000)}\n`.repeat(40),
    ]) {
      const started = cpuTime();
      const pasted = read(bomb);
      expect(cpuTime() - started).toBeLessThan(4000);
      expect(pasted.messages.length).toBeLessThanOrEqual(20_000);
    }
  });
});

describe('numbers in a text', () => {
  it.each([
    ['KTM-0131 sudah', ['KTM-0131']],
    ['ktm 131, KTM–0132 dan KTM0133', ['KTM-0131', 'KTM-0132', 'KTM-0133']],
    ['#0131 dan #12', ['KTM-0131']],
    ['AKTM-0131, telp 0812-3344', []],
    ['KTM-01311234567', []],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text, ['KTM'])).toEqual(numbers);
  });
});

describe('what an answer says', () => {
  it.each([
    ['KTM-0131 (1) sudah ditangani', 'done'],
    ['1', 'done'],
    ['(2)', 'followUp'],
    ['3. ini jalan provinsi', 'notOurs'],
    ['Lampu sudah kami ganti tadi pagi', 'done'],
    ['Sudah ditambal bu, foto menyusul', 'done'],
    ['Belum sudah ditangani', 'initial'],
    ['Akan segera ditangani, mohon sabar', 'initial'],
    ['Kalau sudah diperbaiki kami kabari', 'initial'],
    ['Petugas kami sedang menuju lokasi', 'followUp'],
    ['Masih proses pengadaan', 'followUp'],
    ['Mohon waktu 2 hari', 'askTime'],
    ['Ini bukan kewenangan kami, jalan nasional', 'notOurs'],
    ['Siap Pak, terima kasih informasinya', 'initial'],
    ['Terima kasih, akan kami tindak lanjuti', 'initial'],
  ])('%s → %s', (text, kind) => {
    expect(guessKind(text)).toBe(kind);
  });
});

describe('matching', () => {
  const agencies = [
    { id: 'dishub', names: ['Dishub', 'Dinas Perhubungan'], phone: '628125550142' },
    { id: 'dlh', names: ['DLH', 'Dinas Lingkungan Hidup'], phone: '' },
  ];
  const waiting = [
    { id: 'a', numbers: ['KTM-0131'], agencyId: 'dishub', forwardedAt: at('2026-08-15T09:00:40') },
    { id: 'b', numbers: ['KTM-0132'], agencyId: 'dishub', forwardedAt: at('2026-08-16T09:00:00') },
    { id: 'c', numbers: ['KTM-0133'], agencyId: 'dlh', forwardedAt: at('2026-08-14T09:00:00') },
  ];
  const match = (text: string) =>
    matchAnswers({ pasted: read(text), waiting, agencies, prefixes: ['KTM'], now });

  it('goes by number, then by the agency that wrote, and leaves the rest', () => {
    const { answers, skipped } = match(
      [
        '[09.00, 15/8/2026] Admin: *ADUAN WARGA KTM-0131*',
        '[09.05, 15/8/2026] Kadis Dishub: KTM-0131 petugas menuju lokasi',
        '[09.06, 17/8/2026] +62 812-5550-142: sudah beres',
        '[09.07, 17/8/2026] Admin: terima kasih KTM-0131',
        '[09.08, 17/8/2026] Bu Lurah: jalan kami juga rusak',
        '[09.09, 17/8/2026] Bu Lurah: KTM-9999 bagaimana',
      ].join('\n'),
    );
    expect(answers).toMatchObject([
      { by: 'number', complaintIds: ['a'], kind: 'followUp', refused: null, at: at('2026-08-15T09:05:00') },
      { by: 'agency', complaintIds: ['b', 'a'], kind: 'done' },
      { by: 'none', complaintIds: [], refused: 'no-such-number' },
    ]);
    expect(skipped).toEqual({ ours: 2, system: 0, forwarded: 0, deleted: 0, other: 1 });
  });

  it('refuses what lies before the forwarding or ahead, and counts within the minute of it', () => {
    expect(match('[08.59, 15/8/2026] Dishub: KTM-0131 beres').answers[0]?.refused).toBe('before-forwarding');
    expect(match('[09.00, 15/8/2026] Dishub: KTM-0131 siap').answers[0]).toMatchObject({
      refused: null,
      at: at('2026-08-15T09:00:40'),
    });
    expect(match('[09.00, 25/8/2026] Dishub: KTM-0131 siap').answers[0]?.refused).toBe('future');
  });

  it('offers every waiting complaint for a single text without number', () => {
    expect(match('sudah ditangani pak').answers[0]).toMatchObject({
      by: 'none',
      at: null,
      complaintIds: ['b', 'a', 'c'],
    });
    expect(match('KTM-0131 dan KTM-0132 selesai').answers[0]?.complaintIds).toEqual(['b', 'a']);
  });

  it('knows a sender by number or name, and nobody when several fit', () => {
    expect(senderOf('0812 5550 142', agencies)?.id).toBe('dishub');
    expect(senderOf('Pak Rudi Dinas Lingkungan Hidup', agencies)?.id).toBe('dlh');
    expect(
      senderOf('Dishub DLH', [
        { ...agencies[0]!, names: ['ABC'] },
        { ...agencies[1]!, names: ['XYZ'] },
      ]),
    ).toBeNull();
    expect(senderOf('Dishubkominfo', agencies)).toBeNull();
  });
});
