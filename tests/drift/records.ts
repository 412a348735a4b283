import { companion, quirk } from './instagram-quirks.ts';
import { Random } from './random.ts';
import type { Truth } from './truth.ts';

/** The JSON of islands and store, as the sites send it: stable leaf names under wrappers that move. */

export const IG_CDN = 'https://scontent.cdninstagram.com/v/t51.82787-15';
export const FB_CDN = 'https://scontent.fcgk1-1.fna.fbcdn.net/v/t39.30808-6';

const base64 = (text: string): string => btoa(text);

/** A number as the site happens to send it; long ones never lose digits, they stay strings. */
function id(value: string, random: Random): string | number {
  return random.chance(0.3) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

export function igMedia(truth: Truth, random: Random): Record<string, unknown> {
  const picture = (file: string) => ({
    image_versions2: {
      candidates: [
        { url: `${IG_CDN}/${file}.jpg?stp=dst-jpg_e35_tt6&oe=6B000000`, width: 1080, height: 1350 },
        { url: `${IG_CDN}/${file}.jpg?stp=c0.135.1080.1080a_dst-jpg&oe=6B000000`, width: 1080, height: 1080 },
      ],
    },
    original_width: 1080,
    original_height: 1350,
  });
  const many = truth.photos.length > 1;
  return {
    __typename: 'XDTMediaDict',
    pk: truth.alias,
    id: `${truth.alias}_${truth.author.id}`,
    code: truth.id,
    taken_at: truth.time,
    media_type: truth.video ? 2 : many ? 8 : 1,
    product_type: truth.video ? 'clips' : many ? 'carousel_container' : 'feed',
    user: { pk: id(truth.author.id, random), username: truth.author.handle, full_name: truth.author.name },
    owner: { id: truth.author.id },
    caption: truth.text ? { text: truth.text, created_at: truth.time + 3 } : null,
    ...(quirk(truth, 'together') && { coauthor_producers: [{ username: companion(truth, 'together') }] }),
    ...(quirk(truth, 'hidden') && { like_and_view_counts_disabled: true }),
    ...(quirk(truth, 'paid') && { is_paid_partnership: true }),
    like_count: quirk(truth, 'hidden') ? 3 : truth.likes,
    comment_count: truth.comments,
    location: truth.place ? { pk: 7001, name: truth.place } : null,
    ...(truth.video ? picture(truth.video.file) : picture(truth.photos[0]?.file ?? '')),
    ...(many && {
      carousel_media: truth.photos.map((photo) => ({ ...picture(photo.file), code: null, media_type: 1 })),
    }),
  };
}

export function fbStory(truth: Truth, random: Random): Record<string, unknown> {
  const url = permalinkOf(truth);
  const media = truth.video
    ? {
        __typename: 'Video',
        id: truth.video.id,
        preferred_thumbnail: {
          image: {
            uri: `https://scontent.fcgk1-1.fna.fbcdn.net/v/t15.5256-10/${truth.video.file}.jpg?oe=6B000000`,
            width: 720,
            height: 405,
          },
        },
      }
    : null;
  const photos = truth.photos.map((photo) => ({
    __typename: 'Photo',
    id: id(photo.id, random),
    [random.pick(['image', 'photo_image', 'viewer_image'])]: {
      uri: `${FB_CDN}/${photo.file}.jpg?oe=6B000000`,
      width: 1440,
      height: 960,
    },
  }));
  const attachment = media
    ? { media }
    : photos.length > 1
      ? {
          mediaset_token: `pcb.${truth.id}`,
          all_subattachments: { count: photos.length, nodes: photos.map((photo) => ({ media: photo })) },
        }
      : { media: photos[0] };
  const feedback = base64(`feedback:${truth.id}`);
  const story: Record<string, unknown> = {
    __typename: 'Story',
    id: base64(`S:_I${truth.author.id}:${truth.id}:${truth.id}`),
    post_id: id(truth.id, random),
    creation_time: truth.time,
    permalink_url: url,
    actors: [
      {
        __typename: truth.anonymous ? 'GroupAnonAuthorProfile' : 'User',
        id: truth.author.id || random.digits(15),
        name: truth.author.name,
        url: truth.anonymous ? null : `https://www.facebook.com/${truth.author.handle}`,
      },
    ],
    comet_sections: {
      content: { story: { message: { text: truth.text }, wwwURL: url } },
      context_layout: {
        story: {
          id: base64(`S:_I${truth.author.id}:${truth.id}:${truth.id}`),
          comet_sections: {
            metadata: [
              {
                __typename: 'CometFeedStoryMinimizedTimestampStrategy',
                story: { creation_time: truth.time, url },
              },
              {
                __typename: 'CometFeedStoryAudienceStrategy',
                story: { privacy_scope: { description: 'Publik' } },
              },
            ],
          },
        },
      },
    },
    attachments: media || photos.length > 0 ? [{ styles: { attachment } }] : [],
    feedback: {
      id: feedback,
      reaction_count: { count: truth.likes },
      comment_count: { total_count: truth.comments },
    },
    [`th_${random.letters(3)}_spo`]: null,
  };
  if (truth.group) story.to = { __typename: 'Group', id: truth.group.id, name: truth.group.name };
  return Object.fromEntries(random.shuffle(Object.entries(story)));
}

export function permalinkOf(truth: Truth): string {
  if (truth.site === 'instagram') return `/p/${truth.id}/`;
  if (truth.group) return `https://www.facebook.com/groups/${truth.group.id}/posts/${truth.id}/`;
  return `https://www.facebook.com/${truth.author.handle}/posts/${truth.alias}`;
}

/** Records under wrappers that change from one month to the next. */
export function wrapped(records: unknown[], random: Random): unknown {
  let inner: unknown = { edges: records.map((record) => ({ node: record, cursor: random.letters(8) })) };
  for (let i = random.int(1, 5); i > 0; i--) {
    const key = random.pick(['data', 'result', 'viewer', random.letters(7), `xdt_${random.letters(6)}`]);
    inner = random.chance(0.3) ? [key, null, { [key]: inner }] : { [key]: inner };
  }
  return { require: [['ScheduledServerJS', 'handle', null, [{ __bbox: inner }]]] };
}

/** A script element with records of posts in it. */
export function island(records: unknown[], marked: boolean, random: Random): string {
  const text = JSON.stringify(wrapped(records, random)).replaceAll('</', '<\\/');
  return `<script type="application/json"${marked ? ' data-sjs="" data-content-len="1"' : ''}>${text}</script>`;
}

export function recordOf(truth: Truth, random: Random): Record<string, unknown> {
  return truth.site === 'instagram' ? igMedia(truth, random) : fbStory(truth, random);
}

/** The same words by somebody else, at another time: the trap of joining by text alone. */
export function twinOf(truth: Truth): Truth {
  const random = new Random('twin', truth.id);
  return {
    ...truth,
    id: truth.site === 'instagram' ? `T${truth.id.slice(1)}` : random.digits(16),
    alias: truth.site === 'instagram' ? random.digits(19) : `pfbid0${random.letters(62)}`,
    author: { handle: `kembar.${random.letters(6)}`, id: `1000${random.digits(11)}`, name: 'Kembar Lain' },
    time: truth.time - 500,
    photos: truth.photos.map(() => ({
      id: random.digits(16),
      file: `${random.digits(9)}_${random.digits(12)}_n`,
    })),
    video: undefined,
  };
}
