import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { isReadable } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import { complaintFacts, hasFacts, PostMarks } from '../complaint-parts/post-marks.tsx';
import { siteName } from '../complaint-parts/words.ts';
import { sourceMoment } from '../format.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { cx } from '../ui/cx.ts';
import panel from './panel.module.css';
import styles from './source-line.module.css';

/** Where it comes from, and when. The author is "Warga" until someone asks for the handle. */
export function SourceLine({ complaint, now }: { complaint: Complaint; now: number }) {
  const { zone } = useSettings();
  const [shown, setShown] = useState(false);
  const { capture } = complaint;
  const facts = complaintFacts(complaint);
  const author = isReadable(capture.author) ? capture.author.value : null;
  const handle = author?.handle ? `@${author.handle}` : (author?.name ?? '');
  const site = siteName(capture.site) || m.panel_source_manual();
  const moment = isReadable(capture.postedAt) ? sourceMoment(capture.postedAt.value, now, zone) : '';
  return (
    <div className={cx(panel.meta, styles.source)}>
      <span className={styles.line}>
        <span>{site}</span>
        <span aria-hidden>·</span>
        {handle ? (
          <button
            type="button"
            className={styles.who}
            aria-expanded={shown}
            title={shown ? m.panel_author_hide() : m.panel_author_show()}
            onClick={() => setShown(!shown)}
          >
            <bdi>{shown ? handle : m.citizen()}</bdi>
          </button>
        ) : (
          <span>{m.citizen()}</span>
        )}
        {moment && (
          <>
            <span aria-hidden>·</span>
            <span className={styles.when}>{moment}</span>
          </>
        )}
      </span>
      {hasFacts(facts) && (
        <span className={styles.marks}>
          <PostMarks facts={facts} />
        </span>
      )}
    </div>
  );
}
