import { type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import type { Route } from '../paths.ts';
import { CometReels, CometVideoPage, CometWatchPage, CometWatchUnit } from './Clips.tsx';
import { ElsewherePage, LoginWall } from './Elsewhere.tsx';
import { Node, useEnvironment, useNode } from './environment.tsx';
import { CometVirtualFeed } from './Feed.tsx';
import { current, here, shortCount, w, x } from './look.ts';
import { isPlainClick, useNavigation } from './navigation.tsx';
import { CometSinglePostDialog, CometSinglePostPage } from './Post.tsx';
import { listOf, unitOf } from './queries.ts';
import { CometPhotoViewer } from './Viewer.tsx';

function InnerLink(props: { to: string; className: string; label?: string; children: ReactNode }) {
  const navigation = useNavigation();
  const onClick = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.go(props.to);
  };
  return (
    <a
      aria-label={props.label}
      className={props.className}
      href={props.to}
      onClick={onClick}
      role="link"
      tabIndex={0}
    >
      {props.children}
    </a>
  );
}

function Bar() {
  return (
    <div className={x('bar')} role="banner">
      <div className={x('row')}>
        <InnerLink className={x('logo')} label="Facebook" to="/">
          f
        </InnerLink>
        <input aria-label={w('search')} className={x('search')} placeholder={w('search')} type="search" />
      </div>
      <div aria-label="Facebook" className={x('tabs')} role="navigation">
        <InnerLink className={x('tab')} to="/">
          {w('home')}
        </InnerLink>
        <InnerLink className={x('tab')} to="/groups/feed/">
          {w('groups')}
        </InnerLink>
        <InnerLink className={x('tab')} to="/watch/">
          Watch
        </InnerLink>
      </div>
      <div className={x('row')}>
        <div aria-label={w('you')} className={x('dot')} role="button" tabIndex={0} />
      </div>
    </div>
  );
}

function Side() {
  const viewer = useNode('client:root:viewer');
  return (
    <div className={x('side')} role="navigation">
      <h2 className={x('hiddenHeading')}>{w('nav')}</h2>
      <a className={x('sideLink')} href={here('/me/')} role="link" tabIndex={0}>
        <div className={x('dot')} />
        <span>{current().account.name}</span>
      </a>
      {(viewer?.all('groups') ?? []).map((group) => (
        <InnerLink className={x('sideLink')} key={group.id} to={`/groups/${group.id}/`}>
          <div className={x('dot')} />
          <span>{group.text('name')}</span>
        </InnerLink>
      ))}
    </div>
  );
}

const FRIENDS = ['Sari Wulandari', 'Bayu Kencana', 'Tuti Alawiyah', 'Gilang Rimba', 'Maya Lestari'];

function Home(props: { feed: ReactNode }) {
  const [first = ''] = current().account.name.split(' ');
  return (
    <div>
      <div aria-label={w('stories')} className={x('tray')} role="region">
        {FRIENDS.map((name) => (
          <a
            aria-label={w('storyOf', { name })}
            className={x('tile')}
            href={here(`/stories/${name.length}1${name.charCodeAt(0)}/?source=story_tray`)}
            key={name}
            role="link"
            tabIndex={0}
          >
            {name}
          </a>
        ))}
      </div>
      <div aria-label={w('compose')} className={x('composer')} role="region">
        <div className={x('dot')} />
        <div className={x('composerField')} role="button" tabIndex={0}>
          <span>{w('composer', { name: first })}</span>
        </div>
      </div>
      <div>
        <h3 className={x('hiddenHeading')} dir="auto">
          {w('feed')}
        </h3>
        {props.feed}
      </div>
    </div>
  );
}

function Group(props: { id: string }) {
  const group = useNode(props.id);
  return (
    <div className={x('groupBanner')}>
      <h1 className={x('groupTitle')}>
        <a className={x('link')} href={here(`/groups/${props.id}/`)} role="link" tabIndex={0}>
          {group?.text('name')}
        </a>
      </h1>
      <div className={x('sub')}>{w('members', { n: shortCount(12_400) })}</div>
    </div>
  );
}

function GroupFeedRows(rows: ReactNode) {
  return (
    <div role="feed">
      <div>
        <h2 className={x('sort')} dir="auto">
          {w('relevant')}
        </h2>
      </div>
      {rows}
    </div>
  );
}

