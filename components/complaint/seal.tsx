import { OctagonAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { fullMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { captureFingerprint, checkSeal, type SealResult } from './check-seal.ts';
import styles from './complaint.module.css';

/** Whether the evidence is still what was captured: looked at when the page opens, and again on *Periksa keaslian*. */
export function Seal({ complaint, events }: { complaint: Complaint; events: readonly ComplaintEvent[] }) {
  const { zone } = useSettings();
  const [print, setPrint] = useState('');
  const [result, setResult] = useState<SealResult | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const hashes = complaint.photos.map((p) => (p.state === 'stored' ? p.photo.hash : '')).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the evidence changes with its photos alone
  useEffect(() => {
    let gone = false;
    setAsked(false);
    void Promise.all([captureFingerprint(complaint, events), checkSeal(database, complaint)]).then(
      ([hex, found]) => {
        if (gone) return;
        setPrint(hex ?? '');
        setResult(found);
      },
    );
    return () => {
      gone = true;
    };
  }, [complaint.id, hashes, complaint.purged]);

  const check = async () => {
    setBusy(true);
    setResult(await checkSeal(database, complaint));
    setAsked(true);
    setBusy(false);
  };
  if (!result) return <p className={styles.seal} />;
  const stored = m.dash_stored_at({ when: fullMoment(complaint.capturedAt, zone, locale()) });
  return (
    <div className={styles.seal}>
      {result.intact ? (
        <ShieldCheck size={16} className={styles.whole} aria-hidden />
      ) : (
        <OctagonAlert size={16} className={styles.broken} aria-hidden />
      )}
      <span aria-live="polite">
        <strong className={result.intact ? undefined : styles.broken}>
          {result.intact ? m.dash_seal_intact() : m.dash_seal_broken()}
        </strong>{' '}
        {result.intact ? (asked ? m.dash_seal_checked({ n: result.photos }) : stored) : differs(result)}
      </span>
      {print && (
        <code title={`SHA-256 ${print}`}>
          SHA-256 {print.slice(0, 4)} {print.slice(4, 8)} … {print.slice(-4)}
        </code>
      )}
      <Button size="s" variant="plain" className={styles.check} busy={busy} onClick={() => void check()}>
        {m.dash_seal_check()}
      </Button>
    </div>
  );
}

function differs(result: { changed: number[]; missing: number[] }): string {
  return [
    result.changed.length > 0 && m.dash_seal_changed({ photos: result.changed.join(', ') }),
    result.missing.length > 0 && m.dash_seal_missing({ photos: result.missing.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}
