import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { hash32 } from '../seeded.ts';
import { CometUFISummaryAndActions } from './Actions.tsx';
import { Avatar } from './Avatar.tsx';
import { CometUFICommentList } from './Comments.tsx';
import { type Node, refOf, useEnvironment, useNode } from './environment.tsx';
import { CometFeedStoryHeader } from './Header.tsx';
import { current, here, shortCount, tracked, w, x } from './look.ts';
import { CometFeedStoryMessage } from './Message.tsx';
import { isPlainClick, useNavigation } from './navigation.tsx';
import { type ClipKind, loadClips } from './queries.ts';
import { Skeleton } from './Skeleton.tsx';
import { useShown } from './shown.ts';

const IMAGE = 'image(height:590,width:590)';

export const filmOf = (story: Node): Node | null =>
  story.all('attachments')[0]?.to('styles', 'attachment', 'media') ?? null;

/** The films in the store, on `/watch/` the one asked for first; asked for when it is not there. */
function useClips(kind: ClipKind, video: string): Node[] {
  const environment = useEnvironment();
  const list = useNode(`client:${kind}_list`);
  const clips = (list?.all('edges') ?? []).flatMap((edge) => edge.to('node') ?? []);
  const at = clips.findIndex((clip) => filmOf(clip)?.id === video);
  const missing = list === null || (kind === 'watch' && video !== '' && at < 0);
  useEffect(() => {
    if (missing) void loadClips(environment, kind, video);
  }, [environment, kind, missing, video]);
  if (kind === 'reel') return clips;
  return missing ? [] : [...clips.slice(Math.max(0, at)), ...clips.slice(0, Math.max(0, at))];
}

function Film(props: { film: Node; part: 'videoBox' | 'reelFilm' }) {
  const [source] = useState(() => URL.createObjectURL(new MediaSource()));
  return (
    <div className={x(props.part)} data-video-id={props.film.id}>
      <video className={x('video')} playsInline preload="none" src={source} />
      <div>
        <img
          alt=""
          className={x('videoPoster')}
          referrerPolicy="origin-when-cross-origin"
          src={props.film.to('preferred_thumbnail', IMAGE)?.text('uri')}
        />
      </div>
    </div>
  );
}

/** A film with its words under it, as on `/watch/`. */
export function CometWatchUnit(props: { id: string; whole: boolean }) {
  const navigation = useNavigation();
  const ids = { heading: useId(), subtitle: useId(), message: useId(), reactions: useId() };
  const story = useNode(props.id);
  const ref = useShown('post', story?.text('post_id') ?? '');
  const film = story ? filmOf(story) : null;
  if (!story || !film) return <Skeleton />;
  const part = refOf(props.id, 'CometVideoHomeUnit_story');
  const url = here(`/watch/?v=${film.id}`);
  const open = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    navigation.go(url);
  };
  return (
    <div className={x('card')} ref={ref}>
      <CometFeedStoryHeader headingId={ids.heading} level="h2" story={part} subtitleId={ids.subtitle} />
      <CometFeedStoryMessage id={ids.message} story={part} whole={props.whole} />
      <a href={tracked(url, story.id, ',O-R')} onClick={open} role="link" tabIndex={0}>
        <Film film={film} part="videoBox" />
      </a>
      <CometUFISummaryAndActions reactionsId={ids.reactions} story={part} />
      {props.whole ? <CometUFICommentList story={part} whole={false} /> : null}
    </div>
  );
}

/** `/watch/?v=ID`: the film asked for, and others below it. */
export function CometWatchPage(props: { video: string }) {
  const clips = useClips('watch', props.video);
  const [first, ...rest] = clips;
  if (!first) return <Skeleton />;
  return (
    <div id="watch_feed">
      <div>
        <CometWatchUnit id={first.id} key={first.id} whole />
        <h2 className={x('sort')} dir="auto">
          {w('more')}
        </h2>
        {rest.slice(0, 3).map((clip) => (
          <CometWatchUnit id={clip.id} key={clip.id} whole={false} />
        ))}
      </div>
    </div>
  );
}

/** `/NAME/videos/ID/`: the film to the left, its post and comments beside it. */
export function CometVideoPage(props: { video: string }) {
  const ids = { heading: useId(), subtitle: useId(), message: useId(), reactions: useId() };
  const [story] = useClips('watch', props.video);
  const ref = useShown('post', story?.text('post_id') ?? '');
  const film = story ? filmOf(story) : null;
  if (!story || !film) return <Skeleton />;
  const part = refOf(story.id, 'CometTahoeSidePane_story');
  return (
    <div className={x('viewerColumns')}>
      <div className={x('viewer')} role="main">
        <Film film={film} part="videoBox" />
      </div>
      <div className={x('viewerSide')} role="complementary">
        <div ref={ref}>
          <CometFeedStoryHeader headingId={ids.heading} level="h2" story={part} subtitleId={ids.subtitle} />
          <CometFeedStoryMessage id={ids.message} story={part} whole={false} />
          <CometUFISummaryAndActions reactionsId={ids.reactions} story={part} />
          <CometUFICommentList story={part} whole={false} />
        </div>
      </div>
    </div>
  );
}

