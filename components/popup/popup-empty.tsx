import { Inbox } from 'lucide-react';
import { m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { rowClock } from '../complaint-parts/clock-view.ts';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { AgeBar } from '../ui/age-bar.tsx';
import styles from './popup-empty.module.css';

/** Nothing is late: says so, and shows what comes next. Before the first complaint: what to do. */
export function PopupEmpty({
  next,
  first,
  now,
  onOpen,
}: {
  next: ComplaintRow | null;
  /** No complaint was ever flagged. */
  first: boolean;
  now: number;
  onOpen: (row: ComplaintRow) => void;
}) {
  const clock = next && rowClock(next, now);
  return (
    <main className={styles.empty}>
      {first ? <Inbox size={32} strokeWidth={1.5} className={styles.inbox} aria-hidden /> : <Calm />}
      <h2>{first ? m.popup_first_title() : m.popup_nothing_late()}</h2>
      <p className={styles.words}>{first ? m.popup_how_to_begin() : m.popup_all_in_time()}</p>
      {next && clock && (
        <div className={styles.next}>
          <p className="u-small u-text3">{m.popup_next()}</p>
          <button type="button" className={styles.card} onClick={() => onOpen(next)}>
            <PhotoThumb hash={next.photoHash} sensitive={next.sensitive === 1} />
            <span className="u-grow">
              <span className={styles.gist} dir="auto">
                {next.gist || m.popup_without_text()}
              </span>
              <span className={styles.detail}>
                <span className="u-cut u-grow">
                  {next.agencyShort} · {next.number}
                </span>
                <span className={styles.bar}>
                  <AgeBar used={clock.used} state={clock.state} label={clock.spoken} />
                </span>
                <span className={styles.time} aria-hidden>
                  {clock.words}
                </span>
              </span>
            </span>
          </button>
        </div>
      )}
    </main>
  );
}

/** The bubble of the logo, calm and green. */
function Calm() {
  return (
    <svg width="104" height="72" viewBox="0 0 104 72" fill="none" aria-hidden="true">
      <path d="M8 60H96" stroke="var(--line)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M52 8a22 22 0 0 0-19 33l-2.4 10.6a1.6 1.6 0 0 0 2 1.9L43 50.4A22 22 0 1 0 52 8z"
        fill="var(--selesai-tint)"
        stroke="var(--mark-selesai)"
        strokeWidth="2"
      />
      <path
        d="m43 30 6.5 6.5L62 24"
        stroke="var(--selesai)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
