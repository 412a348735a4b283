import { Flame } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { growthOf } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import { loudWhy } from '../complaint-parts/loud-words.ts';
import { PhotoThumb } from '../complaint-parts/photo-thumb.tsx';
import { PostContext } from '../complaint-parts/post-context.tsx';
import { useLoudMatters } from '../complaint-parts/use-loud.ts';
import { Wordings } from '../complaint-parts/wordings.tsx';
import { Note } from '../ui/notes.tsx';
import { SourceLine } from './source-line.tsx';
import styles from './summary.module.css';

/** What the complaint is about, once nothing in it is to be changed any more. */
export function Summary({ complaint, now }: { complaint: Complaint; now: number }) {
  const hashes = complaint.photos.flatMap((p) => (p.state === 'stored' ? [p.photo.hash] : []));
  const words = complaint.text || complaint.gist;
  const accounts = useLoudMatters(now).get(complaint.id) ?? null;
  const why = loudWhy(growthOf(complaint.sightings), accounts);
  return (
    <section className={styles.summary}>
      {complaint.purged ? (
        <Note>{m.panel_unreadable_purged()}</Note>
      ) : (
        <SourceLine complaint={complaint} now={now} />
      )}
      {why && (
        <p className={styles.loud}>
          <Flame size={14} aria-hidden />
          {why}
        </p>
      )}
      {words && (
        <p className={styles.words} dir="auto">
          {words}
        </p>
      )}
      <PostContext complaint={complaint} />
      <Wordings complaint={complaint} />
      {complaint.place && <p className="u-small u-text2">{complaint.place}</p>}
      {hashes.length > 0 && (
        <div className={styles.photos}>
          {hashes.map((hash, at) => (
            <PhotoThumb
              key={hash}
              hash={hash}
              size={56}
              sensitive={complaint.sensitive}
              alt={m.panel_photo_n({ n: at + 1 })}
            />
          ))}
        </div>
      )}
    </section>
  );
}
