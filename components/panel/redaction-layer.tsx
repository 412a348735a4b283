import { useEffect, useRef } from 'react';
import { pixelate, type Redaction, redactionRect } from '../../channels/redaction.ts';
import styles from './photo-viewer.module.css';

/** Longest side of the drawing in px: enough to see what is hidden. */
const LONGEST = 900;

/** The photo with its hidden rectangles, drawn over the picture exactly as they will be burnt in. */
export function RedactionLayer({
  url,
  redactions,
  fit,
}: {
  url: string;
  redactions: readonly Redaction[];
  fit: 'cover' | 'contain';
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    const picture = new Image();
    picture.src = url;
    picture
      .decode()
      .then(() => {
        const target = canvas.current;
        const context = target?.getContext('2d', { willReadFrequently: true });
        if (gone || !target || !context) return;
        const scale = Math.min(1, LONGEST / Math.max(picture.naturalWidth, picture.naturalHeight));
        target.width = Math.max(1, Math.round(picture.naturalWidth * scale));
        target.height = Math.max(1, Math.round(picture.naturalHeight * scale));
        context.drawImage(picture, 0, 0, target.width, target.height);
        const image = context.getImageData(0, 0, target.width, target.height);
        for (const redaction of redactions) {
          const rect = redactionRect(redaction, target.width, target.height);
          if (rect) pixelate(image.data, target.width, rect);
        }
        context.putImageData(image, 0, 0);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [url, redactions]);
  return <canvas ref={canvas} className={styles.layer} style={{ objectFit: fit }} aria-hidden />;
}
