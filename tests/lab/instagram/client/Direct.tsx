import { Time } from './FeedPost.tsx';
import { Heart } from './icons.tsx';
import { shownSource } from './Media.tsx';
import { NameLink, RingAvatar } from './Person.tsx';
import { feedOf } from './queries.ts';
import { Reader, refOf, useStore } from './relay.tsx';
import { Link } from './router.tsx';
import { current, x } from './session.ts';

/** A post that was passed on in a conversation: picture, name, caption and a link to it, but no post. */
function SharedPost({ media }: { media: Reader }) {
  const user = media.one('user');
  if (!user) return null;
  return (
    <div role="row">
      <div className={x('shared')} role="button" tabIndex={0}>
        <div>
          <RingAvatar user={refOf(user.id, 'PolarisDirectShare_user')} />
          <NameLink user={refOf(user.id, 'PolarisDirectShare_user')} />
        </div>
        <img alt="" crossOrigin="anonymous" src={shownSource(media, 320)} />
        <div>
          <span dir="auto">{media.one('caption')?.text('text').slice(0, 80)}</span>{' '}
          <Link to={`/p/${media.text('code')}/`} className={x('muted')}>
            <Time at={media.number('taken_at')} />
          </Link>
        </div>
      </div>
      <div role="button" tabIndex={0} className={x('icon')}>
        <Heart />
      </div>
    </div>
  );
}

export function Direct({ thread }: { thread: string | null }) {
  const environment = useStore();
  const medias = feedOf(environment).items.flatMap((id) => Reader.at(environment, id)?.one('media') ?? []);
  if (!thread) {
    return (
      <div className={x('chat')}>
        <h1 className={x('title')}>Pesan</h1>
        {[1, 2, 3].map((n) => (
          <Link key={n} to={`/direct/t/${n}02948571/`} className={x('row', 'name')}>
            <span dir="auto">Percakapan {n}</span>
          </Link>
        ))}
      </div>
    );
  }
  return (
    <div className={x('chat')} role="grid" aria-label="Pesan dalam percakapan">
      <div className={x('theirs')} dir="auto">
        Pak, ini ada keluhan warga lagi
      </div>
      {medias.slice(0, 3).map((media) => (
        <SharedPost key={media.id} media={media} />
      ))}
      <div className={x('mine')} dir="auto">
        Siap, saya teruskan
      </div>
      <time dateTime={new Date((current().now - 600) * 1000).toISOString()} className={x('muted', 'small')}>
        10 m
      </time>
      <div className={x('compose')}>
        <textarea placeholder="Pesan…" aria-label="Pesan" />
      </div>
    </div>
  );
}
