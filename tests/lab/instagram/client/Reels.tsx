import { useEffect, useRef, useState } from 'react';
import { shortCount } from '../format.ts';
import { isCoverless } from '../world-codes.ts';
import { CommentList } from './Comments.tsx';
import {
  CloseIcon,
  CommentIcon,
  Heart,
  MoreIcon,
  MuteIcon,
  NoteIcon,
  SaveIcon,
  ShareIcon,
} from './icons.tsx';
import { loadReels, reelsOf } from './lists.ts';
import { shownSource } from './Media.tsx';
import { hasComments, like, loadComments } from './queries.ts';
import { type FragmentRef, type Reader, refOf, useEnvironment, useFragment, useStore } from './relay.tsx';
import { Link, rename } from './router.tsx';
import { current, x } from './session.ts';

/** Live slots before and behind the one in view. */
const LIVE = 3;

function Author({ user }: { user: Reader }) {
  const name = user.text('username');
  return (
    <div className={x('byline')}>
      <a href={`/${name}/reels/`} aria-label={`reel ${name}`} role="link" tabIndex={0}>
        <div className={x('byline')}>
          <span role="link" tabIndex={-1} className={x('avatar')}>
            <img
              alt={`Foto profil ${name}`}
              crossOrigin="anonymous"
              draggable={false}
              src={user.text('profile_pic_url')}
            />
          </span>
          <span dir="auto">{name}</span>
        </div>
      </a>
      <div role="button" tabIndex={0}>
        Ikuti
      </div>
    </div>
  );
}

function Words({ media }: { media: Reader }) {
  const text = media.one('caption')?.text('text') ?? '';
  const place = media.one('location');
  const line = text.split('\n')[0] ?? '';
  const cut = line.length > 60 || line !== text;
  return (
    <>
      {text && (
        <div role="button" aria-disabled="false" tabIndex={0}>
          <div dir="auto">
            <span>{cut ? line.slice(0, 60) : text}</span>
            {cut && <span aria-hidden="true">… lainnya</span>}
          </div>
        </div>
      )}
      {media.text('product_type') === 'ad' ? (
        <a href={media.text('link')} rel="nofollow noreferrer" target="_blank">
          <span dir="auto">Bersponsor</span>
        </a>
      ) : (
        <Link to={`/reels/audio/${media.text('pk').slice(0, 15)}/`}>
          <NoteIcon />
          <span dir="auto">
            <span>Audio asli</span>
          </span>
        </Link>
      )}
      {place && (
        <a href={`/explore/locations/${place.number('pk')}/`} role="link" tabIndex={0}>
          <span dir="auto">{place.text('name')}</span>
        </a>
      )}
    </>
  );
}

