import { Link, MapPin } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { PictureRow, takePastedPictures, usePictures } from '../complaint-parts/picture-paste.tsx';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import styles from './manual-dialog.module.css';

/** *Catat manual*: link, text, place and photos of a complaint that no button could read. */
export function ManualDialog({
  open,
  onClose,
  onMade,
}: {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={(on) => !on && onClose()}
      title={m.dash_manual_title()}
      description={m.dash_manual_explained()}
    >
      <ManualForm onCancel={onClose} onMade={onMade} />
    </Dialog>
  );
}

function ManualForm({ onCancel, onMade }: { onCancel: () => void; onMade: (id: string) => void }) {
  const [url, setUrl] = useState('');
  const [text, setText] = useState('');
  const [place, setPlace] = useState('');
  const [fault, setFault] = useState<'url' | 'empty' | null>(null);
  const pictures = usePictures();
  const create = useCommand('complaint.create');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = url.trim();
    if (address && !/^https?:\/\/[^\s]+$/i.test(address)) return setFault('url');
    if (!address && !text.trim() && pictures.ids.length === 0) return setFault('empty');
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
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onPaste={(e) => takePastedPictures(e, pictures)}
      noValidate
    >
      <TextField
        autoFocus
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
        error={fault === 'url' ? m.dash_manual_bad_url() : undefined}
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
        error={fault === 'empty' ? m.dash_manual_empty() : undefined}
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
      <div className={styles.actions}>
        <Button variant="plain" onClick={onCancel}>
          {m.ui_cancel()}
        </Button>
        <Button variant="primary" type="submit" busy={create.pending}>
          {m.dash_manual_save()}
        </Button>
      </div>
    </form>
  );
}
