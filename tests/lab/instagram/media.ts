import { hash, random } from '../random.ts';
import type { LabContext, PhotoVariant } from '../routes.ts';
import type { LabPerson, LabPhoto, LabPost } from '../types.ts';

export type Json = { [key: string]: unknown };

const SCENES: Record<string, string> = {
  road: 'jalan',
  lamp: 'malam dan lampu jalan',
  waste: 'sampah',
  flood: 'banjir dan rumah',
  school: 'bangunan',
  tree: 'pohon dan kabel',
  pipe: 'air',
  market: 'pasar dan beberapa orang',
};

export function userOf(person: LabPerson, context: LabContext): Json {
  const picture = context.avatar(person);
  return {
    __typename: 'XDTUserDict',
    id: person.id,
    pk: person.id,
    username: person.handle,
    full_name: person.name,
    is_verified: person.verified === true,
    is_private: false,
    is_unpublished: false,
    profile_pic_url: picture,
    hd_profile_pic_url_info: { url: picture },
    friendship_status: { following: true, is_restricted: false },
  };
}

/** A commenter, who has no full name in these answers. */
export function commenterOf(person: LabPerson, context: LabContext): Json {
  return {
    __typename: 'XDTUserDict',
    id: person.id,
    pk: person.id,
    username: person.handle,
    is_verified: person.verified === true,
    is_unpublished: null,
    profile_pic_url: context.avatar(person),
    fbid_v2: `178414${person.id}`,
  };
}

/** Uncropped sizes in falling order, then the square crops. */
function candidates(photo: LabPhoto, context: LabContext): Json[] {
  const variants: PhotoVariant[] = ['full', 'large', 'medium', 'small', 'square', 'square-small'];
  const seen = new Set<string>();
  return variants.flatMap((variant) => {
    const { width, height } = context.size(photo, variant);
    const key = `${width}x${height}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ url: context.sign(photo, variant), width, height }];
  });
}

function childOf(post: LabPost, photo: LabPhoto, context: LabContext): Json {
  return {
    __typename: 'XDTMediaDict',
    id: `${photo.id}_${post.author.id}`,
    pk: photo.id,
    media_type: photo.video ? 2 : 1,
    accessibility_caption: photo.video ? null : altOf(post, photo),
    image_versions2: { candidates: candidates(photo, context) },
    original_width: photo.width === 720 ? 1080 : photo.width,
    original_height: photo.width === 720 ? Math.round(photo.height * 1.5) : photo.height,
    carousel_parent_id: `${post.pk}_${post.author.id}`,
    video_versions: photo.video ? [{ type: 101, width: 720, height: 1280, url: videoUrl(photo.id) }] : null,
  };
}

export function altOf(post: LabPost, photo: LabPhoto): string {
  return `Foto oleh ${post.author.name}. Mungkin gambar ${SCENES[photo.scene] ?? 'luar ruangan'}.`;
}

/** The media object of a post or ad, with the fields that the site's queries carry. */
export function mediaOf(post: LabPost, context: LabContext, ad = false): Json {
  const [first] = post.photos;
  const many = post.photos.length > 1;
  const dice = random(`media:${post.pk}`);
  return {
    __typename: 'XDTMediaDict',
    id: `${post.pk}_${post.author.id}`,
    pk: post.pk,
    code: post.id,
    ad_id: ad ? dice.digits(17) : null,
    taken_at: post.postedAt,
    media_type: many ? 8 : post.video ? 2 : 1,
    product_type: ad ? 'ad' : many ? 'carousel_container' : post.video ? 'clips' : 'feed',
    user: userOf(post.author, context),
    // The owner is a bare id in these answers.
    owner: { __typename: 'XDTUserDict', id: post.author.id, pk: post.author.id },
    coauthor_producers: (post.coAuthors ?? []).map((person) => userOf(person, context)),
    invited_coauthor_producers: [],
    caption: post.text
      ? {
          __typename: 'XDTCommentDict',
          pk: `18${dice.digits(15)}`,
          text: post.text,
          created_at: post.postedAt + 1 + dice.int(0, 4),
          has_translation: null,
        }
      : null,
    caption_is_edited: false,
    accessibility_caption: first && !many ? altOf(post, first) : null,
    image_versions2: first ? { candidates: candidates(first, context) } : null,
    original_width: first?.width ?? null,
    original_height: first?.height ?? null,
    carousel_media: many ? post.photos.map((photo) => childOf(post, photo, context)) : null,
    carousel_media_count: many ? post.photos.length : null,
    video_versions: post.video ? [{ type: 101, width: 720, height: 1280, url: videoUrl(post.pk) }] : null,
    like_count: post.likes ?? 3,
    comment_count: post.comments,
    view_count: null,
    media_repost_count: post.shares,
    like_and_view_counts_disabled: post.likes === null,
    comments_disabled: post.commentsOff ? true : null,
    commenting_disabled_for_viewer: null,
    is_paid_partnership: post.paidPartnership === true,
    sponsor_tags: null,
    location: post.place
      ? {
          __typename: 'XDTLocationDict',
          pk: 100_000_000 + (hash(post.place) % 900_000_000),
          name: post.place,
          lat: -2.6,
          lng: 112.9,
        }
      : null,
    has_liked: false,
    inventory_source: null,
    organic_tracking_token: dice.letters(40, 'abcdefghijklmnopqrstuvwxyz0123456789'),
  };
}

const videoUrl = (pk: string): string =>
  `https://scontent.cdninstagram.com/o1/v/t16/f2/m86/${pk}.mp4?_nc_ht=scontent&oh=00_Af0&oe=0`;
