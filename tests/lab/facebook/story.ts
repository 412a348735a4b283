import type { LabItemKind, LabPost } from '../types.ts';
import { attachmentsOf, type Json, type StoryEnv } from './attachments.ts';
import { scrambled, shortAge } from './clock.ts';
import { ufiOf } from './feedback.ts';
import { feedbackId, storyId } from './ids.ts';
import { ORIGIN, permalinkOf, videoUrlOf } from './paths.ts';
import { groupOf, personOf, profileType } from './profiles.ts';
import { digits, hash32, token } from './seeded.ts';
import { cutText, type Traits, traitsOf } from './traits.ts';
import { word } from './words.ts';
import type { AdSign } from './world-more.ts';

function titleOf(post: LabPost, env: StoryEnv, id: string): Json {
  const place = post.place && traitsOf(post).placeIn === 'title' ? post.place : null;
  const strategy = post.group
    ? 'CometFeedStoryCommunityAttributionTitleStrategy'
    : 'CometFeedStoryTitleWithActorStrategy';
  const title = place
    ? {
        __typename: 'TextWithEntities',
        text: `${post.author.name}${word(env.lang, 'isAt')}${place}.`,
        ranges: [
          {
            offset: post.author.name.length + word(env.lang, 'isAt').length,
            length: place.length,
            entity: {
              __typename: 'Page',
              id: digits(`place:${place}`, 15),
              name: place,
              url: `${ORIGIN}/pages/${encodeURIComponent(place.replaceAll(' ', '-'))}/${digits(`place:${place}`, 15)}`,
            },
          },
        ],
      }
    : null;
  return { __typename: strategy, story: { id, title, actors: [personOf(post.author, env)] } };
}

/** Letters with nothing between them that can be seen. */
const zeroWidth = (text: string): string => [...text].join('\u200b');

function sponsorLabel(post: LabPost, env: StoryEnv, id: string, kind: LabItemKind, sign?: AdSign): Json[] {
  const about = {
    about_url: `/ads/about/?entry_product=ad_preferences&__cft__[0]=AZ${String(env.seed).length}`,
  };
  const name = word(env.lang, 'sponsored');
  const scrambledLabel = { id, ghl_label: scrambled(name, `${env.seed}:${post.id}`) };
  const story: Record<AdSign, Json | null> = {
    about: { id, sponsor_label: name, ...about },
    'zero-width': { id, sponsor_label: zeroWidth(env.lang === 'en' ? 'Ad' : name) },
    svg: { id, sponsor_label: name, sponsor_svg: true },
    'long-link': scrambledLabel,
    // These say nothing of themselves on the page; only their links and their answers do.
    call: null,
    silent: null,
  };
  const of =
    sign ??
    ({ 'ad-labelled': 'about', 'ad-scrambled': 'long-link' } as Partial<Record<LabItemKind, AdSign>>)[kind];
  const label = of ? story[of] : null;
  return label ? [{ __typename: 'CometStorySponsoredLabelStrategy', story: label }] : [];
}

function metadataOf(
  post: LabPost,
  env: StoryEnv,
  id: string,
  adKind: LabItemKind | undefined,
  sign?: AdSign,
): Json[] {
  const stamp = {
    __typename: 'CometFeedStoryMinimizedTimestampStrategy',
    story: {
      id,
      creation_time: post.postedAt,
      url: permalinkOf(post),
      ghl_label: scrambled(shortAge(post.postedAt, env.now, env.lang), `${env.seed}:${post.id}`),
    },
  };
  const out: Json[] = adKind ? sponsorLabel(post, env, id, adKind, sign) : [stamp];
  if (post.place && traitsOf(post).placeIn === 'metadata') {
    out.push({
      __typename: 'CometFeedStoryLocationStrategy',
      story: {
        id,
        implicit_place: {
          __typename: 'Page',
          id: digits(`place:${post.place}`, 15),
          contextual_name: post.place,
          url: `${ORIGIN}/pages/${encodeURIComponent(post.place.replaceAll(' ', '-'))}/${digits(`place:${post.place}`, 15)}`,
        },
      },
    });
  }
  out.push({
    __typename: 'CometFeedStoryAudienceStrategy',
    story: { id, privacy_scope: { description: word(env.lang, post.audience) } },
  });
  return out;
}

