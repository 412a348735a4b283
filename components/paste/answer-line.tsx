import { Clock4, Image as ImageIcon, TriangleAlert } from 'lucide-react';
import type { AnswerKind } from '../../complaints/answers/kind.ts';
import type { Refusal } from '../../complaints/answers/match.ts';
import type { Obstacle } from '../../complaints/answers/propose.ts';
import { shortMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import type { ComplaintRow } from '../../storage/database.ts';
import { responseWord } from '../complaint-parts/words.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { typedMoment } from '../typed-moment.ts';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { AskedFields } from './asked-fields.tsx';
import { ComplaintChoice } from './complaint-choice.tsx';
import { type Edit, type Line, takesPictures } from './lines.ts';
import styles from './paste.module.css';

const KINDS: AnswerKind[] = ['initial', 'followUp', 'done', 'askTime', 'notOurs'];

/** One answer found: what it says, to which complaint, what kind, since when; or why it cannot be recorded. */
export function AnswerLine({
  line,
  rows,
  pictures,
  error,
  onEdit,
}: {
  line: Line;
  rows: readonly ComplaintRow[];
  /** Pictures that go along. */
  pictures: number;
  /** Why the last attempt was refused. */
  error: string | null;
  onEdit: (change: Edit) => void;
}) {
  const { zone } = useSettings();
  const { found } = line.proposal;
  const { message } = found;
  const sentence = line.obstacle && obstacleSentence(line.obstacle, found.refused);
  const missing = found.pictures - pictures;
  const special = hintFor(line, found.pictures + pictures > 0);
  return (
    <li className={styles.line}>
      <label className={styles.head}>
        <input
          type="checkbox"
          checked={line.ticked}
          disabled={line.obstacle !== null}
          onChange={(e) => onEdit({ ticked: e.target.checked })}
        />
        <span className="u-grow">
          <b>{message.author || m.paste_answer()}</b>
          {line.when === null && line.at !== null && (
            <span className={styles.when}>
              <Clock4 size={12} aria-hidden />
              {shortMoment(line.at, zone, locale())}
              <span className="u-text3">{m.paste_time_from_message()}</span>
            </span>
          )}
        </span>
      </label>
      <div className={styles.body}>
        <p className={styles.words} dir="auto">
          {message.text || m.paste_picture_only()}
        </p>
        {found.pictures + pictures > 0 && (
          <p className={styles.meta}>
            <ImageIcon size={14} aria-hidden />
            {pictures > 0 && m.paste_n_pictures({ n: pictures })}
            {missing > 0 && m.paste_n_missing({ n: missing })}
          </p>
        )}
        {sentence && (
          <p className={styles.obstacle}>
            <TriangleAlert size={14} aria-hidden />
            <span>{sentence}</span>
          </p>
        )}
        <div className={styles.fields}>
          <ComplaintChoice
            rows={rows}
            likely={found.complaintIds}
            value={line.complaintId}
            onChange={(complaintId) => onEdit({ complaintId })}
          />
          <Select
            label={m.paste_kind()}
            labelHidden
            value={line.kind}
            options={KINDS.map((value) => ({ value, label: kindWord(value) }))}
            onChange={(e) => {
              const kind = KINDS.find((one) => one === e.target.value);
              if (kind) onEdit({ kind });
            }}
          />
        </div>
        {line.kind === 'askTime' && <AskedFields line={line} onEdit={onEdit} />}
        {line.kind === 'notOurs' && (
          <TextField
            dir="auto"
            label={m.clock_decline_suggests()}
            value={line.suggests}
            maxLength={200}
            onChange={(e) => onEdit({ suggests: e.target.value })}
          />
        )}
        {line.when !== null ? (
          <MomentField
            label={m.ui_response_when({ zone })}
            value={line.when}
            onChange={(when) => onEdit({ when })}
            error={line.obstacle === 'no-time' ? m.ui_moment_unread() : undefined}
          />
        ) : (
          (line.obstacle === 'future' || line.obstacle === 'before-forwarding') && (
            <Button
              size="s"
              variant="plain"
              className={styles.change}
              onClick={() => onEdit({ when: typedMoment(line.at ?? 0, zone) })}
            >
              {m.paste_change_time()}
            </Button>
          )
        )}
        {special && !sentence && <p className={styles.meta}>{special}</p>}
        {error && (
          <p className={styles.obstacle} role="alert">
            <TriangleAlert size={14} aria-hidden />
            <span>{error}</span>
          </p>
        )}
      </div>
    </li>
  );
}

function obstacleSentence(obstacle: Obstacle, refused: Refusal | null): string | null {
  switch (obstacle) {
    case 'no-complaint':
      if (refused === 'no-such-number') return m.paste_no_such_number();
      return refused === 'not-forwarded' ? m.paste_not_forwarded() : m.paste_no_number();
    case 'future':
      return m.paste_future();
    case 'before-forwarding':
      return m.paste_before_forwarding();
    case 'recorded':
      return m.paste_already();
    case 'no-amount':
      return m.paste_no_amount();
    case 'no-time':
      return null;
  }
}

function hintFor(line: Line, pictures: boolean): string | null {
  const { found, doubt } = line.proposal;
  if (doubt === 'question') return m.paste_question();
  if (doubt === 'other-sender') return m.paste_other_sender();
  if (pictures && !takesPictures(line)) return m.paste_no_pictures();
  if (line.kind === 'notOurs') return m.paste_not_ours();
  if (line.kind === 'askTime') return m.paste_asks_time();
  return found.kind === 'askTime' ? m.paste_may_ask_time() : null;
}

function kindWord(kind: AnswerKind): string {
  if (kind === 'askTime') return m.paste_kind_ask_time();
  return kind === 'notOurs' ? m.paste_kind_not_ours() : responseWord(kind);
}
