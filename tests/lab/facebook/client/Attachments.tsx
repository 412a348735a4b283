import { type ReactNode, useState } from 'react';
import type { Part } from '../styles.ts';
import { type FragmentRef, type Node, useNode } from './environment.tsx';
import { current, tail, tracked, w, x } from './look.ts';
import { isPlainClick, useNavigation } from './navigation.tsx';

const IMAGE = 'image(height:590,width:590)';
const ALBUM = 'all_subattachments(first:10)';

function Picture(props: {
  media: Node;
  url: string;
  parts: Part[];
  solo?: boolean;
  over?: ReactNode;
  from: string;
}) {
  const navigation = useNavigation();
  const image = props.media.to(props.solo ? 'photo_image' : IMAGE);
  if (!image) return null;
  return (
    <a
      className={x('photoLink', ...props.parts)}
      href={tracked(props.url, props.from, '*bH-R')}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        navigation.open(props.url);
      }}
      style={current().contain === 'strict' ? { contain: 'paint' } : undefined}
      role="link"
      tabIndex={0}
    >
      <img
        alt={props.media.text('accessibility_caption')}
        className={x(props.solo ? 'photoSolo' : 'photo')}
        height={image.number('height')}
        referrerPolicy="origin-when-cross-origin"
        src={image.text('uri')}
        width={image.number('width')}
      />
      {props.over}
    </a>
  );
}

function Album(props: { attachment: Node; tiles: number; from: string }) {
  const album = props.attachment.to(ALBUM);
  const nodes = album?.all('nodes') ?? [];
  const shown = nodes.slice(0, props.tiles);
  const rest = (album?.number('count') ?? 0) - shown.length;
  const sizeOf = (index: number): Part => {
    if (shown.length === 2 || shown.length === 4) return 'half';
    if (shown.length === 3) return index === 0 ? 'wide' : 'half';
    return index < 2 ? 'half' : 'third';
  };
  return (
    <div className={x('photos')}>
      {shown.map((node, index) => {
        const media = node.to('media');
        const last = index === shown.length - 1 && rest > 0;
        return media ? (
          <Picture
            from={props.from}
            key={node.id}
            media={media}
            over={last ? <div className={x('plus')}>{`+${rest}`}</div> : null}
            parts={[sizeOf(index)]}
            url={node.text('url')}
          />
        ) : null;
      })}
    </div>
  );
}

function Video(props: { media: Node; from: string }) {
  // The film itself comes in pieces through a source of the page's own; here none ever comes.
  const [source] = useState(() => URL.createObjectURL(new MediaSource()));
  const poster = props.media.to('preferred_thumbnail', IMAGE);
  return (
    <div className={x('videoBox')} data-video-id={props.media.id}>
      <video className={x('video')} playsInline preload="none" src={source} />
      <div>
        <img
          alt=""
          className={x('videoPoster')}
          referrerPolicy="origin-when-cross-origin"
          src={poster?.text('uri')}
        />
      </div>
      <a
        aria-label={w('enlarge')}
        className={x('enlarge')}
        href={tracked(props.media.text('permalink_url'), props.from, '-R')}
        role="link"
        tabIndex={0}
      >
        ⤢
      </a>
    </div>
  );
}

/** The button of an advertisement that wants to be called. */
function Call(props: { from: string }) {
  return (
    <a
      className={x('linkCard')}
      data-ad-rendering-role="cta"
      href={`https://l.facebook.com/l.php?u=${encodeURIComponent('https://toko.example/')}&h=AT4${tail(props.from, '-R', 40)}`}
      rel="nofollow noreferrer"
      role="link"
      tabIndex={0}
      target="_blank"
    >
      WhatsApp
    </a>
  );
}

function Share(props: { attachment: Node; ad: boolean }) {
  const source = props.ad
    ? { attributionsrc: 'https://www.facebook.com/privacy_sandbox/comet/register/source/?xt=AZ' }
    : {};
  return (
    <a
      className={x('linkCard')}
      href={props.attachment.text('url')}
      rel="nofollow noreferrer"
      role="link"
      tabIndex={0}
      target="_blank"
      {...source}
    >
      <div className={x('linkHost')} data-ad-rendering-role="meta">
        {props.attachment.to('source')?.text('text')}
      </div>
      <div className={x('linkTitle')} data-ad-rendering-role="title">
        {props.attachment.text('title')}
      </div>
    </a>
  );
}

/** What hangs under the words. */
export function CometFeedStoryAttachments(props: { story: FragmentRef; id: string }) {
  const story = useNode(props.story.__id);
  const [attachment] = story?.all('attachments') ?? [];
  const styles = attachment?.to('styles');
  const inner = styles?.to('attachment');
  if (!story || !styles || !inner) return null;
  const media = inner.to('media');
  let content: ReactNode = null;
  if (styles.type === 'StoryAttachmentPhotoStyleRenderer' && media) {
    content = <Picture from={story.id} media={media} parts={[]} solo url={inner.text('url')} />;
  } else if (styles.type === 'StoryAttachmentVideoStyleRenderer' && media) {
    content = <Video from={story.id} media={media} />;
  } else if (styles.type === 'StoryAttachmentShareStyleRenderer') {
    content = <Share ad={story.to('sponsored_data') !== null} attachment={inner} />;
  } else {
    content = (
      <Album
        attachment={inner}
        from={story.id}
        tiles={styles.type === 'StoryAttachmentAlbumColumnStyleRenderer' ? 3 : 5}
      />
    );
  }
  return (
    <div id={props.id}>
      {content}
      {story.text('ad_sign') === 'call' ? <Call from={story.id} /> : null}
    </div>
  );
}