/** What a slot near the view shows. */
function LiveReel({ media }: { media: Reader }) {
  const video = useRef<HTMLVideoElement>(null);
  const user = media.one('user');
  useEffect(() => {
    const source = URL.createObjectURL(new MediaSource());
    if (video.current) video.current.src = source;
    return () => URL.revokeObjectURL(source);
  }, []);
  return (
    <div>
      {!isCoverless(media.text('code')) && (
        <img
          alt=""
          referrerPolicy="origin-when-cross-origin"
          className={x('reelCover')}
          src={shownSource(media, 720)}
        />
      )}
      <video ref={video} playsInline preload="none" />
      <div>
        <div role="group" aria-label="Pemutar video" data-visualcompletion="ignore">
          <div role="presentation">
            <div role="button" tabIndex={0}>
              <MuteIcon />
            </div>
            <div className={x('reelText')}>
              {user && <Author user={user} />}
              <Words media={media} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function Bar(props: { media: FragmentRef; live: boolean; onComment: () => void }) {
  const media = useFragment(props.media);
  const environment = useEnvironment();
  const hidden = media.flag('like_and_view_counts_disabled');
  const off = media.flag('comments_disabled');
  return (
    <div className={x('upright')}>
      <div>
        <span>
          <div role="button" tabIndex={0} onClick={() => like(environment, media)}>
            <span>
              <Heart liked={media.flag('has_liked')} />
            </span>
          </div>
        </span>
        <div role="button" tabIndex={0}>
          <span dir="auto">
            <span>{hidden ? 'Suka' : shortCount(media.number('like_count'))}</span>
          </span>
        </div>
      </div>
      {!off && (
        <div>
          <div
            role="button"
            aria-haspopup="menu"
            aria-expanded="false"
            tabIndex={0}
            onClick={props.onComment}
          >
            <CommentIcon />
            <div>
              <span dir="auto">
                <span>{shortCount(media.number('comment_count'))}</span>
              </span>
            </div>
          </div>
        </div>
      )}
      <div>
        <div role="button" tabIndex={0}>
          <ShareIcon />
        </div>
      </div>
      <div>
        <div>
          <div role="button" aria-disabled="false" tabIndex={0}>
            <div role="button" tabIndex={0}>
              <SaveIcon />
            </div>
          </div>
        </div>
      </div>
      <div>
        <div role="button" tabIndex={0}>
          <MoreIcon />
        </div>
      </div>
      {props.live && (
        <div>
          <Link to={`/reels/audio/${media.text('pk').slice(0, 15)}/`} className={x('avatar')}>
            <div>
              <img
                alt="Gambar audio"
                crossOrigin="anonymous"
                src={media.one('user')?.text('profile_pic_url')}
              />
            </div>
          </Link>
        </div>
      )}
    </div>
  );
}

function Slot(props: { media: FragmentRef; live: boolean; onComment: () => void }) {
  const media = useFragment(props.media);
  return (
    <div>
      <div className={x('slot')}>
        <div className={x('reel')}>
          {props.live ? (
            <div data-virtualized="false">
              <LiveReel key={media.id} media={media} />
            </div>
          ) : (
            <div data-virtualized="true" style={{ minHeight: 400 }}>
              <div hidden />
            </div>
          )}
        </div>
        <Bar media={props.media} live={props.live} onComment={props.onComment} />
      </div>
    </div>
  );
}

/** The comments of the reel in view, beside it: a panel that is part of no slot. */
function Panel({ code, onClose }: { code: string; onClose: () => void }) {
  const environment = useStore();
  const known = hasComments(environment, code);
  useEffect(() => {
    if (!known) loadComments(environment, code).catch(() => {});
  }, [environment, code, known]);
  return (
    <div role="dialog" aria-label="Komentar" className={x('panel')}>
      <div className={x('row')}>
        <div role="button" tabIndex={0} className={x('icon')} onClick={onClose}>
          <CloseIcon />
        </div>
        <span className={x('name')}>Komentar</span>
      </div>
      <div className={x('scroll')}>
        <CommentList key={code} code={code} more="scroll" />
      </div>
      <section className={x('compose')}>
        <form>
          <textarea aria-label="Tambahkan komentar…" placeholder="Tambahkan komentar…" autoComplete="off" />
        </form>
      </section>
    </div>
  );
}

/** Short videos one below the other. The address names the one in view, sometimes a while later. */
export function ReelsViewer({ opened }: { opened: string | null }) {
  const environment = useStore();
  const { reels, more } = reelsOf(environment);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [first] = useState(opened);
  const [panel, setPanel] = useState(false);
  useEffect(() => {
    if (more && at + LIVE >= reels.length) loadReels(environment, first).catch(() => {});
  }, [environment, at, more, reels.length, first]);
  const inView = reels[at];
  const code = inView?.text('code');
  const ad = inView?.text('product_type') === 'ad';
  useEffect(() => {
    if (!code || ad) return;
    const late = setTimeout(() => rename(`/reels/${code}/`), current().lag);
    return () => clearTimeout(late);
  }, [code, ad]);
  const look = (): void => {
    const box = list.current;
    if (box) setAt(Math.min(reels.length - 1, Math.max(0, Math.round(box.scrollTop / box.clientHeight))));
  };
  return (
    <>
      <div ref={list} className={x('reels')} onScroll={look}>
        {reels.map((media, i) => (
          <Slot
            key={media.id}
            media={refOf(media.id, 'PolarisClipsItem_media')}
            live={Math.abs(i - at) <= LIVE}
            onComment={() => setPanel(!panel)}
          />
        ))}
      </div>
      {panel && code && <Panel code={code} onClose={() => setPanel(false)} />}
    </>
  );
}
