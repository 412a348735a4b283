import { ActionBar } from './ActionBar.tsx';
import { MoreIcon } from './icons.tsx';
import { MediaView } from './Media.tsx';
import { LinkAvatar, NameLink, RingAvatar } from './Person.tsx';
import { type FragmentRef, refOf, useFragment } from './relay.tsx';
import { Link } from './router.tsx';
import { x } from './session.ts';
import { CutText } from './Text.tsx';

/** A label whose letters stand in the document in another order than on the screen, among letters nobody sees. */
function Scrambled({ text }: { text: string }) {
  const letters = Array.from(text, (letter, i) => ({ letter, order: i, away: false }));
  const decoys = Array.from('tidakperlu', (letter, i) => ({ letter, order: i * 3, away: true }));
  const mixed = [...letters, ...decoys].sort(
    (a, b) => ((a.order * 7 + (a.away ? 3 : 0)) % 11) - ((b.order * 7 + (b.away ? 3 : 0)) % 11),
  );
  return (
    <span className={x('letters')}>
      {mixed.map(({ letter, order, away }) => (
        <span key={`${letter}${order}${away}`} className={away ? x('away') : undefined} style={{ order }}>
          {letter}
        </span>
      ))}
    </span>
  );
}

/** An advertisement. Its label, its link and its comment line differ by kind; none has a `time`. */
export function FeedAd(props: { ad: FragmentRef }) {
  const ad = useFragment(props.ad);
  const media = ad.many('items')[0];
  const user = media?.one('user');
  if (!media || !user) return null;
  const owner = refOf(user.id, 'PolarisAdHeader_user');
  const label = ad.text('label');
  const redirects = ad.text('link').includes('/ads/ig_redirect/');
  return (
    <div>
      <div className={x('header')}>
        <div>
          <RingAvatar user={owner} />
        </div>
        <div className={x('grow')}>
          <div className={x('byline')}>
            <NameLink user={owner} />
          </div>
          <span className={x('small')}>
            {label && (redirects ? <span>{label}</span> : <Scrambled text={label} />)}
          </span>
        </div>
        <div role="button" tabIndex={0} className={x('icon')}>
          <MoreIcon />
        </div>
      </div>
      <div>
        <MediaView media={refOf(media.id, 'PolarisPostMedia_media')} />
        {label ? (
          <a href={ad.text('link')} rel="nofollow noreferrer" target="_blank" className={x('cta')}>
            <span>{ad.text('cta')}</span>
            <span>›</span>
          </a>
        ) : (
          <Link to={`/${user.text('username')}/`} className={x('cta')}>
            <span>Kunjungi profil</span>
            <span>›</span>
          </Link>
        )}
      </div>
      <div>
        <ActionBar media={refOf(media.id, 'PolarisPostActions_media')} />
        <div>
          <NameLink user={owner} /> <CutText key={media.id} text={media.one('caption')?.text('text') ?? ''} />
        </div>
        {label && media.number('comment_count') > 0 && (
          <div>
            <Link to={`/p/${media.text('code')}/`} className={x('muted')}>
              <span dir="auto">Lihat semua {media.number('comment_count')} komentar</span>
            </Link>
          </div>
        )}
      </div>
    </div>
  );
}

/** An article of which nothing has come yet. */
export function Loading() {
  return (
    <div>
      <div className={x('header')}>
        <span>
          <div role="button" tabIndex={-1} className={x('ring')}>
            <canvas height="42" width="42" />
          </div>
        </span>
        <div className={x('grow')}>
          <div className={x('ghost')} />
          <div className={x('ghost')} />
        </div>
      </div>
      <div className={x('ghostMedia')} data-visualcompletion="loading-state" />
    </div>
  );
}

/** A row of accounts that the site would like the reader to follow. */
export function SuggestedPeople(props: { unit: FragmentRef }) {
  const unit = useFragment(props.unit);
  return (
    <div className={x('people')}>
      <div>
        <span dir="auto" className={x('name')}>
          Disarankan untuk Anda
        </span>
      </div>
      <div className={x('cards')}>
        {unit.many('suggestions').map((suggestion) => {
          const user = suggestion.one('user');
          if (!user) return null;
          const ref = refOf(user.id, 'PolarisSuggestedUser_user');
          return (
            <div key={suggestion.id} className={x('card')}>
              <LinkAvatar user={ref} />
              <NameLink user={ref} />
              <span className={x('muted', 'small')}>{suggestion.text('social_context')}</span>
              <div role="button" tabIndex={0} className={x('button')}>
                Ikuti
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
