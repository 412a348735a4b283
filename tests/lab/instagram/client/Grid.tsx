import { useEffect } from 'react';
import { CarouselIcon, ClipIcon } from './icons.tsx';
import { shownSource } from './Media.tsx';
import { permalink } from './PostPage.tsx';
import { loadProfile, profilePosts } from './queries.ts';
import { type Reader, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { x } from './session.ts';

/** Tiles of posts; they open as a dialog over the page `over`, or as a page. */
export function Tiles({ posts, over }: { posts: Reader[]; over: string | null }) {
  return (
    <div className={x('grid')}>
      {posts.map((media) => (
        <Link key={media.id} to={permalink(media)} className={x('tile')} {...(over ? { over } : {})}>
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

export function Profile({ user }: { user: string }) {
  const environment = useStore();
  const posts = profilePosts(environment, user);
  const known = posts !== null;
  useEffect(() => {
    if (!known) loadProfile(environment, user).catch(() => {});
  }, [environment, user, known]);
  if (!posts) return <div className={x('spin')} role="progressbar" data-visualcompletion="loading-state" />;
  return (
    <div className={x('page')}>
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
      <Tiles posts={posts} over={`/${user}/`} />
    </div>
  );
}
