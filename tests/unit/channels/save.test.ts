import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { safeName } from '../../../channels/file-name.ts';
import { saveChannel } from '../../../channels/save.ts';
import { agency, context, photo, recorder } from './context.ts';

async function saved(given = context()) {
  const { env, files } = recorder();
  const draft = saveChannel.prepare(given);
  const before = await saveChannel.beforeRecord(draft, env);
  if ('failed' in before) throw new Error('failed');
  const after = await saveChannel.afterRecord(draft, env, before.ready);
  const entries = unzipSync(new Uint8Array(await (files[0]?.file ?? new Blob()).arrayBuffer()));
  return { after, name: files[0]?.name ?? '', entries, draft };
}

describe('the file', () => {
  test('holds message, facts and photos', async () => {
    const { after, name, entries, draft } = await saved(context({ photos: [photo([1, 2, 3]), photo([4])] }));
    expect(after).toEqual({ outcome: 'saved', steps: ['open-file', 'attach', 'press-send'] });
    expect(name).toBe('KTM-0123-Lampu-jalan-padam-di-Jl-Pelita.zip');
    expect(Object.keys(entries).sort()).toEqual([
      'KTM-0123-foto-1.jpg',
      'KTM-0123-foto-2.jpg',
      'aduan.json',
      'pesan.txt',
    ]);
    expect([...(entries['KTM-0123-foto-1.jpg'] ?? [])]).toEqual([1, 2, 3]);
    const message = entries['pesan.txt'] as Uint8Array;
    // The mark by which Windows programs know UTF-8; strFromU8 takes it off.
    expect([...message.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(message)).toBe(`${draft.text.replaceAll('\n', '\r\n')}\r\n`);
    expect(JSON.parse(strFromU8(entries['aduan.json'] as Uint8Array))).toEqual({
      number: 'KTM-0123',
      gist: 'Lampu jalan padam di Jl. Pelita',
      text: 'Lampu jalan padam dari simpang sampai bundaran, sudah dua minggu.',
      place: 'Jl. Pelita, Kec. Baamang',
      site: 'instagram',
      postedAt: '2026-08-02T12:40:00.000Z',
      dueAt: '2026-08-03T12:32:00.000Z',
      permalink: 'https://www.instagram.com/p/DAbc_12-xY/',
      agency: 'Dinas Perhubungan',
      preset: 'Ramai',
      sensitive: false,
    });
  });

  test('says nothing of a sensitive matter in its name', async () => {
    expect((await saved(context({}, { sensitive: true, gist: 'Ibu sakit' }))).name).toBe('KTM-0123.zip');
  });

  test('needs neither number nor address', () => {
    expect(saveChannel.missing(agency({ phone: '', email: '' }))).toBeNull();
  });
});

describe('file names', () => {
  test.each([
    [['KTM-0123', '../../etc/passwd'], 'KTM-0123-etc-passwd'],
    [['KTM-0123', 'CON'], 'KTM-0123-CON'],
    [['con'], 'aduan-con'],
    [['a<b>:"/\\|?*\u0000\u202e'], 'a-b'],
    [['😭😭'], 'aduan'],
    [['=cmd()', 'é à'], 'cmd-e-a'],
    [['x'.repeat(500)], 'x'.repeat(60)],
  ])('%j → %s', (parts, expected) => expect(safeName(...parts)).toBe(expected));
});
