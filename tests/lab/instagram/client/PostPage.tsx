import { type ReactNode, useEffect } from 'react';
import { ActionBar, LikesLine } from './ActionBar.tsx';
import { CaptionRow, CommentList } from './Comments.tsx';
import { SecondLine, Time } from './FeedPost.tsx';
import { Tiles } from './Grid.tsx';
import { MoreIcon } from './icons.tsx';
import { MediaView } from './Media.tsx';
import { Byline, RingAvatar } from './Person.tsx';
import { loadPost, openedPost, relatedOf } from './queries.ts';
import { type FragmentRef, type Reader, refOf, useFragment, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { current, x } from './session.ts';

export const permalink = (media: Reader): string =>
  `/${media.one('user')?.text('username')}/${media.text('product_type') === 'clips' ? 'reel' : 'p'}/${media.text('code')}/`;

export function PostHeader(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const user = media.one('user');
  if (!user) return null;
  const owner = refOf(user.id, 'PolarisPostHeader_user');
  return (
    <div className={x('header')}>
      <span>
        <RingAvatar user={owner} />
      </span>
      <div className={x('grow')}>
        <div className={x('byline')}>
          <Byline media={refOf(media.id, 'PolarisPostByline_media')} />
          <div role="button" tabIndex={0} className={x('follow')}>
            Ikuti
          </div>
        </div>
        <span dir="auto" className={x('small')}>
          <SecondLine media={media} />
        </span>
      </div>
      <div role="button" tabIndex={0} className={x('icon')}>
        <MoreIcon />
      </div>
    </div>
  );
}

export function PostFoot(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  return (
    <>
      <ActionBar media={refOf(media.id, 'PolarisPostActions_media')} />
      <LikesLine media={refOf(media.id, 'PolarisPostLikes_media')} />
      <div>
        <Link to={permalink(media)} className={x('muted', 'small')}>
          <Time at={media.number('taken_at')} />
        </Link>
      </div>
      {!media.flag('comments_disabled') && (
        <section className={x('compose')}>
          <div>
            <form method="POST">
              <textarea
                aria-label="Tambahkan komentar…"
                placeholder="Tambahkan komentar…"
                autoComplete="off"
              />
            </form>
          </div>
        </section>
      )}
    </>
  );
}

function OpenPost(props: { media: FragmentRef; boxed: boolean }) {
  const media = useFragment(props.media);
  const code = media.text('code');
  return (
    <Split boxed={props.boxed}>
      <div className={x('left')}>
        <MediaView media={refOf(media.id, 'PolarisPostMedia_media')} positioned />
      </div>
      <div className={x('right')}>
        {props.boxed ? (
          <header>
            <PostHeader media={refOf(media.id, 'PolarisPostHeader_media')} />
          </header>
        ) : (
          <PostHeader media={refOf(media.id, 'PolarisPostHeader_media')} />
        )}
        <hr className={x('rule')} />
        <div className={x('scroll')}>
          <CaptionRow media={refOf(media.id, 'PolarisCaption_media')} />
          <CommentList code={code} more="scroll" />
        </div>
        <PostFoot media={refOf(media.id, 'PolarisPostFoot_media')} />
      </div>
    </Split>
  );
}

function Split({ boxed, children }: { boxed: boolean; children: ReactNode }) {
  if (!boxed) return <div className={x('split')}>{children}</div>;
  return (
    <article role="presentation" tabIndex={-1}>
      <div className={x('split')}>{children}</div>
    </article>
  );
}

/** One post as a page: on some addresses without an `article`, and a grid of other posts below. */
export function PostPage({ code, owned }: { code: string; owned: boolean }) {
  const environment = useStore();
  const media = openedPost(environment, code);
  const known = media !== null;
  useEffect(() => {
    if (!known) loadPost(environment, code, true).catch(() => {});
  }, [environment, code, known]);
  if (!media) return <div className={x('spin')} role="progressbar" data-visualcompletion="loading-state" />;
  const related = relatedOf(environment, code);
  const { article } = current();
  const boxed = article === 'always' || (article === 'owned' && owned);
  return (
    <div className={x('page')}>
      <OpenPost media={refOf(media.id, 'PolarisPost_media')} boxed={boxed} />
      <hr className={x('rule')} />
      {related.length > 0 && (
        <div>
          <span className={x('muted')}>Postingan lain dari {media.one('user')?.text('username')}</span>
          <Tiles posts={related} over={null} />
        </div>
      )}
    </div>
  );
}
