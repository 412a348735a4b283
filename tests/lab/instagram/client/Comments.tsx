import { Time } from './FeedPost.tsx';
import { Heart } from './icons.tsx';
import { LinkAvatar, NameLink } from './Person.tsx';
import { commentsOf } from './queries.ts';
import { type FragmentRef, refOf, useFragment, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { x } from './session.ts';
import { RichText } from './Text.tsx';

/** The caption as the first row of the comments: a `time` of its own, a little later than the post's, without link. */
export function CaptionRow(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const caption = media.one('caption');
  const user = media.one('user');
  if (!caption || !user) return null;
  const owner = refOf(user.id, 'PolarisCaption_user');
  return (
    <div className={x('row')}>
      <LinkAvatar user={owner} />
      <div className={x('grow')}>
        <span dir="auto" className={x('caption')}>
          <div>
            <div>
              <NameLink user={owner} />
              &nbsp;
              <span className={x('muted')}>
                <Time at={caption.number('created_at')} />
              </span>
            </div>
            <span>
              <RichText text={caption.text('text')} />
            </span>
          </div>
        </span>
      </div>
    </div>
  );
}

function CommentRow(props: { comment: FragmentRef; code: string }) {
  const comment = useFragment(props.comment);
  const user = comment.one('user');
  if (!user) return null;
  const author = refOf(user.id, 'PolarisComment_user');
  const likes = comment.number('comment_like_count');
  return (
    <div>
      <div className={x('row')}>
        <LinkAvatar user={author} />
        <div className={x('grow')}>
          <div>
            <span dir="auto">
              <NameLink user={author} />
            </span>
            &nbsp;
            <span dir="auto" className={x('muted')}>
              <Link to={`/p/${props.code}/c/${comment.text('pk')}/`} className={x('muted')}>
                <Time at={comment.number('created_at')} />
              </Link>
            </span>
          </div>
          <div>
            <span dir="auto" className={x('caption')}>
              <RichText text={comment.text('text')} />
            </span>
          </div>
          <div className={x('actions')}>
            {likes > 0 && (
              <div role="button" tabIndex={0}>
                <span dir="auto">
                  <span>{likes} suka</span>
                </span>
              </div>
            )}
            <div role="button" tabIndex={0}>
              <span dir="auto">
                <span>Balas</span>
              </span>
            </div>
          </div>
        </div>
        <div role="button" tabIndex={0} className={x('icon')}>
          <div>
            <span>
              <Heart size={16} />
            </span>
          </div>
        </div>
      </div>
    </div>
  );
}

export function CommentList({ code }: { code: string }) {
  const environment = useStore();
  return commentsOf(environment, code).map((comment) => (
    <div key={comment.id}>
      <CommentRow comment={refOf(comment.id, 'PolarisComment_comment')} code={code} />
    </div>
  ));
}
