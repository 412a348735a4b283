import { Download, FileUp, RefreshCw, Table } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import type { Progress } from '../../storage/export.ts';
import { errorCode, errorText } from '../error-text.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import { bytesWord, importBackupFile, saveBackup, saveCsv } from './backup.ts';
import styles from './settings.module.css';

type Work =
  | { kind: 'idle' }
  | { kind: 'export'; share: number }
  /** Without a share while the file is checked. */
  | { kind: 'import'; share?: number }
  | { kind: 'csv' };

const shareOf = ({ done, total }: Progress) => (total > 0 ? done / total : 1);

/** Taking everything along, merging another desk's, the list for a spreadsheet, and what all of it weighs. */
export function BackupSection() {
  const { zone } = useSettings();
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const rebuild = useCommand('store.rebuild');
  const toast = useToast();

  const run = async (kind: Work, action: () => Promise<string>) => {
    setFault(null);
    setSaid('');
    setWork(kind);
    try {
      setSaid(await action());
    } catch (error) {
      setFault(errorText(errorCode(error)));
    } finally {
      setWork({ kind: 'idle' });
    }
  };
  const exporting = () =>
    run({ kind: 'export', share: 0 }, async () => {
      const size = await saveBackup(Date.now(), (progress) =>
        setWork({ kind: 'export', share: shareOf(progress) }),
      );
      return m.set_backup_saved({ size: bytesWord(size) });
    });
  const importing = (chosen: File) =>
    run({ kind: 'import' }, async () => {
      const s = await importBackupFile(chosen, Date.now(), (progress) =>
        setWork({ kind: 'import', share: shareOf(progress) }),
      );
      if (s.newEvents === 0 && s.agencies === 0 && s.photos === 0)
        return m.set_import_nothing_new({ events: s.events });
      return m.set_import_done({
        events: s.newEvents,
        complaints: s.complaints,
        photos: s.photos,
        agencies: s.agencies,
      });
    });
  const idle = work.kind === 'idle';
  return (
    <>
      <p className="u-text2">{m.set_backup_lead()}</p>
      <div className={styles.actions}>
        <Button variant="primary" icon={Download} busy={!idle} onClick={() => void exporting()}>
          {m.set_backup_download()}
        </Button>
        <Button icon={FileUp} busy={!idle} onClick={() => file.current?.click()}>
          {m.set_backup_merge()}
        </Button>
        <Button
          icon={Table}
          busy={!idle}
          onClick={() =>
            void run({ kind: 'csv' }, async () => m.set_csv_saved({ n: await saveCsv(zone, Date.now()) }))
          }
        >
          {m.set_csv_download()}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={(e) => {
          const chosen = e.target.files?.[0];
          e.target.value = '';
          if (chosen) void importing(chosen);
        }}
      />
      {work.kind === 'export' && (
        <p className={styles.progress}>
          <progress value={work.share} max={1} aria-label={m.set_backup_download()} />
          {m.set_backup_progress({ percent: Math.round(work.share * 100) })}
        </p>
      )}
      {work.kind === 'import' && (
        <p className={styles.progress}>
          <progress value={work.share} max={1} aria-label={m.set_backup_merge()} />
          {work.share === undefined
            ? m.set_import_running()
            : m.set_backup_progress({ percent: Math.round(work.share * 100) })}
        </p>
      )}
      <p role="status" className={said ? styles.said : undefined}>
        {said}
      </p>
      {fault && <ErrorNote>{fault}</ErrorNote>}
      <p className="u-small u-text3">{m.set_backup_private()}</p>
      <Usage />
      <div>
        <Button
          size="s"
          variant="plain"
          icon={RefreshCw}
          busy={rebuild.pending}
          onClick={async () => {
            const done = await rebuild.run({});
            if (done) toast({ text: m.set_rebuilt({ n: done.complaints }) });
          }}
        >
          {m.set_rebuild()}
        </Button>
        {rebuild.error && <ErrorNote>{rebuild.error}</ErrorNote>}
      </div>
    </>
  );
}

/** What is taken of the disk, and which Tanggap this is. */
function Usage() {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    let gone = false;
    void navigator.storage?.estimate?.().then((estimate) => {
      if (!gone) setUsed(estimate.usage ?? null);
    });
    return () => {
      gone = true;
    };
  }, []);
  return (
    <dl className={styles.pairs}>
      <dt>{m.set_storage()}</dt>
      <dd>{used === null ? m.set_storage_unknown() : bytesWord(used)}</dd>
      <dt>{m.set_version()}</dt>
      <dd>{browser.runtime?.getManifest?.().version ?? '–'}</dd>
    </dl>
  );
}
