import { Pencil } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { MAX_GIST } from '../../complaints/gist.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './complaint.module.css';

/** The official has just asked to edit it. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** The complaint's one line as the page's heading, editable in place; the citizen's words stay as they are. */
export function TitleField({ complaint }: { complaint: Complaint }) {
  const [draft, setDraft] = useState<string | null>(null);
  const correct = useCommand('complaint.correct');
  const again = useRef<HTMLButtonElement>(null);
  const close = () => {
    setDraft(null);
    correct.clear();
    requestAnimationFrame(() => again.current?.focus());
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const value = (draft ?? '').trim();
    if (value === complaint.gist) return close();
    if (await correct.run({ complaintId: complaint.id, field: 'gist', value })) close();
  };
  if (draft === null) {
    const words = complaint.gist || (complaint.purged ? m.dash_purged() : m.dash_no_text());
    return (
      <div className={styles.titleRow}>
        <h1 tabIndex={-1} dir="auto" title={words}>
          {words}
        </h1>
        {!complaint.purged && (
          <IconButton
            ref={again}
            size="s"
            icon={Pencil}
            label={m.dash_edit_title()}
            onClick={() => setDraft(complaint.gist)}
          />
        )}
      </div>
    );
  }
  return (
    <form className={styles.titleForm} onSubmit={save}>
      <h1 className="u-hidden" tabIndex={-1}>
        {complaint.gist}
      </h1>
      <input
        ref={takeFocus}
        dir="auto"
        aria-label={m.dash_title()}
        aria-describedby={correct.error ? 'title-error' : undefined}
        value={draft}
        maxLength={MAX_GIST}
        onChange={(e) => setDraft(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && close()}
      />
      <Button size="s" type="submit" busy={correct.pending}>
        {m.dash_save()}
      </Button>
      <Button size="s" variant="plain" onClick={close}>
        {m.ui_cancel()}
      </Button>
      {correct.error && (
        <p id="title-error" role="alert" className={styles.titleError}>
          {correct.error}
        </p>
      )}
    </form>
  );
}
