import { type FormEvent, useEffect, useRef } from 'react';
import { m } from '../../i18n/index.ts';
import { useManualNote } from '../complaint-parts/manual-note.tsx';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import styles from './panel.module.css';

/** A complaint noted by hand: nothing is invented, nothing is recorded until it is saved. */
export function ManualView({ onMade, onCancel }: { onMade: (id: string) => void; onCancel: () => void }) {
  const note = useManualNote(onMade, false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcuts({ 'ctrl+Enter': () => void note.save() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void note.save();
  };
  return (
    <form className={styles.panel} onSubmit={submit} onPaste={note.onPaste} noValidate>
      <header className={styles.header}>
        <Logo />
        <h1 ref={heading} tabIndex={-1}>
          {m.panel_manual_title()}
        </h1>
      </header>
      <main className={styles.body}>
        <p className="u-text2">{m.panel_manual_explained()}</p>
        {note.fields}
      </main>
      <footer className={styles.footer}>
        <Button type="submit" variant="primary" size="l" block busy={note.pending}>
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
