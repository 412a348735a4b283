import { Building2, CornerUpRight, Plus, Search, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { showPhone } from '../../channels/phone.ts';
import { agenciesOf, agencyTemplates } from '../../complaints/agencies/index.ts';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { fold } from '../complaint-parts/agency-search.ts';
import { newAgency } from '../complaint-parts/new-agency.ts';
import { formatRoute } from '../dashboard/route.ts';
import { go } from '../dashboard/use-route.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { type Origin, OriginChoice } from '../setup/origin-choice.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { EmptyState, ErrorNote } from '../ui/notes.tsx';
import { Tag } from '../ui/tag.tsx';
import { AgencyForm } from './agency-form.tsx';
import { AgencyImport } from './agency-import-view.tsx';
import { headText } from './head-text.ts';
import styles from './settings.module.css';

/** The directory of agencies, and one of them for editing. */
export function AgenciesPage({ agencyId }: { agencyId: string }) {
  const agencies = useLive(() => readAgencies(database), []);
  if (!agencies) return <main className={styles.main} />;
  if (agencyId === '') return <AgencyList agencies={agencies} />;
  const agency = agencyId === 'new' ? newAgency('', Date.now()) : agencies.find((a) => a.id === agencyId);
  if (!agency) {
    return (
      <main className={styles.main}>
        <h1 tabIndex={-1} className="u-hidden">
          {m.set_agency_missing()}
        </h1>
        <EmptyState icon={SearchX} title={m.set_agency_missing()}>
          <a href={formatRoute({ page: 'agencies', agencyId: '' })}>{m.dash_agencies()}</a>
        </EmptyState>
      </main>
    );
  }
  return <AgencyForm key={agencyId} agency={agency} fresh={agencyId === 'new'} />;
}

function AgencyList({ agencies }: { agencies: Agency[] }) {
  const [query, setQuery] = useState('');
  const now = Date.now();
  const found = useMemo(() => {
    const words = fold(query).split(' ').filter(Boolean);
    return agencies.filter((agency) => {
      const hay = fold(
        [
          ...agency.names.flatMap((n) => [n.name, n.short]),
          ...agency.aliases,
          ...agency.topics,
          ...agency.heads.map((h) => h.name),
        ].join(' '),
      );
      return words.every((word) => hay.includes(word));
    });
  }, [agencies, query]);
  const groups = [
    { title: m.set_agencies_own(), list: found.filter((a) => a.retiredAt === null && !a.outside) },
    { title: m.set_agencies_outside(), list: found.filter((a) => a.retiredAt === null && a.outside) },
    { title: m.set_agencies_retired(), list: found.filter((a) => a.retiredAt !== null) },
  ].filter((group) => group.list.length > 0);
  return (
    <main className={styles.main}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{m.dash_agencies()}</h1>
        <span className="u-grow" />
        <Button icon={Plus} onClick={() => go({ page: 'agencies', agencyId: 'new' })}>
          {m.set_add_agency()}
        </Button>
      </header>
      {agencies.length === 0 ? (
        <FirstAgencies />
      ) : (
        <div className={styles.wide}>
          <TextField
            icon={Search}
            type="search"
            label={m.ui_agency_search()}
            labelHidden
            placeholder={m.ui_agency_search()}
            value={query}
            maxLength={200}
            onChange={(e) => setQuery(e.target.value)}
          />
          {groups.length === 0 && (
            <EmptyState icon={SearchX} title={m.dash_not_found()}>
              {m.set_agency_not_found_hint()}
            </EmptyState>
          )}
          {groups.map((group) => (
            <section key={group.title} className={styles.group}>
              <h2>
                {group.title} <span className="u-text3">{group.list.length}</span>
              </h2>
              <ul className={`u-card ${styles.list}`}>
                {group.list.map((agency) => (
                  <Line key={agency.id} agency={agency} now={now} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </main>
  );
}

function Line({ agency, now }: { agency: Agency; now: number }) {
  const { name, short } = nameAt(agency, now);
  const detail = [short === name ? '' : short, agency.topics.slice(0, 4).join(', ')]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <a href={formatRoute({ page: 'agencies', agencyId: agency.id })}>
        {agency.outside ? <CornerUpRight size={16} aria-hidden /> : <Building2 size={16} aria-hidden />}
        <span className={styles.listName}>
          <b className="u-two">{name}</b>
          <small className="u-cut">{detail}</small>
        </span>
        <span className={styles.listHead}>{headText(agency, now)}</span>
        <span className={styles.listPhone}>
          {agency.phone ? (
            showPhone(agency.phone)
          ) : agency.email ? (
            <span className="u-cut">{agency.email}</span>
          ) : (
            <Tag>{m.ui_agency_no_number()}</Tag>
          )}
        </span>
      </a>
    </li>
  );
}

/** No agency yet: the templates of the first run, in place. */
function FirstAgencies() {
  const [origin, setOrigin] = useState<Origin>('general');
  const save = useCommand('agency.save');
  return (
    <div className={styles.wide}>
      <p className={styles.lead}>{m.set_agencies_none()}</p>
      <OriginChoice value={origin} onChange={setOrigin} templates={agencyTemplates} />
      {origin === 'file' ? (
        <AgencyImport onRead={(read) => void save.send({ agencies: read })} />
      ) : (
        <Button
          variant="primary"
          busy={save.pending}
          onClick={() => void save.send({ agencies: agenciesOf(origin, Date.now()) })}
        >
          {m.set_use_list()}
        </Button>
      )}
      {save.error && <ErrorNote>{save.error}</ErrorNote>}
    </div>
  );
}
