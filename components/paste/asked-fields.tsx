import { Hourglass } from 'lucide-react';
import { clockWord, termWords } from '../../channels/clock-words.ts';
import { ASKED_UNITS } from '../../complaints/answers/asked-time.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { openClocks } from '../../storage/read/clocks.ts';
import { useLive } from '../hooks/use-live.ts';
import { Select, TextField } from '../ui/field.tsx';
import type { Edit, Line } from './lines.ts';
import styles from './paste.module.css';
import { extensionOf } from './record-line.ts';

const UNIT = { hours: m.paste_unit_hours, days: m.paste_unit_days, workingDays: m.paste_unit_working };

/** How much more time the agency asks for, and for which of the clocks that would be. */
export function AskedFields({ line, onEdit }: { line: Line; onEdit: (change: Edit) => void }) {
  const { complaintId } = line;
  const clocks = useLive(
    async () =>
      complaintId === ''
        ? null
        : await openClocks(database, complaintId, Date.now()).then(
            (open) => open.clocks,
            () => null,
          ),
    [complaintId],
  );
  const asks = clocks ? extensionOf(line, clocks) : null;
  return (
    <>
      <div className={styles.asked}>
        <TextField
          inputMode="decimal"
          label={m.paste_amount()}
          value={line.amount}
          maxLength={5}
          onChange={(e) => onEdit({ amount: e.target.value })}
        />
        <Select
          label={m.paste_unit()}
          value={line.unit}
          options={ASKED_UNITS.map((value) => ({ value, label: UNIT[value]() }))}
          onChange={(e) => {
            const unit = ASKED_UNITS.find((one) => one === e.target.value);
            if (unit) onEdit({ unit });
          }}
        />
      </div>
      {asks && (
        <p className={styles.effect}>
          <Hourglass size={14} aria-hidden />
          {m.paste_extends({ clock: clockWord(asks.clock.name), term: termWords(asks.by) })}
        </p>
      )}
    </>
  );
}
