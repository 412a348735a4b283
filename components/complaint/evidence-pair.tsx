import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { drawPair } from '../../channels/before-after.ts';
import { dayHeading } from '../../complaints/when.ts';
import { m } from '../../i18n/index.ts';
import { deliverEnv } from '../complaint-parts/deliver-env.ts';
import { usePreparedPhotos } from '../complaint-parts/prepared-photos.ts';
import { usePhotoUrl } from '../hooks/use-photo-url.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './evidence-pair.module.css';
import type { ViewedPhoto } from './evidence-viewer.tsx';

/**
 * *Sebelum–sesudah*: a photo of the matter beside one of its solution, to be looked at and copied as one picture
 * for the reply. A sensitive one, or one from a post that is not public, is not for a public reply.
 */
export function EvidencePair({
  before,
  after,
  keep,
  onClose,
}: {
  before: readonly ViewedPhoto[];
  after: readonly ViewedPhoto[];
  /** It must not be shown to the public. */
  keep: boolean;
  onClose: () => void;
}) {
  const { zone } = useSettings();
  const toast = useToast();
  const [first, setFirst] = useState(before[0]);
  const [second, setSecond] = useState(after.at(-1));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const chosen = useMemo(
    () => [first, second].flatMap((photo) => (photo ? [{ hash: photo.hash, redactions: [] }] : [])),
    [first, second],
  );
  const prepared = usePreparedPhotos(chosen);
  if (!first || !second) return null;
  const day = (ms: number) => dayHeading(ms, zone, 'id').replace(/^\S+ /, '');
  const copy = async () => {
    setBusy(true);
    setFailed(false);
    const picture = prepared().then(({ photos: [a, b] }) => {
      if (!a || !b) throw new Error('photo missing');
      const labels = [
        m.ladder_pair_before({ day: day(first.at) }, { locale: 'id' }),
        m.ladder_pair_after({ day: day(second.at) }, { locale: 'id' }),
      ] as const;
      return drawPair([a, b], labels);
    });
    try {
      await deliverEnv.writeClipboard({ 'image/png': picture });
      toast({ text: m.ladder_pair_copied(), icon: Copy });
    } catch {
      // The picture may fail on its own after the clipboard has refused.
      await picture.catch(() => null);
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <Dialog open onOpenChange={(on) => !on && onClose()} title={m.ladder_pair()} wide>
      <div className={styles.pair}>
        <Side
          label={m.ladder_pair_before({ day: day(first.at) })}
          name={m.ladder_pair_pick_before()}
          photo={first}
          photos={before}
          onPick={setFirst}
        />
        <Side
          label={m.ladder_pair_after({ day: day(second.at) })}
          name={m.ladder_pair_pick_after()}
          photo={second}
          photos={after}
          onPick={setSecond}
        />
      </div>
      {keep ? (
        <Note>{m.ladder_pair_keep()}</Note>
      ) : (
        <div className={styles.foot}>
          <p className="u-small u-text3 u-grow">{m.ladder_pair_hint()}</p>
          <Button variant="primary" icon={Copy} busy={busy} onClick={() => void copy()}>
            {m.ladder_pair_copy()}
          </Button>
        </div>
      )}
      {failed && <ErrorNote tone="warn">{m.ladder_pair_failed()}</ErrorNote>}
    </Dialog>
  );
}

function Side({
  label,
  name,
  photo,
  photos,
  onPick,
}: {
  label: string;
  /** Of the choice, for those who listen. */
  name: string;
  photo: ViewedPhoto;
  photos: readonly ViewedPhoto[];
  onPick: (photo: ViewedPhoto) => void;
}) {
  const url = usePhotoUrl(photo.hash);
  return (
    <figure className={styles.side}>
      <figcaption>{label}</figcaption>
      <div className={styles.stage}>{url && <img src={url} alt={label} />}</div>
      {photos.length > 1 && (
        <fieldset className={styles.picks}>
          <legend className="u-hidden">{name}</legend>
          {photos.map((one, at) => (
            <Pick
              key={one.hash}
              photo={one}
              label={m.dash_photo_n({ n: at + 1 })}
              on={one.hash === photo.hash}
              onPick={() => onPick(one)}
            />
          ))}
        </fieldset>
      )}
    </figure>
  );
}

function Pick({
  photo,
  label,
  on,
  onPick,
}: {
  photo: ViewedPhoto;
  label: string;
  on: boolean;
  onPick: () => void;
}) {
  const url = usePhotoUrl(photo.hash, true);
  return (
    <button
      type="button"
      className={cx(styles.pick, on && styles.on)}
      aria-pressed={on}
      aria-label={label}
      onClick={onPick}
    >
      {url && <img src={url} alt="" />}
    </button>
  );
}
