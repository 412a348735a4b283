import { useState } from 'react';
import { cutCaption, exactCount, longDate } from '../format.ts';
import { ActionBar, LikesLine } from './ActionBar.tsx';
import { SecondLine } from './FeedPost.tsx';
import { MoreIcon } from './icons.tsx';
import { MediaView } from './Media.tsx';
import { Byline, NameLink, RingAvatar } from './Person.tsx';
import { permalink } from './PostPage.tsx';
import { type FragmentRef, type Reader, refOf, useFragment } from './relay.tsx';
import { go, Link } from './router.tsx';
import { x } from './session.ts';
import { RichText } from './Text.tsx';

function Caption({ media }: { media: Reader }) {
  const text = media.one('caption')?.text('text') ?? '';
  const user = media.one('user');
  const [whole, setWhole] = useState(false);
  if (!text || !user) return null;
  const head = whole ? null : cutCaption(text);
  return (
    <div>
      <NameLink user={refOf(user.id, 'PolarisCaption_user')} />
      <span dir="auto"> </span>
      <span dir="auto" className={x('caption')}>
        <div>
          <h1 dir="auto">
            <RichText text={head ?? text} />
          </h1>
          {head !== null && (
            <span>
              ...{' '}
              <div
                role="button"
                aria-disabled="false"
                tabIndex={0}
                className={x('more')}
                onClick={() => setWhole(true)}
              >
                <span dir="auto">lainnya</span>
              </div>
            </span>
          )}
        </div>
      </span>
    </div>
  );
}

/** A post in the layout for telephones: what stands in its `article`. */
export function TouchPost(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const user = media.one('user');
  const code = media.text('code');
  const comments = media.number('comment_count');
  if (!user) return null;
  return (
    <div>
      <header className={x('header')}>
        <div>
          <RingAvatar user={refOf(user.id, 'PolarisPostHeader_user')} />
        </div>
        <div className={x('grow')}>
          <div className={x('byline')}>
            <Byline media={refOf(media.id, 'PolarisPostByline_media')} />
            <span>•</span>
            <button type="button" className={x('bare', 'follow')}>
              <div>
                <div dir="auto">Ikuti</div>
              </div>
            </button>
          </div>
          <span dir="auto" className={x('small')}>
            <SecondLine media={media} />
          </span>
        </div>
        <div role="button" tabIndex={0} className={x('icon')}>
          <MoreIcon />
        </div>
      </header>
      <div>
        <MediaView media={refOf(media.id, 'PolarisPostMedia_media')} positioned />
      </div>
      <div className={x('inset')}>
        <div>
          <ActionBar
            media={refOf(media.id, 'PolarisPostActions_media')}
            onComment={() => go(`/p/${code}/comments/`)}
          />
          <LikesLine media={refOf(media.id, 'PolarisPostLikes_media')} />
        </div>
        <Caption key={code} media={media} />
        {comments > 0 && (
          <div>
            <Link to={`/p/${code}/comments/`} className={x('muted')}>
              <span dir="auto">
                Lihat semua <span>{exactCount(comments)}</span> komentar
              </span>
            </Link>
          </div>
        )}
        <div>
          <div dir="auto">
            <Link to={permalink(media)} className={x('muted', 'small')}>
              <span dir="auto">
                <time dateTime={new Date(media.number('taken_at') * 1000).toISOString()}>
                  {longDate(media.number('taken_at'))}
                </time>
              </span>
            </Link>
          </div>
        </div>
      </div>
    </div>
  );
}
