import { SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Complaint } from '../../complaints/complaint.ts';
import type { ComplaintEvent } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readComplaint } from '../../storage/read/complaint.ts';
import { readRows } from '../../storage/read/rows.ts';
import { isClockAct } from '../complaint-parts/clock-form.tsx';
import { JoinDialog } from '../complaint-parts/join-dialog.tsx';
import { Ties } from '../complaint-parts/ties.tsx';
import { HelpDialog } from '../dashboard/help-dialog.tsx';
import { ResponseDialog } from '../dashboard/response-dialog.tsx';
import { formatFilter, formatRoute, type ListFilter } from '../dashboard/route.ts';
import { useListNow } from '../dashboard/use-list-now.ts';
import { useReach } from '../dashboard/use-reach.ts';
import { go } from '../dashboard/use-route.ts';
import { complaintNumber } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { LadderCard } from '../ladder/ladder-card.tsx';
import { isClosed } from '../panel/closed.ts';
import { PublicReply } from '../panel/public-reply.tsx';
import { PurgeDialog } from '../panel/purge-dialog.tsx';
import { useRemind } from '../panel/use-remind.ts';
import { EmptyState } from '../ui/notes.tsx';
import { AgencyCard } from './agency-card.tsx';
import { ClockDialog } from './clock-dialog.tsx';
import { ClockExplanation } from './clock-explanation.tsx';
import { ClosingDialog } from './closing-dialog.tsx';
import styles from './complaint.module.css';
import { ComplaintHead, type PageAction } from './complaint-head.tsx';
import { Evidence } from './evidence.tsx';
import { ForwardDrawer } from './forward-drawer.tsx';
import { Timeline } from './timeline.tsx';

/** One complaint in full: evidence and history at the left, clock and agency at the right. */
export function ComplaintPage({ id, filter }: { id: string; filter: ListFilter }) {
  const now = useListNow();
  const found = useLive(async () => ({ log: await readComplaint(database, id) }), [id]);
  const { tab, status, agencyId, site, query } = filter;
  const { enough } = useReach(formatFilter(filter));
  const ids = useLive(
    async () =>
      (await readRows(database, { tab, status, agencyId, site, query }, now, enough)).map((row) => row.id),
    [tab, status, agencyId, site, query, now, enough],
  );
  if (!found) return <main className={styles.main} />;
  if (!found.log || found.log.complaint.status === 'void') {
    return (
      <main className={styles.main}>
        <div className={styles.missing}>
          <h1 tabIndex={-1} className="u-hidden">
            {m.dash_complaint_missing()}
          </h1>
          <EmptyState icon={SearchX} title={m.dash_complaint_missing()}>
            <a href={formatRoute({ page: 'list', filter })}>{m.dash_back_to_list()}</a>
          </EmptyState>
        </div>
      </main>
    );
  }
  // The list's moment moves with the minute; what was recorded since has happened all the same.
  const recorded = Math.max(...found.log.events.map((event) => event.recordedAt));
  const moment = Math.max(now, Math.min(recorded, Date.now()));
  return <Found {...found.log} ids={ids ?? []} filter={filter} now={moment} />;
}

function Found({
  complaint,
  events,
  ids,
  filter,
  now,
}: {
  complaint: Complaint;
  events: ComplaintEvent[];
  ids: string[];
  filter: ListFilter;
  now: number;
}) {
  const [action, setAction] = useState<PageAction | null>(null);
  const remind = useRemind(complaint);
  const close = () => setAction(null);
  const openOther = (other: string) => go({ page: 'complaint', id: other, filter });
  const at = ids.indexOf(complaint.id);
  const step = (by: number) => {
    const next = at < 0 ? ids[0] : ids[at + by];
    if (next) go({ page: 'complaint', id: next, filter });
  };
  const waiting = complaint.forwarding !== null && !complaint.notOurs && !isClosed(complaint);
  // The words have only just arrived; a page that is loaded anew begins at its heading too.
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }), []);
  const forwarding = action === 'forward';
  useShortcuts({
    j: () => (forwarding ? false : step(1)),
    k: () => (forwarding ? false : step(-1)),
    Escape: () => (forwarding ? close() : go({ page: 'list', filter })),
    r: () => (waiting && !forwarding ? remind() : false),
    t: () => (waiting && !forwarding ? setAction('respond') : false),
    '?': () => setAction('help'),
  });
  return (
    <main className={styles.main}>
      <ComplaintHead
        complaint={complaint}
        now={now}
        filter={filter}
        place={{ at, total: ids.length }}
        onStep={step}
        onAction={setAction}
        onRemind={remind}
      />
      <div className={styles.columns}>
        <div className={styles.left}>
          <Ties complaint={complaint} onOpen={openOther} />
          <Evidence
            complaint={complaint}
            events={events}
            onRespond={waiting ? () => setAction('respond') : null}
          />
          <PublicReply complaint={complaint} events={events} now={now} className={styles.section} />
          <Timeline complaint={complaint} events={events} now={now} />
        </div>
        <aside className={styles.right} aria-label={m.dash_clock_and_agency()}>
          <ClockExplanation complaint={complaint} events={events} now={now} />
          <LadderCard complaint={complaint} events={events} now={now} className={styles.section} />
          <AgencyCard complaint={complaint} now={now} />
        </aside>
      </div>
      {action === 'respond' && (
        <ResponseDialog
          row={{
            id: complaint.id,
            number: complaintNumber(complaint),
            agencyShort: complaint.forwarding?.agencyShort ?? '',
          }}
          onClose={close}
        />
      )}
      {(action === 'resolve' || action === 'dismiss' || action === 'reopen') && (
        <ClosingDialog complaint={complaint} what={action} onClose={close} />
      )}
      {isClockAct(action) && <ClockDialog complaint={complaint} what={action} onClose={close} />}
      {action === 'forward' && <ForwardDrawer complaint={complaint} onClose={close} />}
      {action === 'join' && <JoinDialog complaint={complaint} onClose={close} onOpen={openOther} />}
      <PurgeDialog
        complaintId={complaint.id}
        open={action === 'purge'}
        onOpenChange={(on) => !on && close()}
      />
      <HelpDialog open={action === 'help'} onClose={close} />
    </main>
  );
}
