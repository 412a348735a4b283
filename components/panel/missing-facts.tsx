import { AtSign, ChevronDown, ChevronUp, Link, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import { isReadable } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { readMoment, typedMoment } from '../typed-moment.ts';
import { TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import styles from './missing-facts.module.css';
import { sourceOf } from './unreadable.ts';
import { useCorrection } from './use-correction.ts';

/** Account and time that could not be read: one amber line; the fields open on a click. Empty when all was read. */
export function MissingFacts({ complaint }: { complaint: Complaint }) {
  const { capture } = complaint;
  const [open, setOpen] = useState(false);
  const [begun] = useState({ author: !isReadable(capture.author), time: !isReadable(capture.postedAt) });
  const byHand = capture.site === null;
  if (complaint.purged || (!begun.author && !begun.time)) return null;
  const missingAuthor = !isReadable(capture.author);
  const missingTime = !isReadable(capture.postedAt);
  const what =
    missingAuthor && missingTime
      ? m.panel_missing_author_time()
      : missingAuthor
        ? m.panel_missing_author()
        : missingTime
          ? m.panel_missing_time()
          : m.panel_missing_filled();
  const Chevron = open ? ChevronUp : ChevronDown;
  return (
    <div>
      <button
        type="button"
        className={byHand ? styles.plain : styles.line}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {!byHand && <TriangleAlert size={14} aria-hidden />}
        <span className="u-grow">{byHand ? m.panel_missing_by_hand() : what}</span>
        <Chevron size={14} aria-hidden />
      </button>
      {open && (
        <div className={styles.fields}>
          {begun.author && <AuthorField complaint={complaint} />}
          {begun.time && <TimeField complaint={complaint} />}
          {byHand && <LinkField complaint={complaint} />}
        </div>
      )}
    </div>
  );
}

function AuthorField({ complaint }: { complaint: Complaint }) {
  const { author } = complaint.capture;
  const field = useCorrection(complaint.id, 'author', isReadable(author) ? (author.value.handle ?? '') : '');
  return (
    <TextField
      icon={AtSign}
      label={m.ui_field_author()}
      source={sourceOf(author, field.dirty)}
      placeholder={m.panel_fill_if_needed()}
      value={field.value}
      maxLength={100}
      onChange={(e) => field.set(e.target.value)}
      onBlur={() => void field.flush()}
      error={field.error}
    />
  );
}

function LinkField({ complaint }: { complaint: Complaint }) {
  const field = useCorrection(complaint.id, 'permalink', complaint.permalink);
  return (
    <TextField
      icon={Link}
      type="url"
      label={m.ui_field_permalink()}
      value={field.value}
      maxLength={4_000}
      onChange={(e) => field.set(e.target.value)}
      onBlur={() => void field.flush()}
      error={field.error}
    />
  );
}

function TimeField({ complaint }: { complaint: Complaint }) {
  const { zone } = useSettings();
  const { postedAt } = complaint.capture;
  const stored = isReadable(postedAt) ? postedAt.value : null;
  const [typed, setTyped] = useState(() =>
    stored === null ? { date: '', time: '' } : typedMoment(stored, zone),
  );
  const [unread, setUnread] = useState(false);
  const correct = useCommand('complaint.correct');
  const save = async () => {
    if (typed.date.trim() === '' && typed.time.trim() === '') return;
    const at = readMoment(typed, zone);
    if (at === null) return setUnread(true);
    // Typed as it stood, to the minute, nothing was changed.
    if (stored !== null && at === readMoment(typedMoment(stored, zone), zone)) return;
    await correct.run({ complaintId: complaint.id, field: 'postedAt', value: String(at) });
  };
  return (
    <MomentField
      label={m.ui_field_posted_at()}
      source={sourceOf(postedAt, false)}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        setUnread(false);
        correct.clear();
      }}
      onLeave={() => void save()}
      error={
        unread ? m.ui_moment_unread() : correct.code === 'invalid' ? m.panel_time_invalid() : correct.error
      }
    />
  );
}
