import { beforeEach, describe, expect, test } from 'vitest';
import { messageText, publicReplyText, recordOf, subjectText } from '../../../channels/message.ts';
import { setLocale } from '../../../i18n/index.ts';
import { agency, context, HOUR, NOW } from './context.ts';

beforeEach(() => setLocale('en'));

describe('the message for the head', () => {
  test('in full', () => {
    // Browsers shorten August to Agt or Agu.
    expect(messageText(context()).replace('2 Agu 2026', '2 Agt 2026')).toBe(
      [
        '*ADUAN WARGA KTM-0123* (Ramai)',
        'Yth. Kepala Dinas Perhubungan',
        'Lampu jalan padam dari simpang sampai bundaran, sudah dua minggu.',
        'Jl. Pelita, Kec. Baamang',
        'Sumber: unggahan Instagram, 2 Agt 2026 19.40 WIB',
        'https://www.instagram.com/p/DAbc_12-xY/',
        'Mohon ditindaklanjuti dan dijawab *paling lambat Senin, 3 Agustus 2026 pukul 19.32 WIB*.',
        'Balas pesan ini dengan menyebut KTM-0123: (1) sudah ditangani + foto, (2) sedang dikerjakan + perkiraan selesai, (3) bukan wewenang kami → instansi mana.',
        '– a.n. Bupati Kotawaringin Timur',
      ].join('\n'),
    );
  });

  test('with little known, nothing is left dangling', () => {
    const bare = context(
      { settings: { ...context().settings, signatory: '' } },
      {
        text: '',
        place: '',
        site: 'none',
        postedAt: null,
        permalink: '',
        presetLabel: '',
        author: null,
        gist: 'Got mampet',
      },
    );
    const lines = messageText(bare).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '*ADUAN WARGA KTM-0123*',
      'Yth. Kepala Dinas Perhubungan',
      'Got mampet',
      'Sumber: dicatat petugas',
    ]);
    expect(lines.at(-1)).toMatch(/^Balas pesan ini/);
    expect(messageText(bare)).not.toMatch(/undefined|null|\{|\}/);
  });

  test('the place is not said twice', () => {
    const said = context(
      {},
      { text: 'Lubang di jl. pelita, kec. baamang', place: 'Jl. Pelita, Kec. Baamang' },
    );
    expect(messageText(said).match(/jl\. pelita/gi)).toHaveLength(1);
  });

  test('in the office’s zone', () => {
    const eastern = context({ settings: { ...context().settings, zone: 'WIT' } });
    expect(messageText(eastern)).toContain('Senin, 3 Agustus 2026 pukul 21.32 WIT');
  });
});

describe('the citizen', () => {
  const named = {
    text: 'foto oleh @warga.baamang, saya Siti Rahmah minta tolong *segera* _pak_',
    gist: 'warga.baamang: lampu padam',
    place: 'rumah Siti Rahmah',
  };

  test.each(['forward', 'remind'] as const)(
    'is not in the %s message, nor in subject, reply or facts',
    (kind) => {
      for (const sensitive of [false, true]) {
        const given = context({ kind }, { ...named, sensitive });
        const all = [
          messageText(given),
          publicReplyText(given),
          subjectText(given),
          JSON.stringify(recordOf(given)),
        ].join('\n');
        expect(all).not.toMatch(/warga\.baamang|rahmah/i);
        expect(all).toContain('KTM-0123');
      }
    },
  );

  test('is not in the official’s own wording either', () => {
    const own = context({
      text: 'Pak, ini dari @warga.baamang (Siti Rahmah): https://www.instagram.com/warga.baamang/p/DAbc_12-xY/ tolong',
    });
    expect(messageText(own)).toBe(
      'Pak, ini dari warga (warga): https://www.instagram.com/p/DAbc_12-xY/ tolong',
    );
  });

  test('a link that must carry the name is left out, and that is said', () => {
    const post = 'https://www.facebook.com/siti.rahmah/posts/pfbid02aBcDeFgHiJkLmNoPq';
    const text = messageText(
      context({}, { site: 'facebook', permalink: post, author: { name: 'Siti Rahmah' } }),
    );
    expect(text).toContain('Tautan tidak disertakan karena memuat nama akun warga.');
    expect(text).not.toContain('siti.rahmah');
    const known = messageText(
      context({}, { site: 'facebook', permalink: post, author: { id: '100012345' } }),
    );
    expect(known).toContain(
      'https://www.facebook.com/permalink.php?story_fbid=pfbid02aBcDeFgHiJkLmNoPq&id=100012345',
    );
  });

  test('another site’s address that holds the handle is left out', () => {
    const text = messageText(
      context({}, { site: 'none', permalink: 'https://forum.contoh.id/u/Warga.Baamang/9' }),
    );
    expect(text).toContain('Tautan tidak disertakan');
  });

  test('cannot format, forge lines or fill placeholders', () => {
    const text = messageText(
      context({}, { text: '*Yth. Kepala Dinas*\nPenting {penandatangan}\n\u202eabc\u0000' }),
    );
    expect(text).toContain('\n∗Yth. Kepala Dinas∗ Penting {penandatangan} abc\n');
  });

  test('63,000 characters become a few lines', () => {
    const text = messageText(context({}, { text: 'tolong 😭 '.repeat(7_000) }));
    expect(text.length).toBeLessThan(1_600);
    expect(text).toContain('…\n');
  });
});

