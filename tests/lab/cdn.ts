import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { avatarJpeg, photoJpeg, sizeOf } from './photos.ts';
import { hash, random } from './random.ts';
import type { LabResponse, PhotoVariant } from './routes.ts';
import type { Lab, LabPerson, LabPhoto, SiteId, World } from './types.ts';
import { postsOf } from './world.ts';

export type PhotoFault = Parameters<Lab['setPhotoFault']>[0];

const HOSTS: Record<SiteId, readonly string[]> = {
  instagram: [
    'scontent.cdninstagram.com',
    'scontent-xsp1-1.cdninstagram.com',
    'scontent.cdninstagram.com',
    'instagram.fcgk1-1.fna.fbcdn.net',
  ],
  facebook: ['scontent.fcgk1-1.fna.fbcdn.net', 'scontent-xsp1-1.xx.fbcdn.net'],
};
const FOLDER = {
  instagram: { photo: 't51.82787-15', cover: 't51.71878-15', avatar: 't51.2885-19' },
  facebook: { photo: 't39.30808-6', cover: 't15.5256-10', avatar: 't39.30808-1' },
} as const;
const ORIGINS = new Set([
  'https://www.instagram.com',
  'https://www.facebook.com',
  'https://web.facebook.com',
]);
const HUGE = 30 * 1024 * 1024;

function stpOf(photo: LabPhoto, variant: PhotoVariant): string {
  if (variant === 'full') return 'dst-jpg_e35_tt6';
  const { width } = sizeOf(photo, variant);
  if (variant !== 'square' && variant !== 'square-small') {
    const box = { large: 720, medium: 640, small: 320 }[variant];
    return `dst-jpg_e35_p${box}x${box}_tt6`;
  }
  const side = Math.min(photo.width, photo.height);
  const x = Math.floor((photo.width - side) / 2);
  const y = Math.floor((photo.height - side) / 2);
  return `c${x}.${y}.${side}.${side}a_dst-jpg_e${variant === 'square' ? 35 : 15}_s${width}x${width}_tt6`;
}

function variantOf(stp: string): PhotoVariant {
  if (/^c[\d.]+a_/.test(stp)) return stp.includes('_e15_') ? 'square-small' : 'square';
  const box = /_p(\d+)x/.exec(stp)?.[1];
  return box === '720' ? 'large' : box === '640' ? 'medium' : box === '320' ? 'small' : 'full';
}

/** The picture hosts of both sites: signed addresses that expire, and what they answer. */
export class Cdn {
  fault: PhotoFault = null;
  private readonly seed: number;
  private readonly ttl: number;
  private readonly photos = new Map<string, { photo: LabPhoto; cover: boolean }>();
  private readonly avatars = new Map<string, string>();

  /** `ttl` is the life of an address in seconds. */
  constructor(world: World, ttl: number) {
    this.seed = world.seed;
    this.ttl = ttl;
    for (const { post } of postsOf(world)) {
      post.photos.forEach((photo, i) => {
        this.photos.set(photo.file, {
          photo,
          cover: photo.video === true || (post.video === true && i === 0),
        });
      });
    }
  }

  /** Serves one more photo; `cover`: it is the still of a film. */
  know(photo: LabPhoto, cover = false): void {
    this.photos.set(photo.file, { photo, cover });
  }

  sign(photo: LabPhoto, variant: PhotoVariant, site: SiteId): string {
    const cover = this.photos.get(photo.file)?.cover ?? false;
    const extra: Record<string, string> =
      site === 'instagram'
        ? {
            ig_cache_key: `${Buffer.from(photo.id).toString('base64')}.3-ccb7-5`,
            ccb: '7-5',
            _nc_sid: '58cdad',
          }
        : { _nc_cat: String(100 + (hash(photo.file) % 12)), ccb: '1-7', _nc_sid: '127cfc' };
    const folder = cover ? FOLDER[site].cover : FOLDER[site].photo;
    return this.address(site, `/v/${folder}/${photo.file}`, stpOf(photo, variant), extra);
  }

