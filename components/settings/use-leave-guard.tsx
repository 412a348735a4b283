import { type ReactNode, useEffect, useState } from 'react';
import { m } from '../../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** While something is not saved, leaving by a link asks first, and closing the tab asks as the browser does. */
export function useLeaveGuard(dirty: boolean): ReactNode {
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const href = link?.getAttribute('href');
      if (!href || href === window.location.hash) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(href);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [dirty]);
  return (
    <Dialog
      open={to !== null}
      onOpenChange={(open) => !open && setTo(null)}
      title={m.cal_leave_title()}
      description={m.cal_leave_detail()}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              const place = to ?? '';
              setTo(null);
              window.location.hash = place;
            }}
          >
            {m.cal_leave_drop()}
          </Button>
          <Button variant="primary" onClick={() => setTo(null)}>
            {m.cal_leave_stay()}
          </Button>
        </>
      }
    />
  );
}
