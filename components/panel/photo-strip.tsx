import { Check, EyeOff, Image as ImageIcon, ImagePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Redaction } from '../../channels/redaction.ts';
import type { PhotoState } from '../../complaints/complaint.ts';
import type { PhotoFailure } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { dropFromInbox, picturesOf, putInInbox } from '../complaint-parts/inbox.ts';
import { errorCode, errorText } from '../error-text.ts';
import { useCommand } from '../hooks/use-command.ts';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import panel from './panel.module.css';
import styles from './photo-strip.module.css';
import { PhotoViewer } from './photo-viewer.tsx';
import { RedactionLayer } from './redaction-layer.tsx';

const REASON: Record<PhotoFailure, () => string> = {
  expired: m.panel_photo_expired,
  'too-large': m.panel_photo_too_large,
  'not-a-picture': m.panel_photo_not_a_picture,
  network: m.panel_photo_network,
  timeout: m.panel_photo_timeout,
  'not-allowed': m.panel_photo_not_allowed,
  storage: m.panel_photo_storage,
};

export interface PhotoChoice {
  /** Hashes that go along. */
  selected: ReadonlySet<string>;
  onSelect: (hash: string, on: boolean) => void;
  redactions: ReadonlyMap<string, readonly Redaction[]>;
  onRedact: (hash: string, redactions: Redaction[]) => void;
}

/** The complaint's photos: which go along, what is hidden in them, and those that are not here yet. */
export function PhotoStrip({
  complaintId,
  photos,
  sensitive,
  choice,
}: {
  complaintId: string;
  photos: readonly PhotoState[];
  sensitive: boolean;
  choice: PhotoChoice;
}) {
  const [viewed, setViewed] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const retry = useCommand('photo.retry');
  const add = useCommand('photo.add');
  const input = useRef<HTMLInputElement>(null);
  const stored = photos.filter((p) => p.state === 'stored');
  const chosen = stored.filter((p) => choice.selected.has(p.photo.hash)).length;

  const addFiles = async (files: readonly File[]) => {
    setError(null);
    const ids: string[] = [];
    try {
      for (const file of files) ids.push(await putInInbox(file, Date.now()));
    } catch (fault) {
      void dropFromInbox(ids);
      const code = errorCode(fault);
      return setError(code === 'invalid' ? m.ui_picture_not_one() : errorText(code));
    }
    if (ids.length > 0) await add.run({ complaintId, inboxIds: ids });
  };
  const fault = error ?? add.error ?? retry.error;
  return (
    <section
      aria-label={m.panel_photos()}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        void addFiles(picturesOf(e.dataTransfer));
      }}
    >
      {photos.length > 0 && (
        <ul className={styles.strip}>
          {photos.map((photo, at) =>
            photo.state === 'stored' ? (
              <StoredPhoto
                key={photo.photo.hash}
                n={at + 1}
                hiddenAfter={at === 2 ? photos.length - 3 : 0}
                hash={photo.photo.hash}
                sensitive={sensitive}
                on={choice.selected.has(photo.photo.hash)}
                redactions={choice.redactions.get(photo.photo.hash) ?? []}
                onToggle={(on) => choice.onSelect(photo.photo.hash, on)}
                onView={() => setViewed(photo.photo.hash)}
              />
            ) : (
              <li key={photo.url} className={styles.missing}>
                <ImageIcon size={16} aria-hidden />
                {photo.state === 'pending' ? (
                  <span>{m.panel_photo_pending()}</span>
                ) : (
                  <>
                    <strong>{m.panel_photo_failed()}</strong>
                    <span>{REASON[photo.reason]()}</span>
                  </>
                )}
                <Button size="s" busy={retry.pending} onClick={() => void retry.run({ complaintId })}>
                  {m.panel_retry()}
                </Button>
              </li>
            ),
          )}
        </ul>
      )}
      <div className={cx(panel.meta, styles.under)}>
        <span aria-live="polite">
          {stored.length > 0
            ? m.panel_photos_chosen({ n: chosen, all: stored.length })
            : photos.length === 0 && m.panel_photos_none()}
        </span>
        <span className="u-grow" />
        <button
          type="button"
          className={panel.link}
          onClick={() => input.current?.click()}
          aria-busy={add.pending}
        >
          <ImagePlus size={14} aria-hidden />
          {m.ui_picture_add()}
        </button>
        {stored[0] && (
          <button
            type="button"
            className={panel.link}
            onClick={() => setViewed(stored[0]?.photo.hash ?? null)}
          >
            <EyeOff size={14} aria-hidden />
            {m.panel_hide_faces()}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={(e) => {
            void addFiles([...(e.target.files ?? [])]);
            e.target.value = '';
          }}
        />
      </div>
      {fault && (
        <p role="alert" className={styles.error}>
          {fault}
        </p>
      )}
      {viewed && (
        <PhotoViewer
          hashes={stored.map((p) => p.photo.hash)}
          hash={viewed}
          onChange={setViewed}
          redactions={choice.redactions}
          onRedact={choice.onRedact}
          onClose={() => setViewed(null)}
        />
      )}
    </section>
  );
}

function StoredPhoto({
  n,
  hiddenAfter,
  hash,
  sensitive,
  on,
  redactions,
  onToggle,
  onView,
}: {
  n: number;
  /** How many more stand to the right of the last one in sight. */
  hiddenAfter: number;
  hash: string;
  sensitive: boolean;
  on: boolean;
  redactions: readonly Redaction[];
  onToggle: (on: boolean) => void;
  onView: () => void;
}) {
  const url = usePhotoUrl(hash);
  return (
    <li className={styles.photo}>
      <button type="button" className={styles.view} onClick={onView} aria-label={m.panel_photo_view({ n })}>
        {url && (
          <span className={cx(styles.fill, sensitive && styles.blurred)}>
            <img src={url} alt="" draggable={false} />
            {redactions.length > 0 && <RedactionLayer url={url} redactions={redactions} fit="cover" />}
          </span>
        )}
        {url === null && <ImageIcon size={16} aria-hidden />}
      </button>
      {hiddenAfter > 0 && (
        <span className={styles.more} aria-hidden>
          +{hiddenAfter}
        </span>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={on}
          aria-label={m.panel_photo_take({ n })}
          onChange={(e) => onToggle(e.target.checked)}
        />
        <Check size={13} strokeWidth={3} aria-hidden />
      </label>
    </li>
  );
}
