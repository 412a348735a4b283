import { VerifiedIcon } from './icons.tsx';
import { type FragmentRef, type Reader, refOf, useFragment } from './relay.tsx';
import { go, Link } from './router.tsx';
import { x } from './session.ts';

const altOf = (user: Reader): string => `Foto profil ${user.text('username')}`;

/** A profile picture in a story ring: not a link. */
export function RingAvatar(props: { user: FragmentRef }) {
  const user = useFragment(props.user);
  return (
    <div
      role="button"
      tabIndex={0}
      className={x('ring')}
      onClick={() => go(`/stories/${user.text('username')}/`)}
    >
      <canvas height="42" width="42" />
      <span role="link" tabIndex={-1} className={x('avatar')}>
        <img alt={altOf(user)} crossOrigin="anonymous" draggable={false} src={user.text('profile_pic_url')} />
      </span>
    </div>
  );
}

export function LinkAvatar(props: { user: FragmentRef }) {
  const user = useFragment(props.user);
  return (
    <Link to={`/${user.text('username')}/`} className={x('avatar')}>
      <img alt={altOf(user)} crossOrigin="anonymous" draggable={false} src={user.text('profile_pic_url')} />
    </Link>
  );
}

export function NameLink(props: { user: FragmentRef }) {
  const user = useFragment(props.user);
  return (
    <>
      <span>
        <Link to={`/${user.text('username')}/`} className={x('name')}>
          <div>
            <div>
              <span dir="auto">{user.text('username')}</span>
            </div>
          </div>
        </Link>
      </span>
      {user.flag('is_verified') && (
        <div className={x('badge')}>
          <VerifiedIcon />
        </div>
      )}
    </>
  );
}

/** The names over a post: its author's, and those of who published it with him. */
export function Byline(props: { media: FragmentRef }) {
  const media = useFragment(props.media);
  const user = media.one('user');
  const others = media.many('coauthor_producers');
  const [first] = others;
  if (!user) return null;
  return (
    <>
      <NameLink user={refOf(user.id, 'PolarisPostHeader_user')} />
      {first && <span> dan </span>}
      {others.length === 1 && first && <NameLink user={refOf(first.id, 'PolarisPostHeader_user')} />}
      {others.length > 1 && (
        <div role="button" tabIndex={0} className={x('name')}>
          <span dir="auto">{others.length} lainnya</span>
        </div>
      )}
    </>
  );
}
