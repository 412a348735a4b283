import { ChevronLeft, ChevronRight, EyeOff, Undo2 } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import type { Redaction } from '../../channels/redaction.ts';
import { m } from '../../i18n/index.ts';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './photo-viewer.module.css';
import { RedactionLayer } from './redaction-layer.tsx';

const EMPTY: readonly Redaction[] = [];
/** Smaller than this (share of the photo) a drag was a click. */
const SMALLEST = 0.01;

/**
 * A photo at full size with the tool that hides faces: draw a rectangle with the pointer, or hide the whole photo
 * by the keyboard. The stored photo stays as it is; only what is sent is covered.
 */
export function PhotoViewer({
  hashes,
  hash,
  onChange,
  redactions,
  onRedact,
  onClose,
}: {
  hashes: readonly string[];
  hash: string;
  onChange: (hash: string) => void;
  redactions: ReadonlyMap<string, readonly Redaction[]>;
  onRedact: (hash: string, redactions: Redaction[]) => void;
  onClose: () => void;
}) {
  const url = usePhotoUrl(hash);
  const [drawn, setDrawn] = useState<Redaction | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const here = redactions.get(hash) ?? EMPTY;
  const at = hashes.indexOf(hash);

  const place = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    const clamp = (v: number) => Math.min(1, Math.max(0, v));
    return {
      x: clamp((event.clientX - box.left) / box.width),
      y: clamp((event.clientY - box.top) / box.height),
    };
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = place(event);
  };
  const onMove = (event: PointerEvent) => {
    if (start.current) setDrawn(between(start.current, place(event)));
  };
  const onUp = (event: PointerEvent) => {
    if (!start.current) return;
    const rect = between(start.current, place(event));
    start.current = null;
    setDrawn(null);
    if (rect.w > SMALLEST && rect.h > SMALLEST) onRedact(hash, [...here, rect]);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={m.panel_viewer_title({ n: at + 1, all: hashes.length })}
      description={m.panel_viewer_help()}
      footer={
        <>
          {hashes.length > 1 && (
            <span className={styles.steps}>
              <IconButton
                icon={ChevronLeft}
                label={m.panel_viewer_previous()}
                disabled={at <= 0}
                onClick={() => onChange(hashes[at - 1] ?? hash)}
              />
              <IconButton
                icon={ChevronRight}
                label={m.panel_viewer_next()}
                disabled={at >= hashes.length - 1}
                onClick={() => onChange(hashes[at + 1] ?? hash)}
              />
            </span>
          )}
          <Button icon={Undo2} disabled={here.length === 0} onClick={() => onRedact(hash, here.slice(0, -1))}>
            {m.panel_viewer_undo()}
          </Button>
          <Button icon={EyeOff} onClick={() => onRedact(hash, [...here, { x: 0, y: 0, w: 1, h: 1 }])}>
            {m.panel_viewer_all()}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {m.panel_viewer_done()}
          </Button>
        </>
      }
    >
      <div className={styles.frame}>
        <div
          ref={stage}
          className={styles.stage}
          onPointerDown={onDown}
          onPointerMove={onMove}
          onPointerUp={onUp}
          onPointerCancel={() => {
            start.current = null;
            setDrawn(null);
          }}
        >
          {url && <img src={url} alt={m.panel_photo_n({ n: at + 1 })} draggable={false} />}
          {url && here.length > 0 && <RedactionLayer url={url} redactions={here} fit="contain" />}
          {drawn && (
            <span
              className={styles.drawn}
              style={{
                left: `${drawn.x * 100}%`,
                top: `${drawn.y * 100}%`,
                width: `${drawn.w * 100}%`,
                height: `${drawn.h * 100}%`,
              }}
            />
          )}
        </div>
      </div>
      <p className="u-hidden" role="status">
        {m.panel_viewer_count({ n: here.length })}
      </p>
    </Dialog>
  );
}

function between(a: { x: number; y: number }, b: { x: number; y: number }): Redaction {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}
