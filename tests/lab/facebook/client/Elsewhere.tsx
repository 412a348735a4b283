import type { ReactNode } from 'react';
import type { Elsewhere } from '../paths.ts';
import { token } from '../seeded.ts';
import { here, w, x } from './look.ts';

const NAMES = ['Sari Wulandari', 'Bayu Kencana', 'Tuti Alawiyah', 'Gilang Rimba', 'Maya Lestari'];
const THINGS = ['Sepeda gunung bekas', 'Kursi rotan 4 buah', 'Mesin jahit', 'Bibit durian', 'Etalase kaca'];

const Person = (props: { name: string; children?: ReactNode }): ReactNode => (
  <a
    className={x('link')}
    href={here(`/${props.name.replace(' ', '.').toLowerCase()}`)}
    role="link"
    tabIndex={0}
  >
    <span>{props.name}</span>
    {props.children}
  </a>
);

function Market() {
  return (
    <div className={x('photos')}>
      {THINGS.map((thing, i) => (
        <a
          className={x('third', 'tile')}
          href={here(`/marketplace/item/${i + 1}00200300${i}/?ref=browse_tab`)}
          key={thing}
          role="link"
          tabIndex={0}
        >
          <span dir="auto">{`Rp${(i + 1) * 175}.000 · ${thing}`}</span>
        </a>
      ))}
    </div>
  );
}

function Notifications() {
  return (
    <div role="list">
      {NAMES.map((name, i) => (
        <div className={x('card')} key={name} role="listitem">
          <a
            className={x('sideLink')}
            href={here(`/groups/1002003004005${i}/posts/77665544332211${i}/?notif_id=${i}&comment_id=88${i}`)}
            role="link"
            tabIndex={0}
          >
            <div className={x('dot')} />
            <span dir="auto">{`${name} mengomentari postingan Anda: "jalan kami juga rusak, tolong"`}</span>
          </a>
        </div>
      ))}
    </div>
  );
}

/** Letters between two people: nobody's complaint, whatever stands in them. */
function Messages() {
  return (
    <div className={x('card')} role="grid">
      {NAMES.map((name, i) => (
        <div className={x('header')} key={name} role="row">
          <div role="gridcell">
            <div className={x('dot')} />
          </div>
          <div className={x('headerText')} role="gridcell">
            <h4 className={x('name')}>
              <Person name={name} />
            </h4>
            <div data-ad-preview="message" dir="auto">
              {`Pak, lampu di gang ${i + 3} mati lagi, mohon dibantu`}
            </div>
            <a
              className={x('quietLink')}
              href={here(`/groups/1002003004005/posts/7766554433221${i}/`)}
              role="link"
              tabIndex={0}
            >
              2 j
            </a>
          </div>
        </div>
      ))}
    </div>
  );
}

function Story() {
  return (
    <div className={x('reel')} data-pagelet="StoriesContentPane">
      <div className={x('reelStage')}>
        <div className={x('header')}>
          <div className={x('dot')} />
          <Person name={NAMES[0] ?? ''} />
          <span dir="auto">3 j</span>
        </div>
        <div className={x('poster', 'poster1')} dir="auto">
          Jalan depan rumah rusak parah
        </div>
        <div aria-label={w('like')} role="button" tabIndex={0}>
          👍
        </div>
      </div>
    </div>
  );
}

function People() {
  return (
    <div className={x('photos')}>
      {NAMES.map((name) => (
        <div className={x('third', 'personCard')} key={name}>
          <div className={x('dot')} />
          <Person name={name} />
          <div aria-label={w('addFriend')} className={x('addButton')} role="button" tabIndex={0}>
            {w('addFriend')}
          </div>
        </div>
      ))}
    </div>
  );
}

export function LoginForm() {
  return (
    <form action="/login/device-based/regular/login/" id="login_popup_cta_form" method="post">
      <input aria-label="email" className={x('search')} name="email" />
      <input aria-label="pass" className={x('search')} name="pass" type="password" />
      <div aria-label={w('login')} className={x('addButton')} role="button" tabIndex={0}>
        {w('login')}
      </div>
    </form>
  );
}

/** The wall over a page that somebody sees without an account. */
export function LoginWall(props: { onClose: () => void }) {
  return (
    <div className={x('veil')}>
      <div aria-label={w('login')} className={x('dialog')} role="dialog">
        <h2 className={x('dialogTitle')} dir="auto">
          {w('loginWhy')}
        </h2>
        <div
          aria-label={w('close')}
          className={x('dialogClose')}
          onClick={props.onClose}
          role="button"
          tabIndex={0}
        >
          ×
        </div>
        <div className={x('people')}>
          <LoginForm />
        </div>
      </div>
    </div>
  );
}

function Gate(props: { title: string }) {
  return (
    <div className={x('card')} role="article">
      <div className={x('people')}>
        <h2 className={x('groupTitle')} dir="auto">
          {props.title}
        </h2>
        <div dir="auto">{w('goneWhy')}</div>
        <Person name={NAMES[2] ?? ''} />
        <a className={x('link')} href={here(`/me/posts/pfbid0${token('gate', 50)}`)} role="link" tabIndex={0}>
          2 j
        </a>
        {(['like', 'comment', 'share'] as const).map((word) => (
          <div aria-label={w(word)} className={x('addButton')} key={word} role="button" tabIndex={0}>
            {w(word)}
          </div>
        ))}
        <div className={x('addButton')} role="button" tabIndex={0}>
          {w('dismiss')}
        </div>
      </div>
    </div>
  );
}

/** A surface on which no citizen's public post stands, however much it may look like one. */
export function ElsewherePage(props: { where: Elsewhere }) {
  const pages: Record<Elsewhere, [string, ReactNode]> = {
    marketplace: [w('market'), <Market key="m" />],
    notifications: [w('notifications'), <Notifications key="n" />],
    messages: [w('chats'), <Messages key="c" />],
    stories: [w('stories'), <Story key="s" />],
    friends: [w('people'), <People key="p" />],
    login: [w('login'), <LoginForm key="l" />],
    checkpoint: [w('checkpoint'), <Gate key="g" title={w('checkpoint')} />],
    consent: [w('consent'), <Gate key="g" title={w('consent')} />],
  };
  const [title, body] = pages[props.where];
  return (
    <div>
      <h1 className={x('groupTitle')} dir="auto">
        {title}
      </h1>
      {body}
    </div>
  );
}
