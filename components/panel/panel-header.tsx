import {
  Ban,
  Bell,
  CircleCheck,
  Combine,
  Ellipsis,
  Eraser,
  ExternalLink,
  Lock,
  RotateCcw,
  Send,
  Undo2,
} from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Complaint } from '../../complaints/complaint.ts';
import { factsOf, viewStatus } from '../../complaints/status.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { clockMenu } from '../complaint-parts/clock-menu.ts';
import { JoinDialog } from '../complaint-parts/join-dialog.tsx';
import { usePostGoneItem } from '../complaint-parts/use-post-gone.ts';
import { useResume } from '../complaint-parts/use-resume.ts';
import { errorCode, errorText } from '../error-text.ts';
import { complaintNumber } from '../format.ts';
import { useNow } from '../hooks/use-now.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { isClosed } from './closed.ts';
import type { PanelForm } from './complaint-panel.tsx';
import styles from './panel.module.css';
import { PurgeDialog } from './purge-dialog.tsx';
import { useRemind } from './use-remind.ts';

/** Number, status, the way to the post, and everything else that can be done with a complaint. */
export function PanelHeader({
  complaint,
  headingRef,
  form,
  setForm,
  onOpen,
  onGone,
}: {
  complaint: Complaint;
  headingRef: Ref<HTMLHeadingElement>;
  form: PanelForm;
  setForm: (form: PanelForm) => void;
  onOpen: (id: string) => void;
  onGone: () => void;
}) {
  const now = useNow(complaint.clock?.dueAt);
  const [purging, setPurging] = useState(false);
  const remind = useRemind(complaint);
  const resume = useResume(complaint);
  const toast = useToast();
  const number = complaintNumber(complaint);
  useEffect(() => {
    document.title = `${number} · Tanggap`;
    return () => {
      document.title = 'Tanggap';
    };
  }, [number]);
  const closed = isClosed(complaint);
  const joined = complaint.status === 'joined';
  const [joining, setJoining] = useState(false);
  const postItem = usePostGoneItem(complaint);
  const sent = complaint.forwarding !== null;
  const lastForwarding = complaint.forwardings.at(-1);
  const undo = async (eventId: string) => {
    const sentence = await call('complaint.undo', { eventId }).then(
      () => m.panel_forwarding_undone(),
      (error: unknown) => errorText(errorCode(error)),
    );
    toast({ text: sentence, icon: Undo2 });
  };
  const items: MenuItem[] = [];
  if (sent && !closed) {
    if (!complaint.notOurs) items.push({ label: m.panel_remind(), icon: Bell, onSelect: remind });
    items.push({
      label: m.panel_transfer(),
      icon: Send,
      onSelect: () => setForm('transfer'),
      disabled: form === 'transfer',
    });
    if (lastForwarding && complaint.responses.length === 0) {
      items.push({
        label: m.panel_undo_forwarding(),
        icon: Undo2,
        onSelect: () => void undo(lastForwarding.id),
      });
    }
    items.push(...clockMenu(complaint, now, setForm, resume));
    items.push('line', { label: m.panel_resolve(), icon: CircleCheck, onSelect: () => setForm('resolve') });
  }
  if (!closed) items.push({ label: m.panel_dismiss(), icon: Ban, onSelect: () => setForm('dismiss') });
  if (closed && !joined)
    items.push({ label: m.panel_reopen(), icon: RotateCcw, onSelect: () => setForm('reopen') });
  if (!joined && !complaint.purged)
    items.push({ label: m.ui_join_with(), icon: Combine, onSelect: () => setJoining(true) });
  if (postItem) items.push(postItem);
  if (!complaint.purged) {
    items.push('line', {
      label: m.panel_purge(),
      icon: Eraser,
      danger: true,
      onSelect: () => setPurging(true),
    });
  }
  return (
    <header className={styles.header}>
      <Logo />
      <h1 ref={headingRef} tabIndex={-1}>
        {number}
      </h1>
      <span className={styles.chip}>
        <StatusChip status={viewStatus(factsOf(complaint), now)} />
        {complaint.sensitive && <Tag icon={Lock} label={m.panel_sensitive()} />}
      </span>
      {complaint.permalink.startsWith('https://') && (
        <IconButton
          icon={ExternalLink}
          label={m.panel_open_post()}
          onClick={() => void browser.tabs.create({ url: complaint.permalink })}
        />
      )}
      <Menu trigger={<IconButton icon={Ellipsis} label={m.panel_more()} />} items={items} />
      {joining && <JoinDialog complaint={complaint} onClose={() => setJoining(false)} onOpen={onOpen} />}
      <PurgeDialog complaintId={complaint.id} open={purging} onOpenChange={setPurging} onPurged={onGone} />
    </header>
  );
}
