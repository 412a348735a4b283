import { age, exactCount, longDate } from '../format.ts';
import { ActionBar, LikesLine } from './ActionBar.tsx';
import { MoreIcon } from './icons.tsx';
import { MediaView } from './Media.tsx';
import { Byline, NameLink, RingAvatar } from './Person.tsx';
import { type FragmentRef, type Reader, refOf, useFragment } from './relay.tsx';
import { go, Link } from './router.tsx';
import { current, x } from './session.ts';
import { CutText } from './Text.tsx';

export function Time({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={longDate(at)}>
      {age(at, current().now)}
    </time>
  );
}

/** The line under the name: place, paid partnership, suggestion or sound. */
export function SecondLine({ media, suggested }: { media: Reader; suggested?: boolean }) {
  const place = media.one('location');
  if (suggested) return <span dir="auto">Disarankan untuk Anda</span>;
  if (media.flag('is_paid_partnership')) return <span dir="auto">Kemitraan berbayar</span>;
  if (place) {
    return (
      <Link to={`/explore/locations/${place.number('pk')}/lokasi/`} className={x('muted', 'small')}>
        {place.text('name')}
      </Link>
    );
  }
  if (media.text('product_type') === 'clips') {
    return (
      <Link to={`/reels/audio/${media.text('pk').slice(0, 15)}/`} className={x('muted', 'small')}>
        Audio asli
      </Link>
    );
  }
  return <div />;
}

/** A post as the home feed shows it. */
export function FeedPost(props: { media: FragmentRef; suggested: boolean }) {
  const media = useFragment(props.media);
  const user = media.one('user');
  const code = media.text('code');
  const comments = media.number('comment_count');
  if (!user) return null;
  const owner = refOf(user.id, 'PolarisPostHeader_user');
  const touch = current().layout === 'touch';
  const open = (): void => (touch ? go(`/p/${code}/comments/`) : go(`/p/${code}/`, '/'));
  return (
    <div>
      <div className={x('header')}>
        <div>
          <RingAvatar user={owner} />
        </div>
        <div className={x('grow')}>
          <div className={x('byline')}>
            <Byline media={refOf(media.id, 'PolarisPostByline_media')} />
            <div className={x('muted')}>
              <span>•</span>{' '}
              <Link to={`/p/${code}/`} className={x('muted')}>
                <span>
                  <Time at={media.number('taken_at')} />
                </span>
              </Link>
            </div>
            {props.suggested && (
              <div role="button" tabIndex={0} className={x('follow')}>
                Ikuti
              </div>
            )}
          </div>
          <div className={x('small')}>
            <SecondLine media={media} suggested={props.suggested} />
          </div>
        </div>
        <div role="button" tabIndex={0} className={x('icon')}>
          <MoreIcon />
        </div>
      </div>
      <div>
        <MediaView media={refOf(media.id, 'PolarisPostMedia_media')} />
      </div>
      <div>
        <ActionBar media={refOf(media.id, 'PolarisPostActions_media')} onComment={open} />
        <LikesLine media={refOf(media.id, 'PolarisPostLikes_media')} />
        {media.one('caption') && (
          <div>
            <NameLink user={owner} /> <CutText key={code} text={media.one('caption')?.text('text') ?? ''} />
          </div>
        )}
        {comments > 0 && (
          <div>
            <Link
              to={touch ? `/p/${code}/comments/` : `/p/${code}/`}
              {...(touch ? {} : { over: '/' })}
              className={x('muted')}
            >
              <span dir="auto">Lihat semua {exactCount(comments)} komentar</span>
            </Link>
          </div>
        )}
        {!media.flag('comments_disabled') && (
          <section className={x('compose')}>
            <form>
              <textarea
                aria-label="Tambahkan komentar…"
                placeholder="Tambahkan komentar…"
                autoComplete="off"
              />
            </form>
          </section>
        )}
      </div>
    </div>
  );
}
