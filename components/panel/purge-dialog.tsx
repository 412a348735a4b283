import { m } from '../../i18n/index.ts';
import { useCommand } from '../hooks/use-command.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';

/** *Hapus data warga ini*: destroys data for good, hence a dialog. */
export function PurgeDialog({
  complaintId,
  open,
  onOpenChange,
  onPurged,
}: {
  complaintId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPurged?: () => void;
}) {
  const purge = useCommand('complaint.purge');
  const toast = useToast();
  const go = async () => {
    if (!(await purge.send({ complaintId }))) return;
    onOpenChange(false);
    toast({ text: m.panel_purged() });
    onPurged?.();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={m.panel_purge_title()}
      description={m.panel_purge_explained()}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{m.ui_cancel()}</Button>
          <Button variant="danger" busy={purge.pending} onClick={go}>
            {m.panel_purge_confirm()}
          </Button>
        </>
      }
    >
      {purge.error && <ErrorNote>{purge.error}</ErrorNote>}
    </Dialog>
  );
}
