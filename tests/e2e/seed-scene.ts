import type { Capture, Field, PhotoOffer, SiteId } from '../../complaints/reading.ts';
import type { Act, Story } from './seed-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Post {
  site: SiteId;
  code: string;
  handle: string;
  text: string;
  place?: string;
  /** Scenes of the photos offered. */
  photos: string[];
  /** Photos that could not be had, counted from the end. */
  failed?: number;
}

function photoUrl(post: Post, i: number): string {
  const host = post.site === 'instagram' ? 'scontent.cdninstagram.com' : 'scontent.fbcdn.net';
  return `https://${host}/v/t51/${post.code.replace(/\W/g, '')}_${i + 1}0042_n.jpg?sig=seed`;
}

function captureOf(post: Post, at: number): Capture {
  const key = `${post.site}:${post.code}`;
  const permalink =
    post.site === 'instagram'
      ? `https://www.instagram.com/p/${post.code}/`
      : `https://www.facebook.com/groups/1180042/posts/${post.code}/`;
  const offers: PhotoOffer[] = post.photos.map((_, i) => ({
    url: photoUrl(post, i),
    kind: 'photo',
    width: 1080,
    height: 900,
  }));
  const place: Field<string> = post.place
    ? { value: post.place, source: 'store' }
    : { unreadable: 'not-on-page' };
  return {
    site: post.site,
    surface: post.site === 'instagram' ? 'feed' : 'group',
    identity: { key, aliases: [key], permalink },
    author: { value: { handle: post.handle, name: post.handle.replace(/\./g, ' ') }, source: 'dom' },
    text: { value: post.text, source: 'store' },
    postedAt: { value: Math.floor((at - 95 * MINUTE) / 1000) * 1000, source: 'store' },
    place,
    counts: { value: { likes: 148, comments: 37 }, source: 'store' },
    photos: { value: offers, source: 'store' },
    audience: { value: post.site === 'instagram' ? 'public' : 'group', source: 'store' },
    readAt: at,
    pageUrl: `https://www.${post.site}.com/`,
    dropped: [],
  };
}

/** A complaint from its post: flagged at `at`, photos within seconds, then what was done with it. */
function story(post: Post, at: number, acts: Act[] = []): Story {
  const lost = post.photos.length - (post.failed ?? 0);
  const photos = post.photos.map((scene, i): Act => {
    const when = at + (i + 1) * 400;
    return i < lost
      ? { at: when, do: 'photo', url: photoUrl(post, i), scene }
      : { at: when, do: 'photo-failed', url: photoUrl(post, i), reason: 'network' };
  });
  return [{ at, do: 'flag', capture: captureOf(post, at) }, ...photos, ...acts];
}

/** 63,000 characters with everything that a text can have in it. */
export const LONG_TEXT = [
  '=HYPERLINK("http://contoh.invalid";"klik") Bantuan sosial di Parenggean belum diterima 😡🙏🏽, nama kami hilang dari daftar',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> & "kutip" \u200bnol\u200dlebar\ufeff',
  'مرحبا بالعالم، الشارع مظلم \u202eterbalik\u202c setelah itu biasa lagi 👨‍👩‍👧‍👦🇮🇩',
  `${'PanjangTanpaSpasi'.repeat(12)}`,
]
  .join('\n')
  .padEnd(63_000, '\nSudah tiga bulan kami menunggu, tiap ke kantor desa disuruh kembali minggu depan.');

/** Codes of complaints that the tests go to by name. */
export const CODE = {
  overdue: 'DLampuPelita',
  /** Overdue and reminded a day ago: the next step is a letter. */
  letter: '900000000000022',
  fresh: 'DLubangSDN2x',
  long: '900000000000011',
  responded: 'DJembatan6km',
  done: '900000000000042',
  purged: 'DTerhapus001',
} as const;

const ago = (now: number, hours: number) => now - Math.round(hours * HOUR);