  avatar(person: LabPerson, site: SiteId): string {
    const dice = random(`avatar file:${person.id}`);
    const file = `${dice.digits(9)}_${dice.digits(17)}_${dice.digits(19)}_n.jpg`;
    this.avatars.set(file, person.id);
    return this.address(site, `/v/${FOLDER[site].avatar}/${file}`, 'dst-jpg_s150x150_tt6', {
      _nc_ht: 'scontent',
    });
  }

  /** 200 with the picture, 403 for a wrong or outlived signature, 404 for an unknown file. */
  async answer(url: URL, origin: string | undefined, signal: AbortSignal): Promise<LabResponse> {
    const refused = this.refusal(url);
    const headers = this.headers(url, origin);
    if (refused) return { status: 403, headers: { ...headers, 'content-type': 'text/plain' }, body: refused };
    const file = url.pathname.split('/').at(-1) ?? '';
    const person = this.avatars.get(file);
    const known = this.photos.get(file);
    if (!person && !known) return { status: 404, headers, body: 'No such file' };
    const picture = { ...headers, 'content-type': 'image/jpeg' };
    if (person) return { headers: picture, body: avatarJpeg(person) };
    if (this.fault === 'forbidden') return { status: 403, headers, body: 'URL signature expired' };
    if (this.fault === 'huge') return { headers: picture, body: Buffer.alloc(HUGE, 0xff) };
    if (this.fault === 'text')
      return { headers: picture, body: '<!doctype html><title>Masuk</title><p>Masuk dulu' };
    if (this.fault === 'slow') await sleep(60_000, undefined, { signal }).catch(() => {});
    const variant = variantOf(url.searchParams.get('stp') ?? '');
    return { headers: picture, body: known ? photoJpeg(known.photo, variant) : '' };
  }

  private address(site: SiteId, path: string, stp: string, extra: Record<string, string>): string {
    const hosts = HOSTS[site];
    const host = hosts[hash(path) % hosts.length] ?? hosts[0] ?? '';
    // Rounded, so that one session names one picture by one address and the browser's cache may serve it.
    const step = Math.max(1, Math.floor(this.ttl / 48));
    const oe = (Math.floor(Date.now() / 1000 / step) * step + this.ttl).toString(16).toUpperCase();
    const query = new URLSearchParams({ stp, ...extra, oh: this.signature(path, stp, oe), oe });
    return `https://${host}${path}?${query}`;
  }

  private signature(path: string, stp: string, oe: string): string {
    const digest = createHmac('sha256', `lab ${this.seed}`)
      .update(`${path}\n${stp}\n${oe}`)
      .digest('base64url');
    return `00_Af${digest.slice(0, 38)}`;
  }

  private refusal(url: URL): string | null {
    const get = (name: string): string => url.searchParams.get(name) ?? '';
    if (get('oh') !== this.signature(url.pathname, get('stp'), get('oe'))) return 'URL signature mismatch';
    return Number.parseInt(get('oe'), 16) * 1000 < Date.now() ? 'URL signature expired' : null;
  }

  private headers(url: URL, origin: string | undefined): Record<string, string> {
    return {
      'cache-control': 'max-age=1209600, no-transform',
      // Instagram's pictures may be embedded by its own origin only; Facebook's `img`s carry no `crossorigin`.
      // Covers of videos are shown without `crossorigin` there, so they may be embedded by anyone.
      'cross-origin-resource-policy': /\/t51\.(?!71878)/.test(url.pathname) ? 'same-origin' : 'cross-origin',
      'timing-allow-origin': '*',
      vary: 'Origin',
      // Comes back only from who asks with credentials, which neither the sites' pages nor anyone else should.
      'set-cookie': 'datr=lab-cdn; Path=/; Secure; SameSite=None',
      ...(origin && ORIGINS.has(origin) ? { 'access-control-allow-origin': origin } : {}),
    };
  }
}
