import { useEffect, useRef, useState } from 'react';
import { type FragmentRef, type Reader, useFragment } from './relay.tsx';
import { note } from './router.tsx';
import { x } from './session.ts';

/** The address that the page shows: the largest up to the width of the column. */
export function shownSource(media: Reader, width: number): string {
  const all = media.one('image_versions2')?.many('candidates') ?? [];
  const whole = all.filter((one) => !/stp=c[\d.]+a_/.test(one.text('url')));
  const fitting = whole.find((one) => one.number('width') <= width) ?? whole[0];
  return fitting?.text('url') ?? '';
}

function Picture({ media, alt, width = 640 }: { media: Reader; alt: string; width?: number }) {
  return <img alt={alt} crossOrigin="anonymous" decoding="auto" src={shownSource(media, width)} />;
}

/** A video whose stream never comes: cover, and a source that only the player knows. */
function Video({ media }: { media: Reader }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const source = URL.createObjectURL(new MediaSource());
    if (element.current) element.current.src = source;
    return () => URL.revokeObjectURL(source);
  }, []);
  return (
    <>
      <video ref={element} playsInline preload="none" />
      <div role="group" aria-label="Pemutar video">
        <Picture media={media} alt="" />
      </div>
    </>
  );
}

function Carousel({ media, positioned }: { media: Reader; positioned: boolean }) {
  const slides = media.many('carousel_media');
  const [at, setAt] = useState(() => {
    if (!positioned || typeof window === 'undefined') return 0;
    const asked = Number(new URLSearchParams(window.location.search).get('img_index') ?? 1);
    return Math.min(Math.max(0, asked - 1), slides.length - 1) || 0;
  });
  const move = (to: number): void => {
    setAt(to);
    if (positioned) note(to > 0 ? `?img_index=${to + 1}` : '');
  };
  // Two slides stand in the document: the present one and the next, or the last two.
  const from = Math.min(at, slides.length - 2);
  return (
    <div className={x('slides')}>
      <div role="presentation">
        <ul>
          <li aria-hidden="true" hidden />
          {slides.slice(from, from + 2).map((slide, i) => (
            <li key={slide.id} tabIndex={-1} style={{ transform: `translateX(${(from + i - at) * 100}%)` }}>
              {slide.number('media_type') === 2 ? (
                <Video media={slide} />
              ) : (
                <Picture media={slide} alt={slide.text('accessibility_caption')} />
              )}
            </li>
          ))}
        </ul>
      </div>
      {at > 0 && (
        <button
          type="button"
          aria-label="Kembali"
          className={x('arrow', 'back')}
          tabIndex={-1}
          onClick={() => move(at - 1)}
        >
          <div>‹</div>
        </button>
      )}
      {at < slides.length - 1 && (
        <button
          type="button"
          aria-label="Berikutnya"
          className={x('arrow', 'next')}
          tabIndex={-1}
          onClick={() => move(at + 1)}
        >
          <div>›</div>
        </button>
      )}
      <div className={x('dots')}>
        {slides.map((slide, i) => (
          <div key={slide.id} className={x(i === at ? 'dotOn' : 'dot')} />
        ))}
      </div>
    </div>
  );
}

/** What a post shows. `positioned` writes the slide's number into the address. */
export function MediaView(props: { media: FragmentRef; positioned?: boolean }) {
  const media = useFragment(props.media);
  const shape = media.number('original_height') / Math.max(1, media.number('original_width'));
  const many = media.number('media_type') === 8;
  const video = media.number('media_type') === 2;
  return (
    <div role="button" aria-hidden="true" tabIndex={0} className={x('media')}>
      <div className={x('frame')}>
        <div style={{ paddingBottom: `${Math.min(125, shape * 100)}%` }} />
        {many ? (
          <Carousel key={media.id} media={media} positioned={props.positioned ?? false} />
        ) : video ? (
          <Video key={media.id} media={media} />
        ) : (
          <Picture media={media} alt={media.text('accessibility_caption')} />
        )}
      </div>
    </div>
  );
}
