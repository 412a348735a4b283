import { Link } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import styles from './paste-link.module.css';

/** *Tempel tautan unggahan*: a complaint from the address alone, for any page that no button can read. */
export function PasteLink({
  onMade,
  focusFirst = false,
}: {
  /** `fresh`: it was no complaint before. */
  onMade: (id: string, fresh: boolean) => void;
  focusFirst?: boolean;
}) {
  const [text, setText] = useState('');
  const make = useCommand('complaint.fromLink');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await make.run({ text });
    if (!made) return;
    setText('');
    onMade(made.complaintId, made.fresh);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.field}>
        <TextField
          autoFocus={focusFirst}
          icon={Link}
          label={m.ui_paste_link()}
          placeholder="https://"
          value={text}
          maxLength={20_000}
          onChange={(e) => {
            setText(e.target.value);
            make.clear();
          }}
          error={make.error ?? undefined}
        />
      </div>
      <Button type="submit" busy={make.pending}>
        {m.ui_paste_link_make()}
      </Button>
    </form>
  );
}
