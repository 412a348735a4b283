import type { LabPerson, LabPhoto, LabPost } from '../types.ts';
import { ORIGIN, permalinkOf, videoIdOf, videoUrlOf } from './paths.ts';
import { digits, hash32 } from './seeded.ts';
import type { Traits } from './traits.ts';
import type { Lang } from './words.ts';

export type Json = { [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | undefined | JsonValue[] | Json | object;

/** What a story needs beyond its post. */
export interface StoryEnv {
  seed: number;
  /** Epoch seconds. */
  now: number;
  /** A signed address of a photo, no wider than `width` if that is offered. */
  picture(
    photo: LabPhoto,
    size: 'small' | 'medium' | 'large',
  ): { uri: string; width: number; height: number };
  avatar(person: LabPerson): string;
  /** The post that a sharing post shares; null if it can no longer be seen. */
  sharedBy(post: LabPost): LabPost | null | undefined;
  lang: Lang;
}

const SCENES: Record<string, string> = {
  road: 'Mungkin gambar jalan',
  lamp: 'Mungkin gambar lampu jalan dan malam',
  waste: 'Mungkin gambar sampah dan luar ruangan',
  flood: 'Mungkin gambar air dan jalan',
  school: 'Mungkin gambar bangunan',
  tree: 'Mungkin gambar pohon dan jalan',
  pipe: 'Mungkin gambar pipa dan air',
  market: 'Mungkin gambar pasar dan orang',
};

/** `set=` of a photo link. */
export function photoSet(post: LabPost, traits: Traits): string {
  if (traits.photoSet === 'post') return `pcb.${post.id}`;
  return post.group ? `g.${post.group.id}` : `a.${digits(`album:${post.author.id}`, 15)}`;
}

export function photoMedia(photo: LabPhoto, env: StoryEnv, url: string): Json {
  return {
    __typename: 'Photo',
    __isMedia: 'Photo',
    id: photo.id,
    url,
    accessibility_caption: SCENES[photo.scene] ?? 'Mungkin gambar luar ruangan',
    image: env.picture(photo, 'small'),
    photo_image: env.picture(photo, 'medium'),
    viewer_image: env.picture(photo, 'large'),
  };
}

function videoMedia(post: LabPost, photo: LabPhoto, env: StoryEnv): Json {
  const id = videoIdOf(post);
  return {
    __typename: 'Video',
    __isMedia: 'Video',
    id,
    videoId: id,
    permalink_url: videoUrlOf(post),
    playable_duration_in_ms: 4000 + (hash32(post.id) % 90_000),
    thumbnailImage: env.picture(photo, 'medium'),
    preferred_thumbnail: { __typename: 'VideoThumbnail', image: env.picture(photo, 'large') },
    first_frame_thumbnail: env.picture(photo, 'small').uri,
  };
}

/** The attachments of a story: a photo, an album, a video, a card of another site, or nothing. */
export function attachmentsOf(post: LabPost, env: StoryEnv, traits: Traits, whole: boolean): Json[] {
  const [first] = post.photos;
  if (post.video && first) {
    const media = videoMedia(post, first, env);
    return [
      {
        media,
        styles: {
          __typename: 'StoryAttachmentVideoStyleRenderer',
          attachment: { url: media.permalink_url, media },
        },
      },
    ];
  }
  const linkOf = (photo: LabPhoto): string =>
    `${ORIGIN}/photo/?fbid=${photo.id}&set=${photoSet(post, traits)}`;
  if (first && post.photos.length === 1) {
    const media = photoMedia(first, env, linkOf(first));
    return [
      {
        media,
        styles: {
          __typename: 'StoryAttachmentPhotoStyleRenderer',
          attachment: { url: linkOf(first), media },
        },
      },
    ];
  }
  if (first) {
    const sent = traits.partialAlbum && !whole ? post.photos.slice(0, traits.visibleTiles) : post.photos;
    return [
      {
        media: { __typename: 'Photo', id: first.id },
        styles: {
          __typename:
            traits.visibleTiles === 5
              ? 'StoryAttachmentAlbumStyleRenderer'
              : 'StoryAttachmentAlbumColumnStyleRenderer',
          attachment: {
            mediaset_token: `pcb.${post.id}`,
            url: permalinkOf(post),
            all_subattachments: {
              count: post.photos.length,
              nodes: sent.map((photo) => ({
                url: linkOf(photo),
                media: photoMedia(photo, env, linkOf(photo)),
              })),
            },
          },
        },
      },
    ];
  }
  if (!traits.linkCard) return [];
  const n = digits(`news:${post.id}`, 5);
  return [
    {
      media: null,
      styles: {
        __typename: 'StoryAttachmentShareStyleRenderer',
        attachment: {
          url: `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://kabar-daerah.example/warta/${n}`)}&h=AT3`,
          source: { __typename: 'TextWithEntities', text: 'kabar-daerah.example' },
          title: `Warta daerah nomor ${n}: layanan publik pekan ini`,
        },
      },
    },
  ];
}
