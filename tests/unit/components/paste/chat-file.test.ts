import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_CHAT_TEXT, readChatFile } from '../../../../components/paste/chat-file.ts';

const CHAT = '15/08/26 22.32 - Kadishub: KTM-0131 selesai';
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const zip = (files: Record<string, Uint8Array>, name = 'obrolan.zip') =>
  new File([zipSync(files) as Uint8Array<ArrayBuffer>], name);
const code = (file: File) =>
  readChatFile(file).then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe('an exported chat', () => {
  it('is a text, by its name the other side', async () => {
    const read = await readChatFile(new File([`\ufeff${CHAT}`], 'Chat WhatsApp dengan Kadishub.txt'));
    expect(read).toMatchObject({ title: 'Chat WhatsApp dengan Kadishub', text: CHAT });
    expect(read.unpack(['A.jpg'])).toEqual([]);
  });

  it('is a ZIP with the chat, not with a document sent in it, and gives only pictures that are asked for', async () => {
    const read = await readChatFile(
      zip({
        'rekap laporan panjang.txt': strToU8('x'.repeat(9_000)),
        '_chat.txt': strToU8(CHAT),
        'IMG-1.jpg': jpeg,
        'map/IMG-2.JPEG': jpeg,
        'surat.pdf': jpeg,
      }),
    );
    expect(read.text).toBe(CHAT);
    expect(read.title).toBe('obrolan');
    expect([...read.pictures].sort()).toEqual(['IMG-1.jpg', 'IMG-2.JPEG']);
    const files = read.unpack(['IMG-2.JPEG', 'surat.pdf', 'gone.jpg']);
    expect(files.map(({ name, type, size }) => [name, type, size])).toEqual([
      ['IMG-2.JPEG', 'image/jpeg', 7],
    ]);
  });

  it('takes the name from the chat inside', async () => {
    const read = await readChatFile(zip({ 'WhatsApp Chat with Kadis DLH.txt': strToU8(CHAT) }));
    expect(read.title).toBe('WhatsApp Chat with Kadis DLH');
  });

  it('refuses what is no chat, is broken, or is too large, before it is unpacked', async () => {
    expect(await code(new File([jpeg, new Uint8Array(50)], 'a.txt'))).toBe('file-foreign');
    expect(await code(zip({ 'IMG-1.jpg': jpeg }))).toBe('file-foreign');
    const whole = zipSync({ '_chat.txt': strToU8(CHAT.repeat(500)) });
    expect(await code(new File([whole.slice(0, 60)], 'a.zip'))).toBe('file-damaged');
    expect(await code(new File(['x'.repeat(MAX_CHAT_TEXT + 1)], 'a.txt'))).toBe('file-too-large');
    // A thousandfold when unpacked.
    expect(await code(zip({ '_chat.txt': new Uint8Array(15_000_000).fill(65) }))).toBe('file-too-large');
    expect(await code(zip({ '_chat.txt': new Uint8Array(MAX_CHAT_TEXT + 1).fill(65) }))).toBe(
      'file-too-large',
    );
  });
});
