import { ChevronDown, ChevronUp, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import styles from './message-preview.module.css';
import type { Forwarding } from './use-forwarding.ts';

/** The very message that will leave; closed until asked for, editable for this once. */
export function MessagePreview({ forwarding: f }: { forwarding: Forwarding }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const Chevron = open ? ChevronUp : ChevronDown;
  return (
    <div ref={box}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="u-grow">{m.panel_preview()}</span>
        {f.wording !== null && <span className={styles.own}>{m.ui_source_edited()}</span>}
        <Chevron size={14} aria-hidden />
      </button>
      {open &&
        (f.draft ? (
          <div className={styles.body}>
            <TextArea
              dir="auto"
              label={m.panel_preview_edit()}
              labelHidden
              value={f.wording ?? f.draft.text}
              maxLength={20_000}
              onChange={(e) => f.setWording(e.target.value)}
              hint={f.draft.shortened ? m.panel_preview_shortened() : m.panel_preview_hint()}
            />
            {f.wording !== null && (
              <Button size="s" variant="plain" icon={RotateCcw} onClick={() => f.setWording(null)}>
                {m.panel_preview_reset()}
              </Button>
            )}
          </div>
        ) : (
          <p className={styles.none}>{m.panel_preview_needs_agency()}</p>
        ))}
    </div>
  );
}
