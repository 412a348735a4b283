import { preferredChannel } from '../../channels/registry.ts';
import { type Agency, headAt, nameAt } from '../../complaints/agency.ts';
import { DEFAULT_CATEGORY } from '../../complaints/category.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { rowStatus } from '../../complaints/urgency.ts';
import { fullMoment, nearMoment } from '../../complaints/when.ts';
import { locale, m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { TABS } from '../../storage/read/rows.ts';
import { channelName } from '../complaint-parts/timeline-entries.ts';
import { categoryWord } from '../complaint-parts/words.ts';
import { formatRoute } from '../dashboard/route.ts';
import { durationShort } from '../format.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import styles from './complaint.module.css';

/** Whose matter it is now, and whose it was before. */
export function AgencyCard({ complaint, now }: { complaint: Complaint; now: number }) {
  const { forwarding } = complaint;
  const found = useLive(async () => {
    if (!forwarding) return null;
    const [agency, rows] = await Promise.all([
      database.agencies.get(forwarding.agencyId),
      database.complaints.where('agencyId').equals(forwarding.agencyId).toArray(),
    ]);
    const statuses = rows.filter((row) => row.status !== 'void').map((row) => rowStatus(row, now));
    return {
      agency: agency ?? null,
      open: statuses.filter((s) => TABS.open.includes(s)).length,
      overdue: statuses.filter((s) => s === 'overdue').length,
    };
  }, [forwarding?.agencyId, now]);
  if (!forwarding) return null;
  const agency = found?.agency ?? null;
  const { category = DEFAULT_CATEGORY } = forwarding;
  return (
    <>
      <section className={styles.section}>
        <h2>{m.dash_agency()}</h2>
        <dl className={styles.facts2}>
          <dt>{m.dash_agency()}</dt>
          <dd>
            {agency ? (
              <a href={formatRoute({ page: 'agencies', agencyId: agency.id })}>{nameAt(agency, now).name}</a>
            ) : (
              forwarding.agencyName
            )}
          </dd>
          {agency && <Head agency={agency} now={now} />}
          {category !== DEFAULT_CATEGORY && (
            <>
              <dt>{m.ui_category()}</dt>
              <dd>{categoryWord(category)}</dd>
            </>
          )}
          <dt>{m.dash_channel()}</dt>
          <dd>{agency ? preferredChannel(agency, complaint).label() : channelName(forwarding.channel)}</dd>
          {found && (
            <>
              <dt>{m.dash_open_ones()}</dt>
              <dd>
                <a
                  href={formatRoute({ page: 'list', filter: { tab: 'open', agencyId: forwarding.agencyId } })}
                >
                  {found.overdue > 0
                    ? m.dash_n_open_overdue({ n: found.open, overdue: found.overdue })
                    : m.dash_n_open({ n: found.open })}
                </a>
              </dd>
            </>
          )}
        </dl>
      </section>
      <Earlier complaint={complaint} now={now} />
    </>
  );
}

function Head({ agency, now }: { agency: Agency; now: number }) {
  const { zone } = useSettings();
  const head = headAt(agency, now);
  if (!head) return null;
  const standing = head.standing === 'plt' ? 'Plt.' : head.standing === 'plh' ? 'Plh.' : '';
  const since = head.from > 0 ? m.dash_since({ when: nearMoment(head.from, now, zone, locale()) }) : '';
  const remark = [standing, since].filter(Boolean).join(' ');
  return (
    <>
      <dt>{m.dash_head()}</dt>
      <dd>
        {head.name} {remark && <span className="u-text3">({remark})</span>}
      </dd>
    </>
  );
}

/** The agencies that had it before a transfer, each with the time it had it. */
function Earlier({ complaint, now }: { complaint: Complaint; now: number }) {
  const { zone } = useSettings();
  const { forwardings, forwarding } = complaint;
  const at = forwardings.findIndex((f) => f.id === forwarding?.id);
  const stays: { id: string; name: string; from: number; to: number }[] = [];
  for (const [i, f] of forwardings.slice(0, Math.max(at, 0)).entries()) {
    const last = stays.at(-1);
    const to = forwardings[i + 1]?.at ?? f.at;
    if (last?.name === f.agencyName) last.to = to;
    else stays.push({ id: f.id, name: f.agencyName, from: f.at, to });
  }
  if (stays.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{m.dash_earlier()}</h2>
      <ul className={styles.earlier}>
        {stays.map((stay) => (
          <li key={stay.id}>
            {stay.name}
            <small title={fullMoment(stay.from, zone, locale())}>
              {m.dash_from_to({
                from: nearMoment(stay.from, now, zone, locale()),
                to: nearMoment(stay.to, now, zone, locale()),
              })}
              , {durationShort(stay.to - stay.from)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
