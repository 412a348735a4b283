import { Inbox, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { HostAccess } from '../complaint-parts/host-access.tsx';
import { PasteLink } from '../complaint-parts/paste-link.tsx';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { complaintNumber } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { EmptyState, Note } from '../ui/notes.tsx';
import styles from './panel.module.css';
import home from './panel-home.module.css';

/** Longest list of new complaints shown here; the rest is on the complaints' page. */
const SHOWN = 50;

/** No complaint is chosen: those that still wait on our own desk, oldest first; or what to do to get one. */
export function PanelHome({
  onOpen,
  onByHand,
  taken,
  lost,
}: {
  onOpen: (id: string) => void;
  onByHand: () => void;
  /** The complaint whose flag was taken back, when that is why nothing is shown. */
  taken: Complaint | null;
  /** The chosen complaint is not in the store. */
  lost: boolean;
}) {
  const { zone } = useSettings();
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fresh = useLive(
    async () =>
      (await database.complaints.where('status').equals('new').toArray()).sort(
        (a, b) => a.capturedAt - b.capturedAt,
      ),
    [],
  );
  if (!fresh) return <div className={styles.panel} />;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <Logo />
        <h1 ref={heading} tabIndex={-1}>
          {m.panel_home_title()}
        </h1>
      </header>
      <main className={styles.body}>
        {taken && <Note icon={RotateCcw}>{m.panel_taken_back({ number: complaintNumber(taken) })}</Note>}
        {lost && <Note>{m.error_not_found()}</Note>}
        <HostAccess />
        {fresh.length === 0 ? (
          <EmptyState icon={Inbox} title={m.panel_home_empty()}>
            {m.panel_home_empty_do()}
          </EmptyState>
        ) : (
          <section className={styles.section}>
            <h2>{m.panel_home_new({ n: fresh.length })}</h2>
            <ul className={home.list}>
              {fresh.slice(0, SHOWN).map((row) => (
                <li key={row.id}>
                  <button type="button" className={home.row} onClick={() => onOpen(row.id)}>
                    <PhotoThumb hash={row.photoHash} sensitive={row.sensitive === 1} />
                    <span className={home.words}>
                      <span className={home.gist} dir="auto">
                        {row.gist || m.panel_without_text()}
                      </span>
                      <span className={home.detail}>
                        {row.number} · {nearMoment(row.capturedAt, now, zone, locale())}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      <footer className={styles.footer}>
        <div className={home.paste}>
          <PasteLink onMade={onOpen} />
        </div>
        <Button block onClick={onByHand}>
          {m.panel_add_by_hand()}
        </Button>
      </footer>
    </div>
  );
}
