import { ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { errorCode, errorText } from '../error-text.ts';
import { Button } from '../ui/button.tsx';
import { dropFromInbox, picturesOf, putInInbox } from './inbox.ts';
import styles from './picture-paste.module.css';

interface Waiting {
  id: string;
  url: string;
}

export interface Pictures {
  waiting: readonly Waiting[];
  ids: string[];
  error: string | null;
  add: (files: readonly File[]) => Promise<void>;
  remove: (id: string) => void;
  /** Forget them without deleting: the worker has taken them over. */
  handedOver: () => void;
}

/** Pictures pasted or chosen for one form; what is not handed over is deleted when the form goes. */
export function usePictures(): Pictures {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef<Waiting[]>([]);
  latest.current = waiting;
  useEffect(
    () => () => {
      for (const w of latest.current) URL.revokeObjectURL(w.url);
      void dropFromInbox(latest.current.map((w) => w.id));
    },
    [],
  );
  return {
    waiting,
    ids: waiting.map((w) => w.id),
    error,
    add: async (files) => {
      setError(null);
      for (const file of files) {
        try {
          const id = await putInInbox(file, Date.now());
          setWaiting((list) => [...list, { id, url: URL.createObjectURL(file) }]);
        } catch (fault) {
          const code = errorCode(fault);
          setError(code === 'invalid' ? m.ui_picture_not_one() : errorText(code));
        }
      }
    },
    remove: (id) => {
      setWaiting((list) => list.filter((w) => w.id !== id));
      void dropFromInbox([id]);
    },
    handedOver: () => {
      for (const w of latest.current) URL.revokeObjectURL(w.url);
      latest.current = [];
      setWaiting([]);
    },
  };
}

/** Takes the pictures out of a paste event; true when there were some. */
export function takePastedPictures(event: React.ClipboardEvent, pictures: Pictures): boolean {
  const files = picturesOf(event.clipboardData);
  if (files.length === 0) return false;
  event.preventDefault();
  void pictures.add(files);
  return true;
}

/** The row of waiting pictures and the button that adds one. */
export function PictureRow({ pictures }: { pictures: Pictures }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <div className={styles.row}>
        {pictures.waiting.map((w, at) => (
          <span key={w.id} className={styles.picture}>
            <img src={w.url} alt={m.ui_picture_n({ n: at + 1 })} />
            <button
              type="button"
              aria-label={m.ui_picture_remove({ n: at + 1 })}
              onClick={() => pictures.remove(w.id)}
            >
              <X size={14} aria-hidden />
            </button>
          </span>
        ))}
        <Button size="s" variant="plain" icon={ImagePlus} onClick={() => input.current?.click()}>
          {m.ui_picture_add()}
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={(e) => {
            void pictures.add([...(e.target.files ?? [])]);
            e.target.value = '';
          }}
        />
      </div>
      {pictures.error && (
        <p role="alert" className={styles.error}>
          {pictures.error}
        </p>
      )}
    </div>
  );
}