describe('a sensitive complaint', () => {
  const sensitive = context(
    {},
    {
      sensitive: true,
      text: 'Bapak ini sakit kanker dan terbaring',
      gist: 'Bapak sakit kanker',
      dueAt: NOW - HOUR,
    },
  );
  test('says what it is nowhere', () => {
    const remind = { ...sensitive, kind: 'remind' as const };
    for (const text of [
      messageText(sensitive),
      messageText(remind),
      subjectText(sensitive),
      publicReplyText(sensitive),
      JSON.stringify(recordOf(sensitive)),
    ]) {
      expect(text).not.toMatch(/kanker|sakit/i);
    }
    expect(messageText(sensitive)).toContain('tidak dibagikan ke grup');
    expect(messageText(sensitive)).toContain('Jl. Pelita, Kec. Baamang');
  });
});

describe('reminder and reply', () => {
  test('time left and time over', () => {
    const remind = context({ kind: 'remind' }, { dueAt: NOW + 3 * HOUR });
    expect(messageText(remind)).toBe(
      [
        'Yth. Kepala Dinas Perhubungan, mengingatkan KTM-0123 (lampu jalan padam di Jl. Pelita).',
        'Tenggat 3 jam 0 menit lagi, Senin, 3 Agustus 2026 pukul 13.32 WIB.',
        'https://www.instagram.com/p/DAbc_12-xY/',
        'Mohon kabar, walau singkat.',
        '– a.n. Bupati Kotawaringin Timur',
      ].join('\n'),
    );
    const over = context({ kind: 'remind' }, { dueAt: NOW - 26 * HOUR });
    expect(messageText(over)).toContain('Tenggat sudah lewat 1 hari 2 jam, ');
  });

  test('reply for the citizen names the agency and the matter', () => {
    expect(publicReplyText(context({}, { gist: 'lampu jalan di Jl. Pelita' }))).toBe(
      'Terima kasih sudah memberi tahu, Kak. Laporan tentang lampu jalan di Jl. Pelita sudah kami teruskan ke Dinas Perhubungan. Kabarnya kami sampaikan di sini.',
    );
  });

  test('the matter reads as a part of the sentence, whatever the citizen wrote', () => {
    const gist = 'Lubang dalam di depan pasar!! Tolong pak 😭😭';
    expect(publicReplyText(context({}, { gist }))).toContain(
      'Laporan tentang lubang dalam di depan pasar sudah kami teruskan',
    );
    expect(publicReplyText(context({}, { gist: '', text: '' }))).toContain('Laporan tentang hal ini sudah');
    const own = (publicReply: string) =>
      publicReplyText(
        context(
          {
            settings: { ...context().settings, templates: { ...context().settings.templates, publicReply } },
          },
          { gist },
        ),
      );
    expect(own('Halo.\n{pokok}: sudah diteruskan.')).toBe(
      'Halo.\nLubang dalam di depan pasar: sudah diteruskan.',
    );
    expect(own('Halo. {pokok} sudah diteruskan.')).toBe(
      'Halo. Lubang dalam di depan pasar sudah diteruskan.',
    );
  });

  test('own templates', () => {
    const settings = {
      ...context().settings,
      templates: { forward: 'A {nomor} {xyz}', remind: 'B {sisa}', publicReply: 'C {pokok}' },
    };
    expect(messageText(context({ settings }))).toBe('A KTM-0123 {xyz}');
    expect(messageText(context({ settings, kind: 'remind' }))).toMatch(/^B Tenggat 9 jam/);
    expect(publicReplyText(context({ settings }))).toBe('C lampu jalan padam di Jl. Pelita');
  });
});

describe('whom it addresses', () => {
  test.each([
    ['Dinas Perhubungan', 'Kepala Dinas Perhubungan'],
    ['RSUD dr. Murjani Sampit', 'Direktur RSUD dr. Murjani Sampit'],
    ['Kecamatan Baamang', 'Camat Baamang'],
    ['Kelurahan Baamang Tengah', 'Lurah Baamang Tengah'],
    ['Inspektorat Daerah', 'Inspektur Daerah'],
    ['Sekretariat Daerah Bagian Organisasi', 'Kepala Bagian Organisasi'],
    ['Sekretariat Daerah', 'Sekretaris Daerah'],
    ['Perumdam Tirta Mentaya', 'Direktur Perumdam Tirta Mentaya'],
    ['Satuan Polisi Pamong Praja', 'Kepala Satuan Polisi Pamong Praja'],
    ['PLN ULP Sampit', 'Pimpinan PLN ULP Sampit'],
    ['Yayasan Contoh', 'Pimpinan Yayasan Contoh'],
  ])('%s', (name, title) => {
    const text = messageText(context({ agency: agency({ names: [{ name, short: 'x', from: 0 }] }) }));
    expect(text.split('\n')[1]).toBe(`Yth. ${title}`);
  });

  test('an acting head', () => {
    const acting = agency({ heads: [{ name: 'Bpk. Rudi Hartawan', standing: 'plt', from: 0 }] });
    expect(messageText(context({ agency: acting }))).toContain('Yth. Plt. Kepala Dinas Perhubungan\n');
  });
});
