import { useEffect } from 'react';
import type { Route } from '../paths.ts';
import { CommentList } from './Comments.tsx';
import { Feed } from './Feed.tsx';
import { GridPage, Profile } from './Grid.tsx';
import { BackIcon, navIcons } from './icons.tsx';
import { hasComments, loadComments, loadPost, openedPost } from './queries.ts';
import { type Reader, refOf, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { x } from './session.ts';
import { TouchPost } from './TouchPost.tsx';

function Bar({ title }: { title: string }) {
  return (
    <nav>
      <div>
        <header>
          <div className={x('touchBar')}>
            <Link to="/">
              <span>
                <BackIcon />
              </span>
            </Link>
            <h1>{title}</h1>
            <i />
          </div>
        </header>
      </div>
    </nav>
  );
}

function useOpened(code: string, comments: boolean): Reader | null {
  const environment = useStore();
  const media = openedPost(environment, code);
  const known = media !== null && (!comments || hasComments(environment, code));
  useEffect(() => {
    if (known) return;
    (comments ? loadComments(environment, code) : loadPost(environment, code, false)).catch(() => {});
  }, [environment, code, known, comments]);
  return media;
}

function OpenTouchPost({ code }: { code: string }) {
  const media = useOpened(code, false);
  return (
    <>
      <Bar title="Postingan" />
      {media && (
        <article className={x('article')}>
          <TouchPost media={refOf(media.id, 'PolarisPost_media')} />
        </article>
      )}
    </>
  );
}

/** Comments have a page of their own, without the post. */
function TouchComments({ code }: { code: string }) {
  useOpened(code, true);
  return (
    <>
      <Bar title="Komentar" />
      <div className={x('inset')}>
        <CommentList code={code} more="button" />
      </div>
    </>
  );
}

/** The layout for telephones. Nothing opens as a dialog. */
export function TouchFrame({ path, route }: { path: string; route: Route }) {
  return (
    <section className={x('root')}>
      <main role="main" className={x('main')}>
        <div className={x('touch')}>
          {route.kind === 'feed' && <Feed />}
          {route.kind === 'post' &&
            (route.sub === 'comments' ? (
              <TouchComments key={route.code} code={route.code} />
            ) : (
              <OpenTouchPost key={route.code} code={route.code} />
            ))}
          {route.kind === 'profile' && !route.tab && <Profile key={path} user={route.user} />}
          {(route.kind === 'explore' || route.kind === 'tag') && (
            <GridPage key={path} path={path} route={route} />
          )}
        </div>
      </main>
      <div className={x('touchNav')}>
        {navIcons.map((item) => (
          <Link key={item.path} to={item.path}>
            {item.icon}
          </Link>
        ))}
      </div>
    </section>
  );
}
