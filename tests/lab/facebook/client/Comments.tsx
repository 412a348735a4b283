import { type ReactNode, useState } from 'react';
import { hash32 } from '../seeded.ts';
import { Avatar } from './Avatar.tsx';
import { type FragmentRef, type Node, useEnvironment, useNode } from './environment.tsx';
import { current, tracked, w, x } from './look.ts';
import { useNavigation } from './navigation.tsx';
import { loadComments } from './queries.ts';
import { useShown } from './shown.ts';
import { Paragraphs } from './Text.tsx';

const RENDERER = 'comet_comment_author_name_and_badges_renderer';

function Photo(props: { comment: Node }) {
  const media = props.comment.all('attachments')[0]?.to('style_type_renderer', 'attachment', 'media');
  const image = media?.to('image(height:590,width:590)');
  if (!media || !image) return null;
  return (
    <div className={x('commentPhotoBox')}>
      <a href={tracked(media.text('url'), props.comment.id, 'R]-R')} role="link" tabIndex={0}>
        <img
          alt={media.text('accessibility_caption')}
          className={x('commentPhoto')}
          referrerPolicy="origin-when-cross-origin"
          src={image.text('uri')}
        />
      </a>
    </div>
  );
}

function Foot(props: { comment: Node; url: string }) {
  const liked = Number(props.comment.to('feedback', 'reactors')?.text('count_reduced') ?? 0);
  const button = (text: string): ReactNode => (
    <li>
      <div role="button" tabIndex={0}>
        {text}
      </div>
    </li>
  );
  const age = (
    <li>
      <a
        className={x('quietLink')}
        href={tracked(props.url, props.comment.id, 'R]-R')}
        role="link"
        tabIndex={0}
      >
        {props.comment.text('tiny_age_label')}
      </a>
    </li>
  );
  // Where the small line begins with the age, and where with "like", differs from account to account.
  const ageFirst = hash32(current().salt) % 3 !== 0;
  return (
    <div className={x('row')}>
      <ul className={x('commentFoot')}>
        {ageFirst ? age : null}
        {button(w('like'))}
        {button(w('reply'))}
        {ageFirst ? null : age}
      </ul>
      {liked > 0 ? (
        <div
          aria-label={w('reaction', { name: w('like'), n: liked })}
          className={x('count')}
          role="button"
          tabIndex={0}
        >
          <span>{`👍 ${liked}`}</span>
        </div>
      ) : null}
    </div>
  );
}

function Comment(props: { comment: Node; post: string; to: string }) {
  const { comment, post } = props;
  const ref = useShown('comment', comment.text('legacy_fbid'), post);
  const [opened, setOpened] = useState('');
  const author = comment.to('author');
  const link = comment.all('comment_action_links')[0]?.to('comment');
  if (!author || !link) return null;
  const name = author.text('name');
  const values = { name, to: props.to, age: comment.text('age_label') };
  const profile = `${author.text('url')}?comment_id=${encodeURIComponent(comment.id)}`;
  const href = author.text('url') ? tracked(profile, comment.id, 'R]-R') : null;
  const badge = comment.to(RENDERER, 'comment')?.all('identity_badges_web')[0]?.text('title');
  const text = comment.to('body')?.text('text') ?? '';
  const replies = (comment.to('feedback', 'replies_connection')?.all('edges') ?? []).flatMap(
    (e) => e.to('node') ?? [],
  );
  // Replies stand within the comment's own box for some accounts, behind it for others.
  const inside = hash32(`inside:${current().salt}`) % 2 === 0;
  const all = comment.number('depth') > 0 || opened === comment.id;
  const below = replies.length ? (
    <div className={x('replies')}>
      {all ? (
        replies.map((reply) => <Comment comment={reply} key={reply.id} post={post} to={name} />)
      ) : (
        <div className={x('count')} onClick={() => setOpened(comment.id)} role="button" tabIndex={0}>
          <span dir="auto">
            {w('viewReplies', { n: comment.to('feedback', 'replies_fields')?.number('total_count') ?? 0 })}
          </span>
        </div>
      )}
    </div>
  ) : null;
  const box = (
    <div
      aria-label={w(comment.number('depth') > 0 ? 'replyBy' : 'commentBy', values)}
      className={x('comment')}
      ref={ref}
      role="article"
      tabIndex={-1}
    >
      <Avatar href={href} part="commentAvatar" person={author} />
      <div className={x('headerText')}>
        <div className={x('bubble')}>
          {badge ? <div className={x('badge')}>{badge}</div> : null}
          {href ? (
            <a className={x('link')} href={href} role="link" tabIndex={0}>
              <span dir="auto">{name}</span>
            </a>
          ) : (
            <span dir="auto">{name}</span>
          )}
          {text ? (
            <span dir="auto" lang="id-ID">
              <Paragraphs from={comment.id} text={text} />
            </span>
          ) : null}
        </div>
        <Photo comment={comment} />
        <Foot comment={comment} url={link.text('url')} />
        {inside ? below : null}
      </div>
    </div>
  );
  return inside ? (
    box
  ) : (
    <>
      {box}
      {below}
    </>
  );
}

