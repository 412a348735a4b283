import { m } from '../../i18n/index.ts';
import { PasteLink } from '../complaint-parts/paste-link.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** *Tempel tautan unggahan* over the list. */
export function PasteDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  return (
    <Dialog
      open
      onOpenChange={(on) => !on && onClose()}
      title={m.dash_paste_link()}
      description={m.ui_paste_link_explained()}
    >
      <PasteLink focusFirst onMade={onMade} />
    </Dialog>
  );
}
