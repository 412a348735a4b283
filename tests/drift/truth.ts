import type { SiteId } from '../../complaints/reading.ts';
import { Random } from './random.ts';

/** What a generated post or comment really is; whatever the extension reads is held against it. */
export interface Truth {
  site: SiteId;
  /** Instagram's code or Facebook's number. */
  id: string;
  /** The inner number of Instagram (pk); Facebook's alias (`pfbid…`). */
  alias: string;
  author: { handle: string; id: string; name: string };
  text: string;
  /** Epoch seconds. */
  time: number;
  /** Photo numbers and file names, one per photo. */
  photos: { id: string; file: string }[];
  /** Set when it is a film: its number and the file of its cover. */
  video?: { id: string; file: string };
  likes: number;
  comments: number;
  group?: { id: string; name: string };
  place?: string;
  /** Posted in a group without a name: the page says only that. */
  anonymous?: boolean;
  /** Comments in view. */
  replies: CommentTruth[];
}

export interface CommentTruth {
  id: string;
  /** Id of the comment that it is a reply to. */
  to?: string;
  author: Truth['author'];
  text: string;
  time: number;
}

const WHAT = [
  'Jalan',
  'Jembatan',
  'Lampu jalan',
  'Drainase',
  'Pipa air',
  'Sampah',
  'Dermaga',
  'Pagar sekolah',
];
const STATE = ['rusak', 'berlubang', 'tersumbat', 'padam', 'roboh', 'menumpuk', 'bocor', 'longsor'];
const WHERE = ['Gang Melati', 'Desa Ketapi', 'Pasar Teluk', 'RT 05', 'Simpang Kenari', 'Muara Tuba'];
const SINCE = ['sejak banjir bulan lalu', 'sudah tiga minggu', 'hampir setahun', 'dari awal bulan'];
const NAMES = ['Rahmat', 'Lina', 'Dewi', 'Arman', 'Yusuf', 'Rika', 'Nina', 'Hendra', 'Siti', 'Bagus'];
const LAST = ['Tumbang', 'Puspa', 'Kahayan', 'Sadeli', 'Anhar', 'Melati', 'Lestari', 'Wibowo'];

export function makePerson(random: Random): Truth['author'] {
  const [first, last] = [random.pick(NAMES), random.pick(LAST)];
  const handle = `${first}.${last}${random.int(1, 999)}`.toLowerCase();
  return { handle, id: `1000${random.digits(11)}`, name: `${first} ${last}` };
}

/** Words that are nobody else's: the number in them is the post's own. */
function makeText(random: Random): string {
  const first = `${random.pick(WHAT)} ${random.pick(STATE)} di ${random.pick(WHERE)} ${random.pick(SINCE)}`;
  const lines = [`${first}, laporan ke-${random.digits(6)}.`];
  if (random.chance(0.5))
    lines.push(`Mohon ditangani segera oleh dinas terkait ${random.pick(['🙏', '😢', '']).trim()}`.trim());
  if (random.chance(0.2)) lines.push(`#lapor${random.letters(5)}`);
  return lines.join('\n');
}

const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `key` decides everything; two posts differ in all their ids. */
export function makeTruth(
  site: SiteId,
  kind: 'photo' | 'album' | 'video' | 'text',
  ...key: (string | number)[]
): Truth {
  const random = new Random(site, 'truth', ...key);
  const instagram = site === 'instagram';
  const count = kind === 'photo' ? 1 : kind === 'album' ? random.int(2, 4) : 0;
  const file = () => `${random.digits(9)}_${random.digits(16)}_${random.digits(19)}_n`;
  const truth: Truth = {
    site,
    id: instagram ? `D${random.letters(10, CODE)}` : random.digits(random.pick([15, 16])),
    alias: instagram ? random.digits(19) : `pfbid0${random.letters(62, CODE.slice(0, 62))}`,
    author: makePerson(random),
    text: makeText(random),
    time: 1_790_000_000 - random.int(0, 9_000_000),
    photos: Array.from({ length: count }, () => ({ id: random.digits(16), file: file() })),
    likes: random.int(2, 900),
    comments: random.int(1, 99),
    replies: [],
  };
  if (kind === 'video') truth.video = { id: random.digits(16), file: file() };
  if (random.chance(0.3)) truth.place = random.pick(WHERE);
  return truth;
}

export function makeReplies(truth: Truth, count: number): void {
  const random = new Random('replies', truth.id);
  truth.replies = Array.from({ length: count }, () => ({
    id: random.digits(17),
    author: makePerson(random),
    text: `Betul, di sini juga ${random.pick(STATE)} nomor ${random.digits(5)}`,
    time: truth.time + random.int(60, 90_000),
  }));
}

/** Every name under which a post may rightly be known. */
export function namesOf(truth: Truth): Set<string> {
  const names = [`${truth.site}:${truth.id}`];
  if (truth.site === 'instagram') names.push(`instagram:pk:${truth.alias}`);
  else {
    names.push(`facebook:${truth.alias}`, ...truth.photos.map((photo) => `facebook:photo:${photo.id}`));
    if (truth.video) names.push(`facebook:video:${truth.video.id}`);
  }
  return new Set(names);
}

export function commentNames(truth: Truth, comment: CommentTruth): Set<string> {
  const posts = truth.site === 'instagram' ? [truth.id] : [truth.id, truth.alias];
  return new Set([
    ...posts.map((post) => `${truth.site}:${post}#${comment.id}`),
    `${truth.site}:comment:${comment.id}`,
  ]);
}
