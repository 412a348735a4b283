import { FileText, FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { PictureRow } from '../complaint-parts/picture-paste.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { TextArea } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './paste.module.css';
import { MAX_SHOWN, type PasteSource } from './use-paste-source.ts';

/** Where text, pictures or an exported chat come in: pasted, dropped or chosen. */
export function PasteBox({ source }: { source: PasteSource }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { held, pictures } = source;
  useMissed(source);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file has its button beside it
    <section
      className={cx(styles.box, over && styles.over)}
      onPaste={source.onPaste}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        setOver(false);
        source.onDrop(e);
      }}
    >
      {held ? (
        <div className={styles.held}>
          <FileText size={16} aria-hidden />
          <span className="u-grow">
            <b className={styles.heldTitle}>{held.title}</b>
            <span className="u-small u-text3">
              {m.paste_held({
                n: held.length.toLocaleString('id-ID'),
                photos: held.pictures,
              })}
            </span>
          </span>
          <Button size="s" variant="plain" onClick={source.clear}>
            {m.paste_clear()}
          </Button>
        </div>
      ) : (
        <TextArea
          autoFocus
          dir="auto"
          rows={5}
          label={m.paste_label()}
          placeholder={m.paste_placeholder()}
          value={source.text}
          maxLength={MAX_SHOWN}
          spellCheck={false}
          onChange={(e) => source.type(e.target.value)}
        />
      )}
      <div className={styles.ways}>
        <Button size="s" icon={FileUp} busy={source.reading} onClick={() => input.current?.click()}>
          {m.paste_choose_file()}
        </Button>
        <span className={styles.waysHint}>{m.paste_file_hint()}</span>
      </div>
      <PictureRow pictures={pictures} />
      <input
        ref={input}
        type="file"
        accept=".txt,.zip,text/plain,application/zip"
        hidden
        onChange={(e) => {
          void source.addFiles([...(e.target.files ?? [])]);
          e.target.value = '';
        }}
      />
      {source.error && <ErrorNote>{source.error}</ErrorNote>}
    </section>
  );
}

/** A file dropped beside the box would replace the page; a paste without a field would be lost. */
function useMissed(source: PasteSource) {
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      void latest.current.addFiles(files);
    };
    const onPaste = (event: globalThis.ClipboardEvent) => {
      if (event.target !== document.body || !event.clipboardData) return;
      event.preventDefault();
      latest.current.takeData(event.clipboardData);
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
