import type { Environment } from 'relay-runtime';
import { routeOf } from '../paths.ts';
import { Direct } from './Direct.tsx';
import { Feed } from './Feed.tsx';
import { Gate, Wall } from './Gate.tsx';
import { GridPage, Profile } from './Grid.tsx';
import { Heart, navIcons, ShareIcon } from './icons.tsx';
import { LinkAvatar, NameLink, RingAvatar } from './Person.tsx';
import { PostDialog } from './PostDialog.tsx';
import { PostPage } from './PostPage.tsx';
import { ReelsViewer } from './Reels.tsx';
import { Reader, RelayEnvironmentProvider, refOf, useStore } from './relay.tsx';
import { Link, usePlace } from './router.tsx';
import { Likers, Sheets } from './Sheets.tsx';
import { current, x } from './session.ts';
import { TouchFrame } from './Touch.tsx';

const trayOf = (environment: Environment): Reader[] =>
  Reader.at(environment, 'client:root')?.one('xdt_api__v1__feed__reels_tray')?.many('tray') ?? [];

function StoriesTray() {
  const tray = trayOf(useStore());
  return (
    <div className={x('tray')}>
      <div role="presentation">
        <ul>
          {tray.map((reel) => {
            const user = reel.one('user');
            return user ? (
              <li key={reel.id} className={x('trayItem')}>
                <RingAvatar user={refOf(user.id, 'PolarisStoryRing_user')} />
                <span>{user.text('username')}</span>
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </div>
  );
}

function Suggestions() {
  const people = trayOf(useStore())
    .slice(0, 4)
    .flatMap((reel) => reel.one('user') ?? []);
  return (
    <div className={x('aside')}>
      <div className={x('row')}>
        <Link to={`/${current().viewer}/`} className={x('name')}>
          {current().viewer}
        </Link>
      </div>
      <span className={x('muted')}>Disarankan untuk Anda</span>
      {people.map((user) => {
        const ref = refOf(user.id, 'PolarisSuggestedUser_user');
        return (
          <div key={user.id} className={x('row')}>
            <LinkAvatar user={ref} />
            <div className={x('grow')}>
              <NameLink user={ref} />
            </div>
            <div role="button" tabIndex={0} className={x('follow', 'small')}>
              Ikuti
            </div>
          </div>
        );
      })}
      <footer className={x('muted', 'small')}>
        <a href="/explore/locations/" className={x('muted')}>
          Lokasi
        </a>
      </footer>
    </div>
  );
}

function FeedPage() {
  return (
    <div className={x('columns')}>
      <div>
        <StoriesTray />
        <Feed />
      </div>
      <Suggestions />
    </div>
  );
}

/** A story fills the window. There is no `main` around it, and it has a heart and a time like a post. */
function Story({ user }: { user: string }) {
  return (
    <section className={x('story')}>
      <div>
        <header className={x('byline')}>
          <Link to={`/${user}/`} className={x('link')}>
            {user}
          </Link>
          <time dateTime={new Date((current().now - 7200) * 1000).toISOString()}>2 j</time>
        </header>
        <div role="button" tabIndex={0} className={x('tale')}>
          <span dir="auto">Kumpul di balai jam 4 sore ya</span>
        </div>
        <div className={x('group')}>
          <textarea placeholder={`Balas ${user}…`} aria-label={`Balas ${user}…`} />
          <div role="button" tabIndex={0} className={x('icon')}>
            <Heart />
          </div>
          <div role="button" tabIndex={0} className={x('icon')}>
            <ShareIcon />
          </div>
        </div>
      </div>
    </section>
  );
}

function Page({ path }: { path: string }) {
  const route = routeOf(path);
  switch (route.kind) {
    case 'feed':
      return <FeedPage />;
    case 'post':
      return (
        <>
          <PostPage key={route.code} code={route.code} owned={route.owned === true} />
          {route.sub === 'liked_by' && <Likers />}
        </>
      );
    case 'profile':
      if (!route.tab || route.tab === 'posts') return <Profile key={route.user} user={route.user} />;
      return <GridPage key={path} path={path} route={route} />;
    case 'explore':
    case 'tag':
    case 'location':
    case 'search':
      return <GridPage key={path} path={path} route={route} />;
    case 'direct':
      return <Direct thread={route.thread} />;
    default:
      return <div className={x('page')} />;
  }
}

function Nav() {
  return (
    <div className={x('nav')}>
      {navIcons.map((item) => (
        <Link key={item.path} to={item.path} className={x('name')}>
          {item.icon}
        </Link>
      ))}
    </div>
  );
}

function Frame() {
  const { path, route, over } = usePlace();
  if (route.kind === 'story') return <Story user={route.user} />;
  if (route.kind === 'gate') return <Gate gate={route.gate} />;
  if (current().layout === 'touch') return <TouchFrame path={path} route={route} />;
  const post = route.kind === 'post' ? route.code : null;
  return (
    <div>
      <section className={x('root')}>
        <Nav />
        <main role="main" className={x('main')}>
          {route.kind === 'reels' ? <ReelsViewer opened={route.code} /> : <Page path={over ?? path} />}
        </main>
      </section>
      {over && post && <PostDialog code={post} over={over} />}
      {current().wall && <Wall />}
      <Sheets />
    </div>
  );
}

export function App({ environment }: { environment: Environment }) {
  return (
    <RelayEnvironmentProvider environment={environment}>
      <Frame />
    </RelayEnvironmentProvider>
  );
}