function Order(props: { order: string; onOrder: (order: 'relevant' | 'all') => void }) {
  const [open, setOpen] = useState(false);
  const choose = (order: 'relevant' | 'all'): void => {
    setOpen(false);
    props.onOrder(order);
  };
  return (
    <div className={x('unit')}>
      <div
        aria-expanded={open}
        aria-haspopup="menu"
        className={x('order')}
        onClick={() => setOpen(!open)}
        role="button"
        tabIndex={0}
      >
        <span dir="auto">{w(props.order === 'all' ? 'all' : 'relevant')}</span>
      </div>
      {open ? (
        <div className={x('popup')} role="menu">
          {(['relevant', 'all'] as const).map((order) => (
            <div
              className={x('order')}
              key={order}
              onClick={() => choose(order)}
              role="menuitem"
              tabIndex={0}
            >
              {w(order)}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** One to three comments under a post of a feed; those that came with an opened one, and more when asked for. */
export function CometUFICommentList(props: { story: FragmentRef; id?: string; whole: boolean }) {
  const environment = useEnvironment();
  const navigation = useNavigation();
  const story = useNode(props.story.__id);
  const context = story?.to(
    'comet_sections',
    'feedback',
    'story',
    'story_ufi_container',
    'story',
    'feedback_context',
  );
  const whole = props.whole
    ? story?.to('feedback', 'comment_rendering_instance_for_feed_location', 'comments')
    : null;
  const edges = whole ? whole.all('edges') : (context?.all('interesting_top_level_comments') ?? []);
  const comments = edges.flatMap((edge) => edge.to('node') ?? []);
  if (!story || comments.length === 0) return null;
  const post = story.text('post_id');
  const [author] = story.all('actors');
  const order = whole?.text('order') === 'all' ? 'all' : 'relevant';
  const more = (): void => {
    void loadComments(environment, post, comments.length, order);
  };
  const url = story.text('url(site:"www")');
  return (
    <div id={props.id}>
      {props.whole ? (
        <Order onOrder={(o) => void loadComments(environment, post, 0, o)} order={order} />
      ) : null}
      <h3 className={x('hiddenHeading')}>{w('comments')}</h3>
      <ul className={x('comments')}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} post={post} to={author?.text('name') ?? ''} />
          </li>
        ))}
      </ul>
      {whole?.to('page_info')?.value('has_next_page') === true ? (
        <div className={x('order')} onClick={more} role="button" tabIndex={0}>
          <span dir="auto">{w('moreComments')}</span>
        </div>
      ) : null}
      {!props.whole && comments.length > 1 ? (
        <div className={x('order')} onClick={() => navigation.open(url)} role="button" tabIndex={0}>
          <span dir="auto">{w('moreComments')}</span>
        </div>
      ) : null}
      {props.whole ? (
        <div className={x('composer')}>
          <div className={x('dot')} />
          <div
            aria-label={w('writeComment')}
            className={x('composerField')}
            contentEditable
            role="textbox"
            suppressContentEditableWarning
          />
        </div>
      ) : null}
    </div>
  );
}
