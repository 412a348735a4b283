import { Link, MapPin } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { PictureRow, takePastedPictures, usePictures } from '../complaint-parts/picture-paste.tsx';
import { useCommand } from '../hooks/use-command.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Logo } from '../ui/logo.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './panel.module.css';

/** A complaint noted by hand: nothing is invented, nothing is recorded until it is saved. */
export function ManualView({ onMade, onCancel }: { onMade: (id: string) => void; onCancel: () => void }) {
  const [url, setUrl] = useState('');
  const [text, setText] = useState('');
  const [place, setPlace] = useState('');
  const [fault, setFault] = useState<'url' | 'empty' | null>(null);
  const pictures = usePictures();
  const create = useCommand('complaint.create');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const save = async () => {
    const address = url.trim();
    if (address !== '' && !isAddress(address)) return setFault('url');
    if (address === '' && text.trim() === '' && pictures.ids.length === 0) return setFault('empty');
    const made = await create.run({
      url: address,
      text: text.trim(),
      place: place.trim(),
      inboxIds: pictures.ids,
    });
    if (!made) return;
    pictures.handedOver();
    onMade(made.complaintId);
  };
  useShortcuts({ 'ctrl+Enter': () => void save() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form
      className={styles.panel}
      onSubmit={submit}
      onPaste={(e) => takePastedPictures(e, pictures)}
      noValidate
    >
      <header className={styles.header}>
        <Logo />
        <h1 ref={heading} tabIndex={-1}>
          {m.panel_manual_title()}
        </h1>
      </header>
      <main className={styles.body}>
        <p className="u-text2">{m.panel_manual_explained()}</p>
        <TextField
          type="url"
          icon={Link}
          label={m.ui_field_permalink()}
          placeholder="https://"
          value={url}
          maxLength={4_000}
          onChange={(e) => {
            setUrl(e.target.value);
            setFault(null);
          }}
          error={fault === 'url' ? m.panel_manual_bad_url() : undefined}
        />
        <TextArea
          dir="auto"
          rows={4}
          label={m.ui_field_text()}
          value={text}
          maxLength={100_000}
          onChange={(e) => {
            setText(e.target.value);
            setFault(null);
          }}
          error={fault === 'empty' ? m.panel_manual_empty() : undefined}
        />
        <TextField
          icon={MapPin}
          dir="auto"
          label={m.ui_field_place()}
          value={place}
          maxLength={500}
          onChange={(e) => setPlace(e.target.value)}
        />
        <PictureRow pictures={pictures} />
        {create.error && <ErrorNote>{create.error}</ErrorNote>}
      </main>
      <footer className={styles.footer}>
        <Button type="submit" variant="primary" size="l" block busy={create.pending}>
          {m.panel_manual_save()}
        </Button>
        <div className={styles.under}>
          <Button variant="plain" size="s" onClick={onCancel}>
            {m.ui_cancel()}
          </Button>
        </div>
      </footer>
    </form>
  );
}

function isAddress(text: string): boolean {
  return /^https:\/\//i.test(text) && URL.canParse(text);
}
