import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { emailChannel } from '../../../channels/email.ts';
import { mailAddress, mailFile } from '../../../channels/mail-file.ts';
import { agency, context, photo, recorder } from './context.ts';

const read = (raw: string) => PostalMime.parse(raw);

describe('the draft, read by another parser', () => {
  test('receiver, subject, body and photos are what was meant', async () => {
    const bytes = Array.from({ length: 5_000 }, (_, i) => (i * 37) % 256);
    const draft = emailChannel.prepare(
      context(
        { photos: [photo(bytes), photo()] },
        { gist: 'Lampu jalan padam – Jl. Pelita, “gelap” 😭 '.repeat(3) },
      ),
    );
    const mail = await read(mailFile(draft));
    expect(mail.to).toEqual([{ name: '', address: 'dishub@contoh.go.id' }]);
    expect(mail.subject).toBe(draft.subject);
    expect(mail.subject).toMatch(/^Aduan warga KTM-0123: Lampu jalan padam – Jl\. Pelita, “gelap” 😭/);
    expect(mail.text?.replace(/\r\n/g, '\n').trim()).toBe(draft.text);
    expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
    expect(mail.from).toBeUndefined();
    expect(mail.headers.some((header) => ['date', 'message-id', 'from'].includes(header.key))).toBe(false);
    expect(
      mail.attachments.map(({ filename, mimeType, disposition }) => ({ filename, mimeType, disposition })),
    ).toEqual([
      { filename: 'KTM-0123-foto-1.jpg', mimeType: 'image/jpeg', disposition: 'attachment' },
      { filename: 'KTM-0123-foto-2.jpg', mimeType: 'image/jpeg', disposition: 'attachment' },
    ]);
    expect([...new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)]).toEqual(bytes);
  });

  test('our bold marks are not in it', () => {
    const { text } = emailChannel.prepare(context());
    expect(text).toMatch(/^ADUAN WARGA KTM-0123 \(Ramai\)\n/);
    expect(text).toContain('paling lambat Senin, 3 Agustus 2026 pukul 19.32 WIB.');
    expect(text).not.toContain('*');
  });

  test('lines are short, ASCII, and end in CRLF', () => {
    const raw = mailFile(
      emailChannel.prepare(
        context({ photos: [photo(Array(900).fill(7))] }, { gist: 'é'.repeat(200), text: 'ü'.repeat(30_000) }),
      ),
    );
    const lines = raw.split('\r\n');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(raw).toMatch(/^[\t\r\n -~]*$/);
    for (const word of raw.match(/=\?utf-8\?B\?[^?]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('nothing that comes in as text becomes a header', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '\r', '\n', ':', ' ', 'B', '@', 'é', '?', '=', '"') }),
        async (text) => {
          const evil = `x\r\nBcc: jahat@contoh.id\r\n\r\n${text}`;
          const mail = await read(
            mailFile({ text: evil, to: `a@b.id${evil}`, subject: evil, photos: [], fileName: 'x.eml' }),
          );
          expect(mail.bcc).toBeUndefined();
          expect(mail.headers.map((header) => header.key).sort()).toEqual([
            'content-transfer-encoding',
            'content-type',
            'mime-version',
            'subject',
            'x-unsent',
          ]);
          expect(mail.text).toContain('Bcc: jahat');
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['dishub@contoh.go.id', 'dishub@contoh.go.id'],
    [' dishub@contoh.go.id\u200b ', 'dishub@contoh.go.id'],
    ['Dishub <dishub@contoh.go.id>', ''],
    ['a@b', ''],
    ['a@b.id, c@d.id', ''],
    ['', ''],
  ])('address %j', (text, expected) => expect(mailAddress(text)).toBe(expected));
});

describe('delivery', () => {
  test('saves one file and names what is left to do', async () => {
    const { env, files, calls } = recorder();
    const draft = emailChannel.prepare(context({ photos: [photo()] }));
    const before = await emailChannel.beforeRecord(draft, env);
    expect(calls).toEqual([]);
    if ('failed' in before) throw new Error('failed');
    expect(await emailChannel.afterRecord(draft, env, before.ready)).toEqual({
      outcome: 'saved',
      steps: ['open-file', 'press-send'],
    });
    expect(files[0]?.name).toBe('KTM-0123.eml');
    expect(files[0]?.file.type).toBe('message/rfc822');
    expect((await read(await (files[0]?.file ?? new Blob()).text())).attachments).toHaveLength(1);
  });

  test('without an address the official fills it in', async () => {
    const none = agency({ email: '' });
    expect(emailChannel.missing(none)).toBe('email');
    expect(emailChannel.missing(agency())).toBeNull();
    const { env } = recorder();
    const draft = emailChannel.prepare(context({ agency: none }));
    const before = await emailChannel.beforeRecord(draft, env);
    if ('failed' in before) throw new Error('failed');
    expect(await emailChannel.afterRecord(draft, env, before.ready)).toMatchObject({
      steps: ['open-file', 'fill-receiver', 'press-send'],
    });
    expect((await read(mailFile(draft))).to).toBeUndefined();
  });

  test('a download that fails is said', async () => {
    const { env } = recorder({ download: true });
    const draft = emailChannel.prepare(context());
    expect(
      await emailChannel.afterRecord(draft, env, { photosCopied: false, file: new Blob(['x']) }),
    ).toEqual({ failed: 'file' });
    expect(await emailChannel.afterRecord(draft, env, { photosCopied: false })).toEqual({ failed: 'file' });
  });
});
