import { useEffect, useId, useState } from 'react';
import { hash32 } from '../seeded.ts';
import { CometUFISummaryAndActions } from './Actions.tsx';
import { CometUFICommentList } from './Comments.tsx';
import { refOf, useEnvironment, useNode } from './environment.tsx';
import { CometFeedStoryHeader } from './Header.tsx';
import { current, w, x } from './look.ts';
import { CometFeedStoryMessage } from './Message.tsx';
import { isPlainClick, useNavigation } from './navigation.tsx';
import { loadPhoto, photoField } from './queries.ts';
import { Skeleton } from './Skeleton.tsx';
import { useShown } from './shown.ts';

function Arrow(props: { url: string; label: string; sign: string }) {
  const navigation = useNavigation();
  if (!props.url) return null;
  return (
    <a
      aria-label={props.label}
      className={x('arrow')}
      href={props.url}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        navigation.turn(props.url);
      }}
      role="link"
      tabIndex={0}
    >
      {props.sign}
    </a>
  );
}

/** The post of a photo, beside it: author, time, words or a link to them, actions, comments. */
function SideColumn(props: { story: string; words: boolean }) {
  const navigation = useNavigation();
  const ids = { heading: useId(), subtitle: useId(), message: useId(), reactions: useId() };
  const story = useNode(props.story);
  const ref = useShown('post', story?.text('post_id') ?? '');
  if (!story) return <Skeleton />;
  const ref_ = refOf(props.story, 'CometPhotoSidePane_story');
  const url = story.text('url(site:"www")');
  return (
    <div ref={ref}>
      <CometFeedStoryHeader headingId={ids.heading} level="h2" story={ref_} subtitleId={ids.subtitle} />
      {props.words ? (
        <CometFeedStoryMessage id={ids.message} story={ref_} whole={false} />
      ) : (
        <div className={x('people')}>
          <span dir="auto">{w('fromPost')}</span>{' '}
          <a
            className={x('textLink')}
            href={url}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              navigation.go(url);
            }}
            role="link"
            tabIndex={0}
          >
            {w('viewPost')}
          </a>
        </div>
      )}
      <CometUFISummaryAndActions reactionsId={ids.reactions} story={ref_} />
      <CometUFICommentList story={ref_} whole />
    </div>
  );
}

/** One photo, large, with its post beside it. Its boxes stay when the next photo comes. */
export function CometPhotoViewer(props: { fbid: string; set: string; over: boolean }) {
  const environment = useEnvironment();
  const navigation = useNavigation();
  const root = useNode('client:root');
  const media = root?.to(photoField(props.fbid)) ?? null;
  const found = media !== null;
  useEffect(() => {
    if (!found) void loadPhoto(environment, props.fbid, props.set);
  }, [environment, found, props.fbid, props.set]);
  // Until the answer is there, some accounts still see the last photo's post beside an address that names the next.
  const [last, setLast] = useState(media);
  if (media && media.record !== last?.record) setLast(media);
  const keeps = hash32(`viewer keeps:${current().salt}`) % 2 === 0;
  const shown = media ?? (keeps ? last : null);
  const image = shown?.to('viewer_image');
  const story = shown?.to('creation_story')?.id;
  const columns = (
    <div className={x('viewerColumns')}>
      <div className={x('viewer')} data-pagelet="MediaViewerPhoto" role={props.over ? undefined : 'main'}>
        {image ? (
          <img
            alt={shown?.text('accessibility_caption')}
            className={x('viewerPhoto')}
            data-visualcompletion="media-vc-image"
            referrerPolicy="origin-when-cross-origin"
            src={image.text('uri')}
          />
        ) : null}
        <div data-name="media-viewer-nav-container">
          <Arrow label={w('previous')} sign="‹" url={shown?.text('previous_url') ?? ''} />
          <Arrow label={w('next')} sign="›" url={shown?.text('next_url') ?? ''} />
        </div>
      </div>
      <div className={x('viewerSide')} role="complementary">
        {story ? <SideColumn story={story} words={shown?.value('shows_words') === true} /> : <Skeleton />}
      </div>
    </div>
  );
  return props.over ? (
    <div className={x('viewerOver')}>
      <div aria-label={w('photos')} role="dialog">
        <div
          aria-label={w('close')}
          className={x('viewerClose')}
          onClick={navigation.close}
          role="button"
          tabIndex={0}
        >
          ×
        </div>
        {columns}
      </div>
    </div>
  ) : (
    columns
  );
}
