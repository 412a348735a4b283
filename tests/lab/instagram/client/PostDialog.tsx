import { useEffect, useRef } from 'react';
import { routeOf } from '../paths.ts';
import { CaptionRow, CommentList } from './Comments.tsx';
import { CloseIcon } from './icons.tsx';
import { gridPosts } from './lists.ts';
import { MediaView } from './Media.tsx';
import { OldCaption } from './OldRows.tsx';
import { PostFoot, PostHeader, permalink } from './PostPage.tsx';
import { feedOf, loadPost, openedPost, profilePosts } from './queries.ts';
import { type FragmentRef, Reader, refOf, useFragment, useStore } from './relay.tsx';
import { closeDialog, go } from './router.tsx';
import { current, x } from './session.ts';

function Sheet(props: { media: FragmentRef }) {
  const Caption = current().rows === 'old' ? OldCaption : CaptionRow;
  const media = useFragment(props.media);
  const code = media.text('code');
  return (
    <article role="presentation" tabIndex={-1}>
      <div className={x('sheet')}>
        <div className={x('left')}>
          <MediaView media={refOf(media.id, 'PolarisPostMedia_media')} />
        </div>
        <div className={x('right')}>
          <PostHeader media={refOf(media.id, 'PolarisPostHeader_media')} />
          <hr className={x('rule')} />
          <div className={x('scroll')}>
            <ul className={x('list')}>
              <li>
                <Caption media={refOf(media.id, 'PolarisCaption_media')} />
              </li>
              <div>
                <div>
                  <CommentList code={code} more="button" />
                </div>
              </div>
            </ul>
          </div>
          <PostFoot media={refOf(media.id, 'PolarisPostFoot_media')} />
        </div>
      </div>
    </article>
  );
}

/** The posts of the page behind, in order. */
function neighbours(environment: ReturnType<typeof useStore>, over: string): Reader[] {
  const behind = routeOf(over);
  const tiles = gridPosts(environment, over);
  if (tiles) return tiles;
  if (behind.kind === 'profile') return profilePosts(environment, behind.user) ?? [];
  return feedOf(environment).items.flatMap((id) => {
    const item = Reader.at(environment, id);
    return item?.one('explore_story')?.one('media') ?? item?.one('media') ?? [];
  });
}

/** A post over the page that it was opened from. The arrows swap what it shows without closing it. */
export function PostDialog({ code, over }: { code: string; over: string }) {
  const environment = useStore();
  const media = openedPost(environment, code);
  const known = media !== null;
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (!known) loadPost(environment, code, false).catch(() => {});
  }, [environment, code, known]);
  if (media) last.current = media.id;
  const shown = media?.id ?? (current().lingering ? last.current : null);
  const all = neighbours(environment, over);
  const at = all.findIndex((one) => one.text('code') === code);
  const step = (to: number) => () => {
    const next = all[to];
    if (next) go(permalink(next), over);
  };
  const keys = useRef((_key: string): void => {});
  keys.current = (key) => {
    if (key === 'ArrowRight') step(at + 1)();
    else if (key === 'ArrowLeft') step(at - 1)();
    else if (key === 'Escape') closeDialog();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.target as Element).closest('textarea,input')) keys.current(event.key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <div className={x('veil')} onClick={(event) => event.target === event.currentTarget && closeDialog()}>
        <div role="dialog" aria-modal="true" className={x('dialog')}>
          {shown ? (
            <Sheet media={refOf(shown, 'PolarisPostModal_media')} />
          ) : (
            <div className={x('spin')} role="progressbar" data-visualcompletion="loading-state" />
          )}
        </div>
      </div>
      <div role="button" tabIndex={0} className={x('close')} onClick={closeDialog}>
        <CloseIcon />
      </div>
      {at > 0 && (
        <button
          type="button"
          aria-label="Kembali"
          className={x('pageArrow', 'toLeft')}
          onClick={step(at - 1)}
        >
          ‹
        </button>
      )}
      {at >= 0 && at < all.length - 1 && (
        <button
          type="button"
          aria-label="Berikutnya"
          className={x('pageArrow', 'toRight')}
          onClick={step(at + 1)}
        >
          ›
        </button>
      )}
    </>
  );
}