/** Two complaints that nobody is late with. `now` in epoch ms. */
export function calmStories(now: number): Story[] {
  return [
    story(
      {
        site: 'facebook',
        code: '900000000000051',
        handle: 'warga.anggur',
        text: 'Got di Jl. Anggur mampet penuh sampah, hujan sebentar sudah meluap ke rumah',
        place: 'Jl. Anggur',
        photos: ['flood', 'waste'],
      },
      ago(now, 15.2),
      [{ at: ago(now, 14.9), do: 'forward', agencyId: 'pu', preset: 'normal' }],
    ),
    story(
      {
        site: 'instagram',
        code: 'DLaluLintas1',
        handle: 'rina_baamang',
        text: 'Lampu lalu lintas simpang empat Pelita mati',
        place: 'Baamang',
        photos: ['lamp'],
      },
      ago(now, 10.1),
      [{ at: ago(now, 9.8), do: 'forward', agencyId: 'hub', preset: 'normal' }],
    ),
  ];
}

/** A busy day: thirteen complaints in every state. `now` in epoch ms. */
export function busyStories(now: number): Story[] {
  return [
    story(
      {
        site: 'facebook',
        code: '900000000000021',
        handle: 'pak.usman',
        text: 'Pipa bocor di Jl. Usman Harun, sudah tiga kali dilaporkan belum juga diperbaiki, air terbuang siang malam',
        place: 'Ketapang',
        photos: ['pipe', 'road', 'flood', 'pipe', 'market', 'tree', 'road', 'pipe'],
      },
      ago(now, 77),
      [
        { at: ago(now, 76.1), do: 'forward', agencyId: 'pdam', preset: 'normal' },
        { at: ago(now, 44), do: 'remind' },
        { at: ago(now, 20), do: 'remind' },
      ],
    ),
    story(
      {
        site: 'facebook',
        code: CODE.letter,
        handle: 'ibu.pasirputih',
        text: 'Depo sampah Pasir Putih menumpuk seminggu, baunya sampai masuk ke kelas anak-anak',
        place: 'Mentawa Baru Ketapang',
        photos: ['waste', 'waste'],
      },
      ago(now, 51.5),
      [
        { at: ago(now, 51.05), do: 'forward', agencyId: 'dlh', preset: 'normal' },
        { at: ago(now, 22.4), do: 'remind' },
      ],
    ),
    story(
      {
        site: 'instagram',
        code: CODE.overdue,
        handle: 'warga.baamang',
        text: 'Lampu jalan padam dari simpang Pelita sampai bundaran, gelap sekali kalau pulang malam. Mohon perhatiannya @pemkab #sampit',
        place: 'Baamang',
        photos: ['lamp', 'lamp', 'road'],
      },
      ago(now, 9),
      [
        { at: ago(now, 8.17), do: 'forward', agencyId: 'hub', preset: 'busy' },
        { at: ago(now, 1.2), do: 'remind' },
      ],
    ),
    story(
      {
        site: 'instagram',
        code: 'DPohonKabel1',
        handle: 'andika.foto',
        text: 'Pohon condong mengenai kabel listrik',
        place: 'Jl. Achmad Yani',
        photos: ['tree'],
      },
      ago(now, 1.75),
      [{ at: ago(now, 1.6), do: 'forward', agencyId: 'bpbd', preset: 'emergency' }],
    ),
    story(
      {
        site: 'instagram',
        code: 'DLubangMasjd',
        handle: 'jamaah.nurulhuda',
        text: 'Lubang dalam di depan masjid, semalam ada yang jatuh dari motor',
        place: 'Jl. Wengga Metropolitan',
        photos: ['road', 'road'],
      },
      ago(now, 20.4),
      [{ at: ago(now, 20.17), do: 'forward', agencyId: 'pu', preset: 'normal' }],
    ),
    story(
      {
        site: 'instagram',
        code: CODE.fresh,
        handle: 'mama.pelangsian',
        text: 'Jalan berlubang di depan SDN 2 Pelangsian, anak-anak jatuh tiap hujan. Lubangnya sudah selebar ember dan tertutup air, jadi tidak kelihatan dari jauh.\n\nMohon segera ditangani sebelum ada korban 🙏',
        place: 'Pelangsian',
        photos: ['road', 'flood', 'school', 'road'],
      },
      ago(now, 0.2),
    ),
    story(
      {
        site: 'facebook',
        code: CODE.long,
        handle: 'abdurrahman.wahidin.parenggean.sejahtera',
        text: LONG_TEXT,
        photos: ['school', 'market', 'road'],
        failed: 2,
      },
      ago(now, 0.4),
      [{ at: ago(now, 0.35), do: 'sensitive' }],
    ),
    story(
      {
        site: 'instagram',
        code: 'DAirKeruh001',
        handle: 'dewi.baambarat',
        text: 'Air keruh kuning berbau besi',
        place: 'Baamang Barat',
        photos: ['pipe'],
      },
      ago(now, 3.9),
      [{ at: ago(now, 3.58), do: 'forward', agencyId: 'pdam', preset: 'normal' }],
    ),
    story(
      {
        site: 'facebook',
        code: '900000000000041',
        handle: 'jln.tjilikriwut',
        text: 'Jalan Tjilik Riwut km 35 rusak berat, truk antre',
        place: 'Cempaga',
        photos: ['road', 'market'],
      },
      ago(now, 31),
      [{ at: ago(now, 30.5), do: 'forward', agencyId: 'bpjn', preset: 'normal', channel: 'save' }],
    ),
    story(
      {
        site: 'facebook',
        code: CODE.responded,
        handle: 'warga.seberang',
        text: 'Jembatan kayu putus, warga memutar 6 km',
        place: 'Mentaya Seberang',
        photos: ['flood', 'road'],
      },
      ago(now, 28),
      [
        { at: ago(now, 27.5), do: 'forward', agencyId: 'pu', preset: 'normal' },
        {
          at: ago(now, 26.7),
          do: 'respond',
          kind: 'initial',
          text: 'Siap, tim turun hari ini. Material menyusul.',
        },
        {
          at: ago(now, 4.2),
          do: 'respond',
          kind: 'followUp',
          text: 'Kayu sudah di lokasi, dikerjakan besok pagi.',
          scene: 'road',
        },
      ],
    ),
    story(
      {
        site: 'facebook',
        code: CODE.done,
        handle: 'pedagang.ppm',
        text: 'Drainase pasar tersumbat, air hitam menggenang di lorong ikan',
        place: 'Pasar Keramat',
        photos: ['market', 'flood', 'waste'],
      },
      ago(now, 49),
      [
        { at: ago(now, 48.5), do: 'forward', agencyId: 'dlh', preset: 'normal' },
        { at: ago(now, 46), do: 'respond', kind: 'initial', text: 'Petugas menuju lokasi.' },
        {
          at: ago(now, 30),
          do: 'resolve',
          note: 'Saluran sudah dikeruk, air mengalir lagi.',
          scene: 'market',
        },
      ],
    ),
    story(
      {
        site: 'instagram',
        code: 'DBukanAduan1',
        handle: 'promo.kos',
        text: 'Kos putri murah dekat kampus, fasilitas lengkap',
        photos: ['school'],
      },
      ago(now, 26),
      [{ at: ago(now, 25.9), do: 'dismiss', note: 'Iklan kos' }],
    ),
    story(
      {
        site: 'instagram',
        code: CODE.purged,
        handle: 'pernah.ada',
        text: 'Teks ini diminta dihapus oleh warganya',
        place: 'Sampit',
        photos: ['tree'],
      },
      ago(now, 70),
      [
        { at: ago(now, 69), do: 'forward', agencyId: 'dlh', preset: 'normal' },
        { at: ago(now, 60), do: 'respond', kind: 'done', text: 'Sudah ditebang.' },
        { at: ago(now, 50), do: 'purge' },
      ],
    ),
  ];
}
