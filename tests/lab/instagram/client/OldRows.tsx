import { shortCount } from '../format.ts';
import { gifOf } from './Comments.tsx';
import { Time } from './FeedPost.tsx';
import { Heart } from './icons.tsx';
import { LinkAvatar, NameLink } from './Person.tsx';
import { type FragmentRef, refOf, useFragment } from './relay.tsx';
import { Link } from './router.tsx';
import { x } from './session.ts';
import { RichText } from './Text.tsx';

/** A comment as the dialog showed it before 2023: name, words, then one line with the time and the small actions. */
export function OldRow(props: { comment: FragmentRef; path: string }) {
  const comment = useFragment(props.comment);
  const user = comment.one('user');
  if (!user) return null;
  const author = refOf(user.id, 'PolarisComment_user');
  const likes = comment.number('comment_like_count');
  const gif = gifOf(comment);
  return (
    <ul className={x('list')}>
      <div role="button" tabIndex={-1}>
        <li tabIndex={-1}>
          <div className={x('row')}>
            <div>
              <LinkAvatar user={author} />
            </div>
            <div className={x('grow')}>
              <h3 className={x('plain')}>
                <NameLink user={author} />
              </h3>
              <div>
                {gif ? (
                  <img alt="GIF" className={x('gif')} src={gif} />
                ) : (
                  <span dir="auto" className={x('caption')}>
                    <RichText text={comment.text('text')} />
                  </span>
                )}
              </div>
              <div className={x('actions')}>
                <Link to={props.path} className={x('muted')}>
                  <Time at={comment.number('created_at')} />
                </Link>
                {likes > 0 && (
                  <button type="button" className={x('slim')}>
                    <span>{shortCount(likes)} suka</span>
                  </button>
                )}
                <button type="button" className={x('slim')}>
                  <span>Balas</span>
                </button>
              </div>
            </div>
            <span>
              <div role="button" tabIndex={0} className={x('icon')}>
                <Heart size={12} />
              </div>
            </span>
          </div>
        </li>
      </div>
    </ul>
  );
}

/** The caption above such comments: its author in a heading, its words in another. */
export function OldCaption(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const caption = media.one('caption');
  const user = media.one('user');
  if (!caption || !user) return null;
  const owner = refOf(user.id, 'PolarisCaption_user');
  return (
    <div role="button" tabIndex={-1}>
      <div className={x('row')}>
        <div>
          <LinkAvatar user={owner} />
        </div>
        <div className={x('grow')}>
          <h2 className={x('plain')}>
            <NameLink user={owner} />
          </h2>
          <div className={x('caption')}>
            <h1 className={x('plain')} dir="auto">
              <RichText text={caption.text('text')} />
            </h1>
          </div>
          <div className={x('actions')}>
            <Time at={caption.number('created_at')} />
          </div>
        </div>
      </div>
    </div>
  );
}
