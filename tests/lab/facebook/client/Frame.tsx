import { type MouseEvent, type ReactNode, useMemo } from 'react';
import type { Route } from '../paths.ts';
import { useNode } from './environment.tsx';
import { CometVirtualFeed } from './Feed.tsx';
import { current, x } from './look.ts';
import { isPlainClick, useNavigation } from './navigation.tsx';
import { CometSinglePostDialog, CometSinglePostPage } from './Post.tsx';
import { listOf } from './queries.ts';

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
        <input
          aria-label="Cari di Facebook"
          className={x('search')}
          placeholder="Cari di Facebook"
          type="search"
        />
      </div>
      <div aria-label="Facebook" className={x('tabs')} role="navigation">
        <InnerLink className={x('tab')} to="/">
          Beranda
        </InnerLink>
        <InnerLink className={x('tab')} to="/groups/feed/">
          Grup
        </InnerLink>
      </div>
      <div className={x('row')}>
        <div aria-label="Profil Anda" className={x('dot')} role="button" tabIndex={0} />
      </div>
    </div>
  );
}

function Side() {
  const viewer = useNode('client:root:viewer');
  return (
    <div className={x('side')} role="navigation">
      <h2 className={x('hiddenHeading')}>Menu navigasi</h2>
      <a className={x('sideLink')} href="https://www.facebook.com/me/" role="link" tabIndex={0}>
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
      <div aria-label="Cerita" className={x('tray')} role="region">
        {FRIENDS.map((name) => (
          <a
            aria-label={`Cerita ${name}`}
            className={x('tile')}
            href={`https://www.facebook.com/stories/${name.length}1${name.charCodeAt(0)}/?source=story_tray`}
            key={name}
            role="link"
            tabIndex={0}
          >
            {name}
          </a>
        ))}
      </div>
      <div aria-label="Buat postingan" className={x('composer')} role="region">
        <div className={x('dot')} />
        <div className={x('composerField')} role="button" tabIndex={0}>
          <span>{`Apa yang Anda pikirkan, ${first}?`}</span>
        </div>
      </div>
      <div>
        <h3 className={x('hiddenHeading')} dir="auto">
          Postingan Kabar Beranda
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
        <a
          className={x('link')}
          href={`https://www.facebook.com/groups/${props.id}/`}
          role="link"
          tabIndex={0}
        >
          {group?.text('name')}
        </a>
      </h1>
      <div className={x('sub')}>Grup · 12,4 rb anggota</div>
    </div>
  );
}

function GroupFeedRows(rows: ReactNode) {
  return (
    <div role="feed">
      <div>
        <h2 className={x('sort')} dir="auto">
          Paling relevan
        </h2>
      </div>
      {rows}
    </div>
  );
}

function Page(props: { route: Route }) {
  const { route } = props;
  const list = useMemo(() => listOf(route), [route]);
  if (route.kind === 'post')
    return <CometSinglePostPage group={route.group !== undefined} story={route.story} />;
  if (!list) return <h1 className={x('groupTitle')}>Konten ini tidak tersedia saat ini</h1>;
  if (route.kind === 'home') {
    return <Home feed={<CometVirtualFeed frame={(rows) => <div>{rows}</div>} list={list} />} />;
  }
  return (
    <div>
      {route.kind === 'group' ? <Group id={route.group} /> : null}
      <CometVirtualFeed frame={GroupFeedRows} list={list} />
    </div>
  );
}

/** The whole site: the bar, the page and a post opened over it. */
export function CometApp() {
  const { base, basePath, dialog } = useNavigation();
  return (
    <div>
      <Bar />
      <div className={x('columns')}>
        <Side />
        <div className={x('main')} role="main">
          <Page key={basePath} route={base} />
        </div>
        <div className={x('side')} role="complementary">
          <h3 className={x('sort')}>Kontak</h3>
          {FRIENDS.map((name) => (
            <div className={x('sideLink')} key={name}>
              <div className={x('dot')} />
              <span>{name}</span>
            </div>
          ))}
        </div>
      </div>
      {dialog?.kind === 'post' ? <CometSinglePostDialog story={dialog.story} /> : null}
    </div>
  );
}
