import { ArrowUpRight, Camera, Columns2, Eye, Image as ImageIcon } from 'lucide-react';
import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { liveEvents } from '../../complaints/live.ts';
import { isNotPublic } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorNote } from '../ui/notes.tsx';
import { AddPhoto } from './add-photo.tsx';
import { CitizenWords } from './citizen-words.tsx';
import styles from './complaint.module.css';
import { EvidencePair } from './evidence-pair.tsx';
import { EvidencePhoto } from './evidence-photo.tsx';
import { EvidenceViewer, type ViewedPhoto } from './evidence-viewer.tsx';
import { Seal } from './seal.tsx';

/** What the citizen showed and wrote, unedited, with its seal; and what the agency showed afterwards. */
export function Evidence({
  complaint,
  events,
  onRespond,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  /** Opens *Catat tanggapan*; null when nothing is waited for. */
  onRespond: (() => void) | null;
}) {
  const [shown, setShown] = useState(!complaint.sensitive);
  const [paired, setPaired] = useState(false);
  const [viewing, setViewing] = useState<number | null>(null);
  const retry = useCommand('photo.retry');
  const forwarded = new Set(complaint.forwardings.flatMap((f) => f.photoHashes));
  const before: ViewedPhoto[] = complaint.photos.flatMap((p, at) =>
    p.state === 'stored'
      ? [
          {
            hash: p.photo.hash,
            caption: caption(at, forwarded.has(p.photo.hash)),
            photo: p.photo,
            at: complaint.capturedAt,
          },
        ]
      : [],
  );
  const after: ViewedPhoto[] = liveEvents(events).flatMap((event) =>
    event.type === 'responded' || event.type === 'resolved'
      ? event.photoHashes.map((hash) => ({ hash, caption: m.dash_after(), photo: null, at: event.at }))
      : [],
  );
  const lost = complaint.photos.filter((p) => p.state === 'failed').length;
  const photos = [...before, ...after];
  const link = /^https?:\/\//.test(complaint.permalink) ? complaint.permalink : '';
  return (
    <section className={styles.section}>
      <h2>
        {m.dash_evidence()}
        <span className="u-grow" />
        {complaint.sensitive && !shown && photos.length > 0 && (
          <Button size="s" variant="plain" icon={Eye} onClick={() => setShown(true)}>
            {m.dash_show_photos()}
          </Button>
        )}
        {before.length > 0 && after.length > 0 && shown && (
          <Button size="s" variant="plain" icon={Columns2} onClick={() => setPaired(true)}>
            {m.ladder_pair()}
          </Button>
        )}
        {!complaint.purged && <AddPhoto complaintId={complaint.id} />}
        {link && (
          <a className={styles.out} href={link} target="_blank" rel="noreferrer noopener">
            {m.dash_open_post()} <ArrowUpRight size={12} aria-hidden />
          </a>
        )}
      </h2>
      <div className={styles.photos}>
        {photos.map((photo, at) => (
          <EvidencePhoto
            key={photo.hash + photo.caption}
            photo={photo}
            number={at + 1}
            blurred={!shown}
            onOpen={() => (shown ? setViewing(at) : setShown(true))}
          />
        ))}
        {after.length === 0 && onRespond && !complaint.purged && (
          <figure>
            <button type="button" className={styles.slot} onClick={onRespond}>
              <Camera size={16} aria-hidden />
              <span>{m.dash_after()}</span>
              <span>{m.dash_no_photo_yet()}</span>
            </button>
            <figcaption>{m.dash_after_hint()}</figcaption>
          </figure>
        )}
      </div>
      {lost > 0 && (
        <EmptyState
          icon={ImageIcon}
          title={m.dash_photos_missing({ n: lost })}
          action={
            <Button
              size="s"
              busy={retry.pending}
              onClick={() => void retry.run({ complaintId: complaint.id })}
            >
              {m.dash_retry()}
            </Button>
          }
        >
          {m.dash_photos_missing_hint()}
        </EmptyState>
      )}
      {retry.error && <ErrorNote>{retry.error}</ErrorNote>}
      <CitizenWords complaint={complaint} events={events} />
      {!complaint.purged && <Seal complaint={complaint} events={events} />}
      {paired && (
        <EvidencePair
          before={before}
          after={after}
          keep={complaint.sensitive || isNotPublic(complaint.capture.audience)}
          onClose={() => setPaired(false)}
        />
      )}
      <EvidenceViewer photos={photos} at={viewing} onMove={setViewing} />
    </section>
  );
}

function caption(at: number, sent: boolean): string {
  return sent ? m.dash_photo_sent({ n: at + 1 }) : m.dash_photo_n({ n: at + 1 });
}
