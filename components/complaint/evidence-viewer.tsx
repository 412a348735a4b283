import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { StoredPhotoRef } from '../../complaints/events.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './complaint.module.css';

export interface ViewedPhoto {
  hash: string;
  caption: string;
  /** How it was captured; null for a photo that came with an answer. */
  photo: StoredPhotoRef | null;
  /** Epoch ms at which it came in. */
  at: number;
}

/** A photo as large as it fits, with what the log knows of it. Arrows move. */
export function EvidenceViewer({
  photos,
  at,
  onMove,
}: {
  photos: readonly ViewedPhoto[];
  /** Null = closed. */
  at: number | null;
  onMove: (at: number | null) => void;
}) {
  const photo = at === null ? undefined : photos[at];
  return (
    <Dialog
      open={photo !== undefined}
      onOpenChange={(on) => !on && onMove(null)}
      title={photo?.caption ?? ''}
      wide
    >
      {photo && at !== null && (
        <Viewed
          photo={photo}
          before={at > 0 ? () => onMove(at - 1) : null}
          after={at + 1 < photos.length ? () => onMove(at + 1) : null}
        />
      )}
    </Dialog>
  );
}

function Viewed({
  photo,
  before,
  after,
}: {
  photo: ViewedPhoto;
  before: (() => void) | null;
  after: (() => void) | null;
}) {
  const { zone } = useSettings();
  const url = usePhotoUrl(photo.hash);
  const { photo: ref } = photo;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a second way to the buttons inside
    <div
      onKeyDown={(e) => {
        if (e.key === 'ArrowLeft') before?.();
        if (e.key === 'ArrowRight') after?.();
      }}
    >
      <div className={styles.stage}>{url && <img src={url} alt={photo.caption} />}</div>
      <div className={styles.viewerFoot}>
        <IconButton
          icon={ChevronLeft}
          label={m.dash_photo_before()}
          disabled={!before}
          onClick={() => before?.()}
        />
        <IconButton
          icon={ChevronRight}
          label={m.dash_photo_after()}
          disabled={!after}
          onClick={() => after?.()}
        />
        <dl className={styles.photoFacts}>
          <dt>{m.dash_photo_how()}</dt>
          <dd>{howWord(ref)}</dd>
          <dt>{m.dash_photo_when()}</dt>
          <dd>{fullMoment(photo.at, zone, locale())}</dd>
          {ref && (
            <>
              <dt>{m.dash_photo_size()}</dt>
              <dd>
                {ref.width && ref.height ? `${ref.width} × ${ref.height} px, ` : ''}
                {Math.max(1, Math.round(ref.size / 1024))} kB
              </dd>
            </>
          )}
          <dt>SHA-256</dt>
          <dd>
            <code className={styles.hash}>{photo.hash}</code>
          </dd>
        </dl>
      </div>
    </div>
  );
}

function howWord(ref: StoredPhotoRef | null): string {
  if (!ref) return m.dash_photo_from_answer();
  if (ref.how === 'pasted') return m.dash_photo_by_hand();
  return ref.kind === 'video-cover' ? m.dash_photo_video_cover() : m.dash_photo_from_post();
}