/** Whose page it is: cover, name, tabs, and boxes about him beside his posts. */
function Profile(props: { who: string; feed: ReactNode }) {
  const environment = useEnvironment();
  const list = useNode(
    `client:${props.who}:__ProfileCometTimelineFeedRefetchQuery_timeline_list_feed_units_connection`,
  );
  const first = list?.all('edges')[0];
  const person = first ? Node.at(environment, unitOf(first) ?? '')?.all('actors')[0] : null;
  const tab = (text: string, path: string): ReactNode => (
    <a className={x('tab')} href={here(`/${props.who}${path}`)} role="tab" tabIndex={0}>
      {text}
    </a>
  );
  return (
    <div data-pagelet="ProfileTimeline">
      <div className={x('groupBanner')}>
        <div className={x('row')}>
          <h1 className={x('groupTitle')}>
            {person?.text('name')}
            {person?.value('is_verified') === true ? (
              <svg className={x('glyph')} role="img" viewBox="0 0 16 16">
                <title>{w('verified')}</title>
                <circle cx="8" cy="8" r="7" />
              </svg>
            ) : null}
          </h1>
        </div>
        <div className={x('tabs')} role="tablist">
          {tab(w('posts'), '')}
          {tab(w('about'), '/about')}
          {tab(w('photos'), '/photos')}
        </div>
      </div>
      <div className={x('card')}>
        <div className={x('people')}>
          <h2 className={x('sort')} dir="auto">
            {w('about')}
          </h2>
          <div dir="auto">
            Kantor: Jl. Kenari Dalam 12, Rimbawan. Telepon dan jam pelayanan ada di halaman ini.
          </div>
        </div>
      </div>
      {props.feed}
    </div>
  );
}

const plainRows = (rows: ReactNode): ReactNode => <div>{rows}</div>;
const feedRows = (rows: ReactNode): ReactNode => <div role="feed">{rows}</div>;

function Page(props: { route: Route }) {
  const { route } = props;
  const list = useMemo(() => listOf(route), [route]);
  switch (route.kind) {
    case 'post':
      return <CometSinglePostPage group={route.group !== undefined} story={route.story} />;
    case 'photo':
      return <CometPhotoViewer fbid={route.fbid} over={false} set={route.set} />;
    case 'video':
      return <CometVideoPage video={route.video} />;
    case 'reel':
      return <CometReels video={route.video} />;
    case 'elsewhere':
      return <ElsewherePage where={route.where} />;
    case 'watch':
      if (route.video) return <CometWatchPage video={route.video} />;
  }
  if (!list) return <h1 className={x('groupTitle')}>{w('gone')}</h1>;
  if (route.kind === 'home' || route.kind === 'recent')
    return <Home feed={<CometVirtualFeed frame={plainRows} list={list} />} />;
  if (route.kind === 'profile')
    return <Profile feed={<CometVirtualFeed frame={plainRows} list={list} />} who={route.who} />;
  if (route.kind === 'search') {
    return (
      <div>
        <h2 className={x('hiddenHeading')}>{w('results')}</h2>
        <CometVirtualFeed frame={feedRows} list={list} />
      </div>
    );
  }
  if (route.kind === 'watch') {
    return (
      <div id="watch_feed">
        <CometVirtualFeed
          frame={plainRows}
          list={list}
          unit={(id) => <CometWatchUnit id={id} whole={false} />}
        />
      </div>
    );
  }
  return (
    <div>
      {route.kind === 'group' ? <Group id={route.group} /> : null}
      <CometVirtualFeed frame={GroupFeedRows} list={list} />
    </div>
  );
}

/** Pages that fill the window, without the columns beside them. */
const WIDE = new Set<Route['kind']>(['photo', 'video', 'reel']);

/** The whole site: the bar, the page and whatever is opened over it. */
export function CometApp() {
  const { base, basePath, dialog } = useNavigation();
  const [wall, setWall] = useState(current().guest);
  const page = <Page key={basePath} route={base} />;
  return (
    <div>
      <Bar />
      {WIDE.has(base.kind) ? (
        <div className={x('fullWindow')}>{page}</div>
      ) : (
        <div className={x('columns')}>
          <Side />
          <div className={x('main')} role="main">
            {page}
          </div>
          <div className={x('side')} role="complementary">
            <h3 className={x('sort')}>{w('contacts')}</h3>
            {FRIENDS.map((name) => (
              <div className={x('sideLink')} key={name}>
                <div className={x('dot')} />
                <span>{name}</span>
              </div>
            ))}
          </div>
        </div>
      )}
      {dialog?.kind === 'post' ? <CometSinglePostDialog story={dialog.story} /> : null}
      {dialog?.kind === 'photo' ? <CometPhotoViewer fbid={dialog.fbid} over set={dialog.set} /> : null}
      {wall ? <LoginWall onClose={() => setWall(false)} /> : null}
      <svg className={x('hiddenHeading')}>
        <text fontSize="13" id="SvgTSponsor" y="11">
          {w('sponsored')}
        </text>
      </svg>
    </div>
  );
}
