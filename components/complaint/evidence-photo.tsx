import { EyeOff, Image as ImageIcon } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { cx } from '../ui/cx.ts';
import styles from './complaint.module.css';
import type { ViewedPhoto } from './evidence-viewer.tsx';

/** One photo of the evidence; a sensitive one is blurred until asked for. */
export function EvidencePhoto({
  photo,
  number,
  blurred,
  onOpen,
}: {
  photo: ViewedPhoto;
  number: number;
  blurred: boolean;
  onOpen: () => void;
}) {
  const url = usePhotoUrl(photo.hash);
  return (
    <figure>
      <button
        type="button"
        className={styles.photo}
        aria-label={blurred ? m.dash_show_photo({ n: number }) : m.dash_view_photo({ n: number })}
        onClick={onOpen}
      >
        {url ? (
          <img src={url} alt="" className={cx(blurred && styles.blurred)} draggable={false} />
        ) : (
          url === null && <ImageIcon size={20} aria-hidden />
        )}
        {blurred && <EyeOff size={20} className={styles.veiled} aria-hidden />}
      </button>
      <figcaption>{photo.caption}</figcaption>
    </figure>
  );
}