function Side(props: { story: Node }) {
  const feedback = props.story.to('feedback');
  const [opened, setOpened] = useState('');
  const likes = feedback?.to('reaction_count')?.number('count') ?? 0;
  const comments = feedback?.to('comment_rendering_instance', 'comments')?.number('total_count') ?? 0;
  const part = refOf(props.story.id, 'CometReelsSide_story');
  return (
    <>
      <div className={x('reelSide')}>
        <div aria-label={w('like')} className={x('round')} role="button" tabIndex={0}>
          👍
        </div>
        <span dir="auto">{likes > 0 ? shortCount(likes) : ''}</span>
        <div
          aria-label={w('comment')}
          className={x('round')}
          onClick={() => setOpened(props.story.id)}
          role="button"
          tabIndex={0}
        >
          💬
        </div>
        <span dir="auto">{comments > 0 ? shortCount(comments) : ''}</span>
        <div aria-label={w('share')} className={x('round')} role="button" tabIndex={0}>
          ↪
        </div>
        <div aria-haspopup="menu" aria-label={w('menu')} className={x('round')} role="button" tabIndex={0}>
          …
        </div>
      </div>
      {opened === props.story.id ? (
        <div className={x('reelComments')} role="complementary">
          <CometUFICommentList story={part} whole={false} />
        </div>
      ) : null}
    </>
  );
}

/** One reel: the film, and over its foot who made it and what he says. No time, and no link to itself. */
function Reel(props: { story: Node }) {
  const { story } = props;
  const ref = useShown('post', story.text('post_id'));
  const film = filmOf(story);
  const [author] = story.all('actors');
  if (!film || !author) return null;
  const href = tracked(author.text('url'), story.id, '-UC,P-R');
  return (
    <div className={x('reel')} ref={ref}>
      <div className={x('reelStage')}>
        <Film film={film} part="reelFilm" />
        <div className={x('reelFoot')}>
          <div className={x('row')}>
            <Avatar href={href} part="avatar" person={author} />
            <h2 className={x('name')}>
              <a className={x('posterLink')} href={href} role="link" tabIndex={0}>
                <span>{author.text('name')}</span>
              </a>
            </h2>
            <span className={x('row')}>
              {'\u00a0·\u00a0'}
              <div role="button" tabIndex={0}>
                <span>{w('follow')}</span>
              </div>
            </span>
          </div>
          <div dir="auto">{story.to('message')?.text('text')}</div>
        </div>
      </div>
      <Side story={story} />
    </div>
  );
}

/** `/reel/ID`: three boxes that take turns; the address follows by pushState (arrow) or replaceState (wheel). */
export function CometReels(props: { video: string }) {
  const navigation = useNavigation();
  const clips = useClips('reel', props.video);
  const [at, setAt] = useState(0);
  const wheel = useRef(0);
  const idOf = (story: Node | undefined): string => (story ? (filmOf(story)?.id ?? '') : '');
  const turn = (to: number, how: 'push' | 'replace'): void => {
    if (!clips[to]) return;
    // Some accounts get the address first and the film a moment later, others both at once.
    const late = hash32(`reel late:${current().salt}`) % 2 === 0;
    navigation.turn(`/reel/${idOf(clips[to])}/`, how);
    if (late) setTimeout(() => setAt(to), 350);
    else setAt(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: going back shows the reel that the address names
  useEffect(() => {
    const named = clips.findIndex((clip) => idOf(clip) === props.video);
    if (named >= 0 && Math.abs(named - at) > 1) setAt(named);
  }, [props.video]);
  if (clips.length === 0) return <Skeleton />;
  return (
    <div
      className={x('reels')}
      onWheel={(event) => {
        const now = performance.now();
        if (now - wheel.current < 600 || Math.abs(event.deltaY) < 20) return;
        wheel.current = now;
        turn(at + Math.sign(event.deltaY), 'replace');
      }}
    >
      {[-1, 0, 1].map((step) => {
        const clip = clips[at + step];
        // The boxes go round: the one above becomes the one below, and keeps its nodes.
        const box = (((at + step) % 3) + 3) % 3;
        return (
          <div
            aria-hidden={step !== 0}
            className={x('reelSlot')}
            key={box}
            style={{ transform: `translateY(${step * 110}%)`, order: step + 1 }}
          >
            {clip ? <Reel story={clip} /> : null}
          </div>
        );
      })}
      <div className={x('reelArrows')}>
        <div
          aria-label={w('previousReel')}
          className={x('round')}
          onClick={() => turn(at - 1, 'push')}
          role="button"
          tabIndex={0}
        >
          ↑
        </div>
        <div
          aria-label={w('nextReel')}
          className={x('round')}
          onClick={() => turn(at + 1, 'push')}
          role="button"
          tabIndex={0}
        >
          ↓
        </div>
      </div>
    </div>
  );
}
