import { exactCount, shortCount } from '../format.ts';
import { CommentIcon, Heart, SaveIcon, ShareIcon } from './icons.tsx';
import { like } from './queries.ts';
import { type FragmentRef, useEnvironment, useFragment } from './relay.tsx';
import { Link } from './router.tsx';
import { current, x } from './session.ts';
import { shareSheet } from './sheet-state.ts';

/** Heart, comment, share, save: the first `section` of a post. */
export function ActionBar(props: { media: FragmentRef; onComment?: () => void }) {
  const media = useFragment(props.media);
  const environment = useEnvironment();
  const beside = current().counts === 'beside';
  const hidden = media.flag('like_and_view_counts_disabled');
  const likes = media.number('like_count') + (media.flag('has_liked') ? 1 : 0);
  const comments = media.number('comment_count');
  return (
    <section className={x('bar')}>
      <div className={x('group')}>
        <span>
          <div role="button" tabIndex={0} className={x('icon')} onClick={() => like(environment, media)}>
            <span>
              <Heart liked={media.flag('has_liked')} />
            </span>
          </div>
        </span>
        {beside && !hidden && likes > 0 && (
          <span role="button" tabIndex={0} className={x('count')}>
            {shortCount(likes)}
          </span>
        )}
        {!media.flag('comments_disabled') && (
          <span>
            <div role="button" tabIndex={0} className={x('icon')} onClick={props.onComment}>
              <CommentIcon />
            </div>
          </span>
        )}
        {beside && comments > 0 && (
          <span role="button" tabIndex={0} className={x('count')}>
            {shortCount(comments)}
          </span>
        )}
        <div role="button" tabIndex={0} className={x('icon')} onClick={() => shareSheet(media.text('code'))}>
          <ShareIcon />
        </div>
      </div>
      <div role="button" tabIndex={-1}>
        <div role="button" tabIndex={0} className={x('icon')}>
          <SaveIcon />
        </div>
      </div>
    </section>
  );
}

/** The line of likes: the second `section`, exact where the counts do not stand beside the icons. */
export function LikesLine(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const likes = media.number('like_count');
  const hidden = media.flag('like_and_view_counts_disabled');
  if (!hidden && (current().counts === 'beside' || likes === 0)) return null;
  return (
    <section className={x('line')}>
      <div>
        {hidden ? (
          <span dir="auto">
            Disukai oleh{' '}
            <Link to="/rimba.raya/" className={x('name')}>
              rimba.raya
            </Link>{' '}
            dan <span className={x('name')}>lainnya</span>
          </span>
        ) : (
          <Link to={`/p/${media.text('code')}/liked_by/`} className={x('name')}>
            <span dir="auto">
              <span>{exactCount(likes)}</span> suka
            </span>
          </Link>
        )}
      </div>
    </section>
  );
}
