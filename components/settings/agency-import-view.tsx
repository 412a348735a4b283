import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Agency } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { readAgencyText } from './agency-import.ts';
import styles from './settings.module.css';

/** Largest file that is read as a list of agencies, in bytes. */
const LARGEST = 2_000_000;

/** A list of agencies from a file (JSON, CSV) or pasted from a spreadsheet; says what was read. */
export function AgencyImport({ onRead }: { onRead: (agencies: Agency[]) => void }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = (content: string) => {
    const read = readAgencyText(content, Date.now(), uuidv7);
    if (!read) return setSaid({ wrong: true, text: m.set_import_none() });
    onRead(read.agencies);
    setText('');
    setSaid({
      wrong: false,
      text: [
        m.set_import_read({ n: read.agencies.length }),
        read.unreadable > 0 && m.set_import_numbers({ n: read.unreadable }),
        read.skipped > 0 && m.set_import_skipped({ n: read.skipped }),
      ]
        .filter(Boolean)
        .join(' '),
    });
  };
  return (
    <div className={styles.import}>
      <TextArea
        label={m.set_import_label()}
        hint={said && !said.wrong ? said.text : m.set_import_hint()}
        error={said?.wrong ? said.text : undefined}
        rows={5}
        value={text}
        maxLength={LARGEST}
        spellCheck={false}
        onChange={(e) => {
          setText(e.target.value);
          setSaid(null);
        }}
      />
      <div className={styles.actions}>
        <Button icon={FileUp} onClick={() => input.current?.click()}>
          {m.set_import_choose()}
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => take(text)}>
          {m.set_import_take()}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
        hidden
        onChange={(e) => {
          const file = e.target.files?.[0];
          e.target.value = '';
          if (!file) return;
          if (file.size > LARGEST) return setSaid({ wrong: true, text: m.set_import_none() });
          void file.text().then(take);
        }}
      />
    </div>
  );
}
