import { ImagePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { dropFromInbox, putInInbox } from '../complaint-parts/inbox.ts';
import { errorCode, errorText } from '../error-text.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import styles from './complaint.module.css';

/** Photos of the official's own, kept with the complaint and marked as added by hand. */
export function AddPhoto({ complaintId }: { complaintId: string }) {
  const add = useCommand('photo.add');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setFault(null);
    const ids: string[] = [];
    try {
      for (const file of files) ids.push(await putInInbox(file, Date.now()));
    } catch (error) {
      const code = errorCode(error);
      setFault(code === 'invalid' ? m.ui_picture_not_one() : errorText(code));
    }
    if (ids.length > 0 && !(await add.run({ complaintId, inboxIds: ids }))) await dropFromInbox(ids);
  };
  const sentence = fault ?? add.error;
  return (
    <>
      {sentence && (
        <span role="alert" className={styles.inlineError}>
          {sentence}
        </span>
      )}
      <Button
        size="s"
        variant="plain"
        icon={ImagePlus}
        busy={add.pending}
        onClick={() => input.current?.click()}
      >
        {m.ui_picture_add()}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(e) => {
          void take([...(e.target.files ?? [])]);
          e.target.value = '';
        }}
      />
    </>
  );
}
