import type { Cast } from './people.ts';
import { type Random, random } from './random.ts';
import { codeOf, pkAt } from './shortcode.ts';
import { ADS, PLACES, REPLIES, SPOTS, STREETS, type Template, VILLAGES } from './texts.ts';
import type { LabComment, LabPerson, LabPhoto, LabPost, SiteId } from './types.ts';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const SHAPES: Record<SiteId, readonly (readonly [number, number])[]> = {
  instagram: [
    [1080, 1350],
    [1080, 1080],
    [1080, 810],
    [720, 900],
    [1440, 1080],
  ],
  facebook: [
    [1080, 810],
    [960, 1280],
    [1280, 960],
    [720, 720],
    [1440, 810],
  ],
};

export interface PostWishes {
  photos: number;
  author?: LabPerson | undefined;
  video?: boolean;
  likes?: number | null;
  commentsOff?: boolean;
  paidPartnership?: boolean;
  place?: boolean;
  /** Epoch seconds. */
  postedAt?: number;
  audience?: LabPost['audience'];
  group?: { id: string; name: string };
}

/** Makes the posts of one site, one after the other, out of one stream of choices. */
export class Maker {
  private readonly site: SiteId;
  private readonly now: number;
  private readonly cast: Cast;
  private readonly dice: Random;

  constructor(site: SiteId, seed: number, now: number, cast: Cast) {
    this.site = site;
    this.now = now;
    this.cast = cast;
    this.dice = random(`posts:${site}:${seed}`);
  }

  post(template: Template, wishes: PostWishes): LabPost {
    const { dice, site } = this;
    const postedAt = wishes.postedAt ?? this.now - dice.int(240, 9 * 86_400);
    const author = wishes.author ?? dice.pick(this.cast.citizens);
    const pk = site === 'instagram' ? pkAt(postedAt, dice.int(1, 0x7fffff)) : `122${dice.digits(13)}`;
    const photos = Array.from({ length: wishes.photos }, (_, i) =>
      this.photo(template.scene, pk, wishes.photos === 1 ? 0 : i + 1),
    );
    const replies = wishes.commentsOff ? [] : this.replies(postedAt);
    const likes = wishes.likes === undefined ? this.count() : wishes.likes;
    return {
      site,
      id: site === 'instagram' ? codeOf(pk) : pk,
      pk,
      ...(site === 'facebook' ? { pfbid: `pfbid0${dice.letters(58, BASE58)}l` } : {}),
      author,
      text: this.fill(template.text),
      postedAt,
      ...(wishes.place || dice.chance(0.1) ? { place: dice.pick(PLACES) } : {}),
      photos,
      ...(wishes.video ? { video: true } : {}),
      likes,
      comments: wishes.commentsOff ? 0 : replies.length + (dice.chance(0.3) ? dice.int(0, 1400) : 0),
      shares: dice.chance(0.5) ? dice.int(0, 240) : 0,
      ...(wishes.group ? { group: wishes.group } : {}),
      audience: wishes.audience ?? 'public',
      replies,
      ...(wishes.commentsOff ? { commentsOff: true } : {}),
      ...(wishes.paidPartnership ? { paidPartnership: true } : {}),
    };
  }

  ad(): LabPost {
    const template = this.dice.pick(ADS);
    return this.post(template, {
      photos: this.dice.chance(0.3) ? 3 : 1,
      author: this.cast.shops[ADS.indexOf(template)],
    });
  }

  /** From 0 to hundreds of thousands; the sites abbreviate from 1,000 or 10,000 on. */
  private count(): number {
    const size = this.dice.next();
    if (size < 0.1) return 0;
    if (size < 0.65) return this.dice.int(1, 999);
    if (size < 0.9) return this.dice.int(1_000, 33_604);
    return this.dice.int(100_000, 2_300_000);
  }

  private photo(scene: string, pk: string, child: number): LabPhoto {
    const { dice, site } = this;
    const [width, height] = dice.pick(SHAPES[site]);
    return {
      file: `${dice.digits(9)}_${dice.digits(17)}_${dice.digits(19)}_n.jpg`,
      id: site === 'instagram' ? String(BigInt(pk) + BigInt(child)) : `122${dice.digits(13)}`,
      width,
      height,
      scene,
    };
  }

  private replies(postedAt: number): LabComment[] {
    const { dice } = this;
    const room = Math.max(60, this.now - postedAt);
    const count = dice.pick([0, 1, 2, 3, 5, 8]);
    const out: LabComment[] = [];
    for (let i = 0; i < count; i++) {
      const author = dice.chance(0.12) ? dice.pick(this.cast.accounts) : dice.pick(this.cast.citizens);
      out.push({
        id: this.site === 'instagram' ? `18${dice.digits(15)}` : dice.digits(16),
        author,
        text: dice.pick(REPLIES),
        createdAt: postedAt + dice.int(30, room),
      });
    }
    return out.sort((a, b) => a.createdAt - b.createdAt);
  }

  private fill(text: string): string {
    const { dice } = this;
    return text
      .replaceAll('{jalan}', dice.pick(STREETS))
      .replaceAll('{desa}', dice.pick(VILLAGES))
      .replaceAll('{titik}', dice.pick(SPOTS))
      .replaceAll('{hari}', String(dice.int(2, 11)));
  }
}