/** The words that an answer carries: all of them, except where the site keeps the rest for a further question. */
export function answeredText(post: LabPost): string {
  const cut = cutText(post.text);
  return traitsOf(post).expansion === 'fetch' && cut !== null ? `${cut}…` : post.text;
}

function strategyOf(traits: Traits, whole: boolean): string {
  if (traits.coloured) return 'FormattedBackground';
  return traits.expansion === 'fetch' && !whole ? 'Truncated' : 'Default';
}

export interface StoryOptions {
  kind?: LabItemKind;
  sign?: AdSign;
  /** How many comments come along. */
  comments?: number;
  /** Whole album, whatever the feed would send. */
  whole?: boolean;
  /** Inside another story: carries no story of its own. */
  nested?: boolean;
}

/**
 * A story as the answers of /api/graphql/ and the document's islands carry it. Every nested `story` has the id of the
 * whole one, so that all of them fall together in the store. Times are epoch seconds.
 */
export function storyOf(post: LabPost, env: StoryEnv, options: StoryOptions = {}): Json {
  const traits = traitsOf(post);
  const id = storyId(post.id);
  const ad = options.kind?.startsWith('ad-') === true;
  const sponsored = ad
    ? {
        __typename: 'SponsoredData',
        ad_id: digits(`ad:${post.id}`, 17),
        client_token: token(`ad:${post.id}`, 90),
      }
    : null;
  const url = permalinkOf(post);
  const message = {
    __typename: 'TextWithEntities',
    text: options.whole ? post.text : answeredText(post),
    ranges: [],
  };
  const shared = !options.nested && !ad && traits.reshares ? env.sharedBy(post) : undefined;
  return {
    __typename: 'Story',
    __isFeedUnit: 'Story',
    id,
    post_id: post.id,
    cache_id: digits(`cache:${post.id}`, 19),
    th_dat_spo: sponsored,
    ad_sign: options.sign ?? null,
    attached_story_gone: shared === null,
    permalink_url: post.video ? videoUrlOf(post) : url,
    creation_time: post.postedAt,
    feedback: {
      __typename: 'Feedback',
      id: feedbackId(post.id),
      owning_profile: { __typename: profileType(post.author), id: post.author.id, name: post.author.name },
      associated_group: post.group ? { __typename: 'Group', id: post.group.id } : null,
      can_viewer_comment: post.commentsOff !== true,
    },
    actors: [personOf(post.author, env)],
    to: post.group ? groupOf(post.group) : null,
    attached_story: options.nested ? undefined : shared ? storyOf(shared, env, { nested: true }) : null,
    attachments: attachmentsOf(post, env, traits, options.whole === true),
    comet_sections: {
      timestamp: ad
        ? null
        : {
            __typename: 'CometFeedStoryMinimizedTimestampStrategy',
            story: { id, creation_time: post.postedAt, url },
          },
      content: {
        __typename: 'CometFeedStoryDefaultContentStrategy',
        story: {
          id,
          wwwURL: url,
          th_dat_spo: sponsored,
          is_text_only_story: post.photos.length === 0,
          text_format_metadata: traits.coloured
            ? { preset_id: digits(`preset:${post.id}`, 15), style: hash32(`preset:${post.id}`) % 4 }
            : null,
          message,
          comet_sections: {
            message: {
              __typename: `CometFeedStory${strategyOf(traits, options.whole === true)}MessageRenderingStrategy`,
              story: { id, message },
            },
          },
        },
      },
      context_layout: {
        story: {
          id,
          comet_sections: {
            title: titleOf(post, env, id),
            metadata: metadataOf(post, env, id, ad ? options.kind : undefined, options.sign),
          },
        },
      },
      feedback: options.nested ? undefined : ufiOf(post, env, id, options.comments ?? 2),
    },
    ...(post.paidPartnership ? { branded_content_label: word(env.lang, 'paid') } : {}),
  };
}
