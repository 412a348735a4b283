import { useState } from 'react';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { go } from '../dashboard/use-route.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './settings.module.css';

/** Retire, restore, or delete for good, which only an agency that no complaint names can be. */
export function AgencyEnd({ agency }: { agency: Agency }) {
  const [asking, setAsking] = useState(false);
  const save = useCommand('agency.save');
  const remove = useCommand('agency.remove');
  const toast = useToast();
  const short = nameAt(agency, Date.now()).short;
  const put = (retiredAt: number | null) => save.send({ agencies: [{ ...agency, retiredAt }] });
  const retire = async () => {
    if (!(await put(Date.now()))) return;
    toast({ text: m.set_agency_retired({ agency: short }), undo: () => void put(null) });
    go({ page: 'agencies', agencyId: '' });
  };
  const restore = async () => {
    if (await put(null)) toast({ text: m.set_agency_restored({ agency: short }) });
  };
  const drop = async () => {
    const done = await remove.run({ agencyId: agency.id });
    if (!done) return;
    setAsking(false);
    toast({
      text: done.removed ? m.set_agency_removed({ agency: short }) : m.set_agency_kept({ agency: short }),
    });
    go({ page: 'agencies', agencyId: '' });
  };
  return (
    <section className={styles.part}>
      <h2>{m.set_part_end()}</h2>
      <p className="u-small u-text2">{m.set_part_end_detail()}</p>
      {save.error && <ErrorNote>{save.error}</ErrorNote>}
      <div className={styles.actions}>
        {agency.retiredAt === null ? (
          <Button busy={save.pending} onClick={() => void retire()}>
            {m.set_retire()}
          </Button>
        ) : (
          <Button busy={save.pending} onClick={() => void restore()}>
            {m.set_restore()}
          </Button>
        )}
        <Button variant="danger" onClick={() => setAsking(true)}>
          {m.set_delete()}
        </Button>
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={m.set_delete_title({ agency: short })}
        description={m.set_delete_explained()}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{m.ui_cancel()}</Button>
            <Button variant="danger" busy={remove.pending} onClick={() => void drop()}>
              {m.set_delete()}
            </Button>
          </>
        }
      >
        {remove.error && <ErrorNote>{remove.error}</ErrorNote>}
      </Dialog>
    </section>
  );
}
