import {
  Ban,
  Bell,
  ChevronLeft,
  CircleCheck,
  ClipboardPaste,
  Combine,
  Ellipsis,
  Eraser,
  Lock,
  LockOpen,
  Play,
  RotateCcw,
  Send,
} from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { growthOf } from '../../complaints/loud.ts';
import { factsOf, viewStatus } from '../../complaints/status.ts';
import { nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import type { ClockAct } from '../complaint-parts/clock-form.tsx';
import { clockMenu, isPaused } from '../complaint-parts/clock-menu.ts';
import { UrgencyTags } from '../complaint-parts/loud-tag.tsx';
import { complaintFacts, PostMarks } from '../complaint-parts/post-marks.tsx';
import { useLoudMatters } from '../complaint-parts/use-loud.ts';
import { usePostGoneItem } from '../complaint-parts/use-post-gone.ts';
import { useResume } from '../complaint-parts/use-resume.ts';
import { formatRoute, type ListFilter } from '../dashboard/route.ts';
import { complaintNumber } from '../format.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { isClosed } from '../panel/closed.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './complaint.module.css';
import { TitleField } from './title-field.tsx';

/** What the page opens over itself. */
export type PageAction =
  | 'respond'
  | 'forward'
  | 'resolve'
  | 'dismiss'
  | 'reopen'
  | 'purge'
  | 'join'
  | 'help'
  | ClockAct;

/** Title, status and everything that can be done, always in sight. */
export function ComplaintHead({
  complaint,
  now,
  filter,
  place,
  onStep,
  onAction,
  onRemind,
}: {
  complaint: Complaint;
  now: number;
  filter: ListFilter;
  /** Where it stands in the list it was opened from; `at` is -1 when it is not in it. */
  place: { at: number; total: number };
  onStep: (by: number) => void;
  onAction: (action: PageAction) => void;
  onRemind: () => void;
}) {
  const { zone } = useSettings();
  const sensitive = useCommand('complaint.sensitive');
  const resume = useResume(complaint);
  const { forwarding } = complaint;
  const closed = isClosed(complaint);
  const joined = complaint.status === 'joined';
  const postItem = usePostGoneItem(complaint);
  const facts = complaintFacts(complaint);
  const loud = useLoudMatters(now);
  const summary = [
    forwarding?.agencyName,
    complaint.place,
    forwarding && m.dash_forwarded_at({ when: nearMoment(forwarding.at, now, zone, locale()) }),
  ]
    .filter(Boolean)
    .join(' · ');
  const items: MenuItem[] = [];
  if (!closed) {
    if (forwarding)
      items.push({ label: m.dash_resolve(), icon: CircleCheck, onSelect: () => onAction('resolve') });
    items.push({ label: m.dash_dismiss(), icon: Ban, onSelect: () => onAction('dismiss') });
  } else if (forwarding && !complaint.purged && !joined) {
    items.push({ label: m.dash_forward_again(), icon: Send, onSelect: () => onAction('forward') });
  }
  items.push(...clockMenu(complaint, now, onAction, resume));
  if (!joined && !complaint.purged)
    items.push({ label: m.ui_join_with(), icon: Combine, onSelect: () => onAction('join') });
  if (postItem) items.push(postItem);
  if (!complaint.purged) {
    items.push({
      label: complaint.sensitive ? m.dash_not_sensitive() : m.dash_mark_sensitive(),
      icon: complaint.sensitive ? LockOpen : Lock,
      onSelect: () => void sensitive.run({ complaintId: complaint.id, sensitive: !complaint.sensitive }),
    });
    items.push('line', {
      label: m.dash_purge(),
      icon: Eraser,
      danger: true,
      onSelect: () => onAction('purge'),
    });
  }
  return (
    <header className={styles.head}>
      <div className={styles.crumb}>
        <ChevronLeft size={14} aria-hidden />
        <a href={formatRoute({ page: 'list', filter })}>{m.dash_complaints()}</a>
        <span aria-hidden>/</span>
        {complaintNumber(complaint)}
        <span className="u-grow" />
        {place.at >= 0 && <span>{m.dash_n_of_n({ n: place.at + 1, total: place.total })}</span>}
        <button type="button" className={styles.step} aria-label={m.dash_next()} onClick={() => onStep(1)}>
          <Kbd>J</Kbd>
        </button>
        <button
          type="button"
          className={styles.step}
          aria-label={m.dash_previous()}
          onClick={() => onStep(-1)}
        >
          <Kbd>K</Kbd>
        </button>
      </div>
      <div className={styles.headRow}>
        <div className={styles.title}>
          <TitleField complaint={complaint} />
          <div className={styles.facts}>
            <StatusChip status={viewStatus(factsOf(complaint), now)} />
            <UrgencyTags
              preset={complaint.clock?.preset}
              growth={growthOf(complaint.sightings)}
              accounts={loud.get(complaint.id) ?? null}
            />
            {complaint.sensitive && <Tag icon={Lock}>{m.dash_sensitive()}</Tag>}
            <PostMarks facts={facts} />
            <span className={styles.summary} title={summary}>
              {summary}
            </span>
          </div>
        </div>
        <div className={styles.buttons}>
          {joined ? null : closed ? (
            <Button icon={RotateCcw} onClick={() => onAction('reopen')}>
              {m.dash_reopen()}
            </Button>
          ) : forwarding && complaint.notOurs ? (
            !complaint.purged && (
              <Button variant="primary" icon={Send} onClick={() => onAction('forward')}>
                {m.dash_transfer()}
              </Button>
            )
          ) : forwarding ? (
            <>
              {isPaused(complaint, now) && (
                <Button icon={Play} onClick={resume}>
                  {m.clock_do_resume()}
                </Button>
              )}
              <Button variant="primary" icon={ClipboardPaste} onClick={() => onAction('respond')}>
                {m.dash_respond()}
              </Button>
              <Button icon={Bell} onClick={onRemind}>
                {m.dash_remind()}
              </Button>
              {!complaint.purged && (
                <Button icon={Send} onClick={() => onAction('forward')}>
                  {m.dash_transfer()}
                </Button>
              )}
            </>
          ) : (
            !complaint.purged && (
              <Button variant="primary" icon={Send} onClick={() => onAction('forward')}>
                {m.dash_forward()}
              </Button>
            )
          )}
          {items.length > 0 && (
            <Menu trigger={<IconButton icon={Ellipsis} label={m.dash_more()} />} items={items} />
          )}
        </div>
      </div>
      {sensitive.error && <ErrorNote>{sensitive.error}</ErrorNote>}
    </header>
  );
}
