import { m } from '../../i18n/index.ts';
import { Select } from '../ui/field.tsx';
import { Note } from '../ui/notes.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './paste.module.css';
import type { Proposals } from './use-proposals.ts';

/** What was read and what was left out and why; how dates are meant and whose chat it is, where that is open. */
export function FoundSummary({ proposals, doubtful }: { proposals: Proposals; doubtful: boolean }) {
  const { pasted, skipped, facts, lines, more } = proposals;
  const left = [
    skipped.ours > 0 && m.paste_skipped_ours({ n: skipped.ours }),
    skipped.system > 0 && m.paste_skipped_system({ n: skipped.system }),
    skipped.forwarded > 0 && m.paste_skipped_forwarded({ n: skipped.forwarded }),
    skipped.deleted > 0 && m.paste_skipped_deleted({ n: skipped.deleted }),
    skipped.other > 0 && m.paste_skipped_other({ n: skipped.other }),
  ].filter(Boolean);
  const talk = pasted.format !== 'plain';
  return (
    <div className={styles.summary}>
      <p role="status">
        <b>
          {lines.length > 0
            ? m.paste_found({ n: lines.length + more, messages: pasted.messages.length })
            : m.paste_found_none({ messages: pasted.messages.length })}
        </b>
        {left.length > 0 && <span className="u-text2"> {m.paste_skipped({ list: left.join(', ') })}</span>}
      </p>
      {lines.length === 0 && talk && <Note>{m.paste_none_hint()}</Note>}
      {pasted.unread > 0 && <Note>{m.paste_unread({ n: pasted.unread.toLocaleString('id-ID') })}</Note>}
      {pasted.older > 0 && <Note>{m.paste_older({ n: pasted.older.toLocaleString('id-ID') })}</Note>}
      {more > 0 && <Note>{m.paste_more({ n: more })}</Note>}
      {doubtful && (
        <div>
          <p className={styles.ask} id="paste-order">
            {m.paste_order()}
          </p>
          <Segmented
            labelledBy="paste-order"
            value={proposals.order}
            onChange={proposals.setOrder}
            options={[
              { value: 'day-first', label: m.paste_day_first() },
              { value: 'month-first', label: m.paste_month_first() },
            ]}
          />
        </div>
      )}
      {talk && facts.partners.length > 0 && (
        <Select
          label={m.paste_chat_with()}
          hint={m.paste_chat_with_hint()}
          value={proposals.chatWith}
          options={[
            { value: '', label: m.paste_chat_with_none() },
            ...facts.partners.map(({ id, short }) => ({ value: id, label: short })),
          ]}
          onChange={(e) => proposals.setChatWith(e.target.value)}
        />
      )}
    </div>
  );
}
