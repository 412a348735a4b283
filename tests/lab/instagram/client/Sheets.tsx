import { useSyncExternalStore } from 'react';
import { CloseIcon } from './icons.tsx';
import { LinkAvatar, NameLink } from './Person.tsx';
import { Reader, refOf, useStore } from './relay.tsx';
import { x } from './session.ts';
import { onSharing, shareSheet, sharing } from './sheet-state.ts';

function usePeople(): Reader[] {
  const environment = useStore();
  const tray =
    Reader.at(environment, 'client:root')?.one('xdt_api__v1__feed__reels_tray')?.many('tray') ?? [];
  return tray.flatMap((reel) => reel.one('user') ?? []);
}

/** People to whom a post can be passed on. A dialog, but no post. */
export function Sheets() {
  const code = useSyncExternalStore(onSharing, sharing, () => null);
  const people = usePeople();
  if (!code) return null;
  return (
    <div className={x('veil')}>
      <div role="dialog" aria-label="Bagikan" className={x('card2')}>
        <div className={x('row')}>
          <div className={x('grow', 'name')}>Bagikan</div>
          <div role="button" tabIndex={0} className={x('icon')} onClick={() => shareSheet(null)}>
            <CloseIcon />
          </div>
        </div>
        <div className={x('people2')}>
          {people.map((user) => (
            <div key={user.id} role="button" tabIndex={0}>
              <img
                className={x('avatar')}
                alt={`Foto profil ${user.text('username')}`}
                crossOrigin="anonymous"
                src={user.text('profile_pic_url')}
              />
              <span>{user.text('username')}</span>
            </div>
          ))}
        </div>
        <a href={`https://www.instagram.com/p/${code}/?igsh=MzRlODBiNWFlZA==`} className={x('link')}>
          Salin tautan
        </a>
      </div>
    </div>
  );
}

/** Who liked a post. */
export function Likers() {
  const people = usePeople();
  return (
    <div className={x('veil')}>
      <div role="dialog" aria-label="Suka" className={x('card2')}>
        <h1 className={x('title')}>Suka</h1>
        {people.map((user) => {
          const ref = refOf(user.id, 'PolarisLiker_user');
          return (
            <div key={user.id} className={x('row')}>
              <LinkAvatar user={ref} />
              <div className={x('grow')}>
                <NameLink user={ref} />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
