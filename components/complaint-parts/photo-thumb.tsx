import { Image as ImageIcon } from 'lucide-react';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { cx } from '../ui/cx.ts';
import styles from './photo-thumb.module.css';

/**
 * The small picture in a list. Decoration beside the gist, so it has no name of its own unless `alt` is given.
 * A sensitive complaint's photo is blurred.
 */
export function PhotoThumb({
  hash,
  size = 40,
  sensitive = false,
  alt = '',
}: {
  hash: string;
  /** Edge in px. */
  size?: number;
  sensitive?: boolean;
  alt?: string;
}) {
  const url = usePhotoUrl(hash, true);
  return (
    <span className={styles.frame} style={{ width: size, height: size }}>
      {url ? (
        <img
          src={url}
          alt={alt}
          decoding="async"
          className={cx(styles.image, sensitive && styles.blurred)}
          draggable={false}
        />
      ) : (
        url === null && <ImageIcon size={16} aria-hidden />
      )}
    </span>
  );
}
