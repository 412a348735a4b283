import type { Capture } from '../../complaints/reading.ts';
import type { Story } from './seed-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Complaints that the screens' tests go to by name. */
export const POST = {
  comment: 'DPeresmian01#17900000000000011',
  share: '900000000000071',
  friends: '900000000000072',
  twin: 'DLampuKembar1',
  joined: 'DLampuKembar2',
  gone: 'DHilangSudah1',
} as const;

function capture(
  site: 'instagram' | 'facebook',
  code: string,
  at: number,
  change: Partial<Capture>,
): Capture {
  const key = `${site}:${code}`;
  const [post = '', comment] = code.split('#');
  const permalink =
    site === 'instagram'
      ? `https://www.instagram.com/p/${post}/${comment ? `c/${comment}/` : ''}`
      : `https://www.facebook.com/${post}`;
  return {
    site,
    surface: 'post',
    identity: { key, aliases: [key], permalink },
    author: { value: { handle: 'warga.mentaya', name: 'Warga Mentaya' }, source: 'dom' },
    text: { unreadable: 'not-on-page' },
    postedAt: { value: Math.floor((at - 30 * MINUTE) / 1000) * 1000, source: 'store' },
    place: { unreadable: 'not-on-page' },
    counts: { unreadable: 'not-on-page' },
    photos: { unreadable: 'not-on-page' },
    audience: { value: 'public', source: 'store' },
    readAt: at,
    pageUrl: `https://www.${site}.com/`,
    dropped: [],
    ...change,
  };
}

const text = (value: string): Capture['text'] => ({ value, source: 'store' });

/**
 * A comment under the office's own post, a share, a post for friends that was edited, two that are the same, and one
 * that is gone. `now` in epoch ms.
 */
export function postStories(now: number): Story[] {
  const ago = (minutes: number) => now - minutes * MINUTE;
  const lamps = 'Lampu jalan di Gang Kenanga Baamang sudah dua minggu mati total, tolong diperbaiki';
  const flagged = (code: string, at: number, words: string): Story => [
    { at, do: 'flag', capture: capture('instagram', code, at, { text: text(words) }) },
  ];
  return [
    [
      {
        at: ago(40),
        do: 'flag',
        capture: capture('instagram', POST.comment, ago(40), {
          text: text(
            'Pak, jembatan di Desa Ujung Pandaran kapan diperbaiki? Anak sekolah menyeberang pakai perahu.',
          ),
          under: {
            names: ['instagram:DPeresmian01'],
            permalink: 'https://www.instagram.com/p/DPeresmian01/',
            author: { handle: 'prokopim.kotacontoh', name: 'Prokopim Kota Contoh' },
            text: 'Peresmian Jembatan Mentaya yang baru, hadir pula camat dan warga sekitar. Semoga memperlancar ekonomi.',
            postedAt: ago(600),
          },
        }),
      },
    ],
    [
      {
        at: ago(35),
        do: 'flag',
        capture: capture('facebook', POST.share, ago(35), {
          text: text('Ini depan rumah kami juga, tiap hujan begini. Kapan diperbaiki?'),
          shared: {
            names: ['facebook:900000000000070'],
            permalink: 'https://www.facebook.com/groups/1180042/posts/900000000000070/',
            author: { name: 'Rahmah Sampit', id: '61550000000001' },
            text: 'Banjir lagi di Jalan Anggur, selokan tersumbat sampah pasar sejak bulan lalu.',
          },
        }),
      },
    ],
    [
      {
        at: ago(90),
        do: 'flag',
        capture: capture('facebook', POST.friends, ago(90), {
          audience: { value: 'friends', source: 'store' },
          text: text(
            'Air ledeng di perumahan kami keruh dan berbau sejak hari Minggu, anak saya sampai gatal-gatal',
          ),
        }),
      },
      {
        at: ago(20),
        do: 'flag',
        capture: capture('facebook', POST.friends, ago(20), {
          audience: { value: 'friends', source: 'store' },
          text: text(
            'Air ledeng di perumahan kami keruh dan berbau sejak hari Minggu, anak saya sampai gatal-gatal. UPDATE: sudah tiga hari.',
          ),
        }),
      },
    ],
    flagged(POST.twin, ago(300), lamps),
    [
      ...flagged(POST.joined, ago(280), `${lamps} segera`),
      { at: ago(270), do: 'join', withId: `instagram:${POST.twin}`, why: 'same-words' },
    ],
    flagged('DLampuKembar3', ago(200), `Tolong! ${lamps}`),
    [
      ...flagged(POST.gone, now - 5 * HOUR, 'Pohon besar di Jalan Kapten Mulyono mau roboh ke rumah'),
      { at: ago(10), do: 'gone' },
    ],
  ];
}
