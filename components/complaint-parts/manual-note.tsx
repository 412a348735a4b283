import { Link, MapPin } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { PictureRow, takePastedPictures, usePictures } from './picture-paste.tsx';

export interface ManualNote {
  /** Link, text, place and photos, with their sentences where something is wrong. */
  fields: ReactNode;
  /** Records the complaint when there is enough of it; says what is missing otherwise. */
  save: () => Promise<void>;
  pending: boolean;
  onPaste: (event: ClipboardEvent) => void;
}

/** A complaint that no button could read, noted by hand: nothing is recorded until it is saved. */
export function useManualNote(onMade: (id: string) => void, focusFirst: boolean): ManualNote {
  const [url, setUrl] = useState('');
  const [text, setText] = useState('');
  const [place, setPlace] = useState('');
  const [fault, setFault] = useState<'url' | 'empty' | null>(null);
  const pictures = usePictures();
  const create = useCommand('complaint.create');

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
  const fields = (
    <>
      <TextField
        autoFocus={focusFirst}
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
    </>
  );
  return { fields, save, pending: create.pending, onPaste: (event) => takePastedPictures(event, pictures) };
}

function isAddress(text: string): boolean {
  return /^https:\/\//i.test(text) && URL.canParse(text);
}
