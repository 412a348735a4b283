import { useEffect } from 'react';
import type { ProfileTab, Route } from '../paths.ts';
import { CarouselIcon, ClipIcon } from './icons.tsx';
import { gridPosts, loadGrid } from './lists.ts';
import { shownSource } from './Media.tsx';
import { permalink } from './PostPage.tsx';
import { loadProfile, profilePosts } from './queries.ts';
import { type Reader, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { current, x } from './session.ts';

/** Tiles of posts; they open as a dialog over the page `over`, or as a page. `plain` links have no handle. */
export function Tiles({ posts, over, plain }: { posts: Reader[]; over: string | null; plain?: boolean }) {
  return (
    <div className={x('grid')}>
      {posts.map((media) => (
        <Link
          key={media.id}
          to={plain ? `/p/${media.text('code')}/` : permalink(media)}
          className={x('tile')}
          {...(over ? { over } : {})}
        >
          <div>
            <img
              alt={media.one('caption')?.text('text') || media.text('accessibility_caption')}
              crossOrigin="anonymous"
              src={shownSource(media, 640)}
            />
          </div>
          {media.number('media_type') === 8 && <CarouselIcon />}
          {media.text('product_type') === 'clips' && <ClipIcon />}
        </Link>
      ))}
    </div>
  );
}

const TABS: readonly [ProfileTab, string, string][] = [
  ['posts', '', 'Postingan'],
  ['reels', 'reels/', 'Reel'],
  ['tagged', 'tagged/', 'Ditandai'],
];

function Head({ user, posts }: { user: string; posts: Reader[] }) {
  const mine = user === current().viewer;
  return (
    <>
      <header>
        <section>
          <h2 className={x('title')} dir="auto">
            {user}
          </h2>
          <div>
            <span>{posts.length} postingan</span>
          </div>
          <div>
            <span dir="auto">{posts[0]?.one('user')?.text('full_name')}</span>
          </div>
        </section>
      </header>
      <div className={x('tabs')} role="tablist">
        {[...TABS, ...(mine ? [['saved', 'saved/', 'Disimpan'] as const] : [])].map(([tab, part, label]) => (
          <Link key={tab} to={`/${user}/${part}`}>
            {label}
          </Link>
        ))}
      </div>
    </>
  );
}

/** Covers of reels: pictures behind, not `img`s. */
function Covers({ posts, over }: { posts: Reader[]; over: string }) {
  return (
    <div className={x('grid')}>
      {posts.map((media) => (
        <Link key={media.id} to={permalink(media)} over={over} className={x('tile')}>
          <div>
            <div className={x('poster')} style={{ backgroundImage: `url("${shownSource(media, 640)}")` }} />
          </div>
        </Link>
      ))}
    </div>
  );
}

export function Profile({ user }: { user: string }) {
  const environment = useStore();
  const posts = profilePosts(environment, user);
  const known = posts !== null;
  useEffect(() => {
    if (!known && user !== current().viewer) loadProfile(environment, user).catch(() => {});
  }, [environment, user, known]);
  if (!posts && user !== current().viewer) return <Spinner />;
  return (
    <div className={x('page')}>
      <Head user={user} posts={posts ?? []} />
      <Tiles posts={posts ?? []} over={`/${user}/`} />
    </div>
  );
}

const Spinner = () => <div className={x('spin')} role="progressbar" data-visualcompletion="loading-state" />;

/** Explore, tags, places, search and the tabs of a profile: a heading and tiles. */
export function GridPage({ path, route }: { path: string; route: Route }) {
  const environment = useStore();
  const posts = gridPosts(environment, path);
  const known = posts !== null;
  useEffect(() => {
    if (!known) loadGrid(environment, path).catch(() => {});
  }, [environment, path, known]);
  if (!posts) return <Spinner />;
  return (
    <div className={x('page')}>
      {route.kind === 'profile' && <Head user={route.user} posts={posts} />}
      {route.kind === 'tag' && (
        <header>
          <h1 className={x('title')}>#{route.tag}</h1>
        </header>
      )}
      {route.kind === 'location' && (
        <header>
          <h1 className={x('title')}>{posts[0]?.one('location')?.text('name')}</h1>
        </header>
      )}
      {route.kind === 'profile' && route.tab === 'reels' ? (
        <Covers posts={posts} over={path} />
      ) : (
        <Tiles
          posts={posts}
          over={path}
          plain={route.kind !== 'profile'}
          {...(route.kind === 'profile' && route.tab === 'saved' ? { plain: true } : {})}
        />
      )}
    </div>
  );
}
