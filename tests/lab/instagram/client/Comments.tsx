import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shortCount } from '../format.ts';
import { Time } from './FeedPost.tsx';
import { Heart, PlusIcon } from './icons.tsx';
import { OldRow } from './OldRows.tsx';
import { LinkAvatar, NameLink } from './Person.tsx';
import { commentsOf, loadComments, loadReplies, repliesOf } from './queries.ts';
import { type FragmentRef, type Reader, refOf, useEnvironment, useFragment, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { current, x } from './session.ts';
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

export const gifOf = (comment: Reader): string | null =>
  comment.one('giphy_media_info')?.one('first_party_cdn_proxied_images')?.one('fixed_height')?.text('url') ??
  null;

/** Text-only buttons under a comment. */
function Small({ children, act }: { children: ReactNode; act?: () => void }) {
  return (
    <div role="button" tabIndex={0} onClick={act}>
      <span dir="auto">
        <span>{children}</span>
      </span>
    </div>
  );
}

function CommentRow(props: { comment: FragmentRef; path: string }) {
  const comment = useFragment(props.comment);
  const user = comment.one('user');
  if (!user) return null;
  const author = refOf(user.id, 'PolarisComment_user');
  const likes = comment.number('comment_like_count');
  const text = comment.text('text');
  const gif = gifOf(comment);
  return (
    <div className={x('row')}>
      <LinkAvatar user={author} />
      <div className={x('grow')}>
        <div>
          <span dir="auto">
            <NameLink user={author} />
          </span>
          &nbsp;
          <span dir="auto" className={x('muted')}>
            <Link to={props.path} className={x('muted')}>
              <Time at={comment.number('created_at')} />
            </Link>
          </span>
        </div>
        {gif ? (
          <div>
            <img alt="GIF" className={x('gif')} src={gif} />
          </div>
        ) : (
          <div>
            <span dir="auto" className={x('caption')}>
              <RichText text={text} />
            </span>
          </div>
        )}
        <div className={x('actions')}>
          {likes > 0 && <Small>{shortCount(likes)} suka</Small>}
          <Small>Balas</Small>
          {text.includes('ulun') && <Small>Lihat terjemahan</Small>}
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
  );
}

const rowOf = (boxed: boolean): typeof CommentRow =>
  boxed && current().rows === 'old' ? OldRow : CommentRow;

/** The answers to a comment: asked for, then shown deeper. */
function Replies({ comment, code, boxed }: { comment: Reader; code: string; boxed: boolean }) {
  const environment = useStore();
  const Row = rowOf(boxed);
  const [open, setOpen] = useState(false);
  const count = comment.number('child_comment_count');
  const pk = comment.text('pk');
  const replies = repliesOf(environment, pk);
  if (count === 0) return null;
  const toggle = (): void => {
    setOpen(!open);
    if (!open && replies.length === 0) loadReplies(environment, code, pk).catch(() => {});
  };
  return (
    <ul className={x('list', 'replies')}>
      <li>
        {boxed ? (
          <button type="button" className={x('bare', 'small')} onClick={toggle}>
            <span>{open && replies.length > 0 ? 'Sembunyikan balasan' : `Lihat balasan (${count})`}</span>
          </button>
        ) : (
          <Small act={toggle}>
            {open && replies.length > 0 ? 'Sembunyikan semua balasan' : `Lihat semua ${count} balasan`}
          </Small>
        )}
      </li>
      {open &&
        replies.map((reply) => (
          <div key={reply.id}>
            <Row
              comment={refOf(reply.id, 'PolarisComment_comment')}
              path={`/p/${code}/c/${pk}/r/${reply.text('pk')}/`}
            />
          </div>
        ))}
    </ul>
  );
}

function CommentItem({ comment, code, boxed }: { comment: Reader; code: string; boxed: boolean }) {
  const Row = rowOf(boxed);
  return (
    <div>
      <div>
        <Row
          comment={refOf(comment.id, 'PolarisComment_comment')}
          path={`/p/${code}/c/${comment.text('pk')}/`}
        />
      </div>
      <Replies comment={comment} code={code} boxed={boxed} />
    </div>
  );
}

/** More comments come when this comes into view. */
function Sentinel({ load }: { load: () => void }) {
  const node = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!node.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load();
    });
    observer.observe(node.current);
    return () => observer.disconnect();
  }, [load]);
  return (
    <div>
      <div
        ref={node}
        role="progressbar"
        className={x('spin')}
        data-visualcompletion="loading-state"
        aria-valuetext="Memuat…"
      />
    </div>
  );
}

/** The comments of a post. More of them come by scrolling on a page, by a button in a dialog. */
export function CommentList({ code, more }: { code: string; more: 'scroll' | 'button' }) {
  const environment = useStore();
  const list = commentsOf(environment, code);
  const load = useLoading(code);
  const [shown, setShown] = useState(false);
  const covered = list.comments.filter((comment) => comment.flag('is_covered'));
  const items = list.comments.filter((comment) => shown || !comment.flag('is_covered'));
  return (
    <>
      {items.map((comment) => (
        <CommentItem key={comment.id} comment={comment} code={code} boxed={more === 'button'} />
      ))}
      {list.more && more === 'scroll' && <Sentinel load={load} />}
      {list.more && more === 'button' && (
        <li>
          <div className={x('plus')}>
            <button type="button" className={x('bare')} onClick={load}>
              <PlusIcon />
            </button>
          </div>
        </li>
      )}
      {covered.length > 0 && !shown && (
        <div role="button" tabIndex={0} className={x('muted', 'small')} onClick={() => setShown(true)}>
          <span>Lihat komentar tersembunyi</span>
        </div>
      )}
    </>
  );
}

function useLoading(code: string): () => void {
  const environment = useEnvironment();
  const busy = useRef(false);
  const load = useRef((): void => {});
  load.current = () => {
    if (busy.current) return;
    busy.current = true;
    loadComments(environment, code)
      .catch(() => {})
      .finally(() => {
        busy.current = false;
      });
  };
  return useRef(() => load.current()).current;
}
