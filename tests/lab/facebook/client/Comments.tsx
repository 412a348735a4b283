import { Avatar } from './Avatar.tsx';
import { type FragmentRef, type Node, useNode } from './environment.tsx';
import { tracked, x } from './look.ts';
import { Paragraphs } from './Text.tsx';

function Comment(props: { comment: Node }) {
  const author = props.comment.to('author');
  const link = props.comment.all('comment_action_links')[0]?.to('comment');
  if (!author || !link) return null;
  const name = author.text('name');
  const age = props.comment.text('age_label');
  const profile = `${author.text('url')}?comment_id=${encodeURIComponent(props.comment.id)}`;
  const href = author.text('url') ? tracked(profile, props.comment.id, 'R]-R') : null;
  return (
    <div aria-label={`Komentar oleh ${name} ${age}`} className={x('comment')} role="article" tabIndex={-1}>
      <Avatar href={href} part="commentAvatar" person={author} />
      <div className={x('headerText')}>
        <div className={x('bubble')}>
          {href ? (
            <a className={x('link')} href={href} role="link" tabIndex={0}>
              <span dir="auto">{name}</span>
            </a>
          ) : (
            <span dir="auto">{name}</span>
          )}
          <span dir="auto" lang="id-ID">
            <Paragraphs from={props.comment.id} text={props.comment.to('body')?.text('text') ?? ''} />
          </span>
        </div>
        <ul className={x('commentFoot')}>
          <li>
            <a
              className={x('quietLink')}
              href={tracked(link.text('url'), props.comment.id, 'R]-R')}
              role="link"
              tabIndex={0}
            >
              {age
                .replace(' yang lalu', '')
                .replace(
                  / (menit|jam|hari|minggu)$/,
                  (_, unit: string) => ` ${unit === 'minggu' ? 'mgg' : unit[0]}`,
                )}
            </a>
          </li>
          <li>
            <div role="button" tabIndex={0}>
              Suka
            </div>
          </li>
          <li>
            <div role="button" tabIndex={0}>
              Balas
            </div>
          </li>
        </ul>
      </div>
    </div>
  );
}

/** One to three comments under a post of a feed, or all that came with an opened one. */
export function CometUFICommentList(props: { story: FragmentRef; id: string; whole: boolean }) {
  const story = useNode(props.story.__id);
  const context = story?.to(
    'comet_sections',
    'feedback',
    'story',
    'story_ufi_container',
    'story',
    'feedback_context',
  );
  const whole = story?.to('feedback', 'comment_rendering_instance_for_feed_location', 'comments');
  const edges =
    props.whole && whole ? whole.all('edges') : (context?.all('interesting_top_level_comments') ?? []);
  const comments = edges.flatMap((edge) => edge.to('node') ?? []);
  if (comments.length === 0) return null;
  return (
    <div id={props.id}>
      {props.whole ? (
        <div aria-haspopup="menu" className={x('order')} role="button" tabIndex={0}>
          <span dir="auto">Paling relevan</span>
        </div>
      ) : null}
      <h3 className={x('hiddenHeading')}>Komentar</h3>
      <ul className={x('comments')}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} />
          </li>
        ))}
      </ul>
    </div>
  );
}
