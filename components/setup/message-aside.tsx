import { Lock } from 'lucide-react';
import { useMemo } from 'react';
import { messageText } from '../../channels/message.ts';
import type { Agency } from '../../complaints/agency.ts';
import type { Settings } from '../../complaints/settings.ts';
import { m } from '../../i18n/index.ts';
import { useNow } from '../hooks/use-now.ts';
import { MessageBubble } from '../settings/message-bubble.tsx';
import { sampleContext } from '../settings/sample.ts';
import { Note } from '../ui/notes.tsx';
import styles from './setup.module.css';

/** The very message that a head will get, as the settings stand. */
export function MessageAside({ settings, agency }: { settings: Settings; agency: Agency | null }) {
  const now = useNow();
  const text = useMemo(() => messageText(sampleContext(settings, agency, now)), [settings, agency, now]);
  return (
    <aside className={styles.aside} aria-label={m.set_preview()}>
      <p className="u-small u-text3">{m.set_preview()}</p>
      <div className={`u-card ${styles.preview}`}>
        <MessageBubble text={text} />
      </div>
      <Note icon={Lock}>{m.set_preview_stays()}</Note>
    </aside>
  );
}
