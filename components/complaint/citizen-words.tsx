import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { isReadable } from '../../complaints/reading.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { PostContext } from '../complaint-parts/post-context.tsx';
import { siteName } from '../complaint-parts/timeline-entries.ts';
import { Wordings } from '../complaint-parts/wordings.tsx';
import { useSettings } from '../hooks/use-settings.ts';
import { unreadableText } from '../panel/unreadable.ts';
import styles from './complaint.module.css';

/** Beyond this the words are folded; the longest posts have 63,000 characters. */
const FOLDED = 1_200;

/**
 * The citizen's own words, letter by letter as the page gave them, whatever was corrected for the message.
 * No language is claimed for them: they may be Banjar, Dayak, anything. The author is *Warga* until asked for.
 */
export function CitizenWords({
  complaint,
  events,
}: {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
}) {
  const { zone } = useSettings();
  const [whole, setWhole] = useState(false);
  const { capture } = complaint;
  const text = originalText(complaint, events);
  const cut = text !== null && text.length > FOLDED && !whole;
  const when = isReadable(capture.postedAt)
    ? fullMoment(capture.postedAt.value, zone, locale())
    : m.dash_time_unknown();
  const site = siteName(capture.site);
  const corrected = text !== null && complaint.text !== text;
  return (
    <>
      {text === null ? (
        <p className={styles.unreadable}>
          {isReadable(capture.text) ? m.dash_no_words() : unreadableText(capture.text.unreadable)}
        </p>
      ) : text === '' ? (
        <p className={styles.unreadable}>{m.dash_no_words()}</p>
      ) : (
        <blockquote className={styles.words} lang="" dir="auto">
          {cut ? `${text.slice(0, FOLDED).toWellFormed().trimEnd()}…` : text}
        </blockquote>
      )}
      {cut && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {m.dash_show_all_words({ n: text?.length ?? 0 })}
        </button>
      )}
      <div className={styles.around}>
        <PostContext complaint={complaint} />
        <Wordings complaint={complaint} />
      </div>
      {!complaint.purged && (
        <p className={styles.wordsFoot}>
          {site ? m.dash_words_from({ site, when }) : m.dash_words_by_hand()} ·{' '}
          <Author complaint={complaint} />
          {corrected && ` · ${m.dash_words_corrected()}`}
        </p>
      )}
    </>
  );
}

/** The words of the first reading that had them whole, uncorrected; null when they could not be read or were removed. */
function originalText(complaint: Complaint, events: readonly ComplaintEvent[]): string | null {
  if (complaint.purged) return null;
  const [whole] = complaint.wordings;
  if (whole) return whole.text;
  for (const event of events) {
    if (event.type !== 'captured' && event.type !== 'recaptured') continue;
    if (isReadable(event.capture.text)) return event.capture.text.value;
  }
  return null;
}

function Author({ complaint }: { complaint: Complaint }) {
  const [shown, setShown] = useState(false);
  const author = isReadable(complaint.capture.author) ? complaint.capture.author.value : null;
  const name = author?.handle ? `@${author.handle}` : (author?.name ?? '');
  if (!name) return m.citizen();
  return (
    <button
      type="button"
      className={styles.author}
      aria-expanded={shown}
      title={shown ? m.dash_author_hide() : m.dash_author_show()}
      onClick={() => setShown(!shown)}
    >
      <bdi>{shown ? name : m.citizen()}</bdi>
    </button>
  );
}
