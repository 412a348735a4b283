import { ChevronLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type Agency, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { formatRoute } from '../dashboard/route.ts';
import { go } from '../dashboard/use-route.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import { type AgencyDraft, type AgencyProblems, agencyOfDraft, draftOfAgency } from './agency-draft.ts';
import { AgencyEnd } from './agency-end.tsx';
import { AgencyHeads } from './agency-heads.tsx';
import { AgencyNames } from './agency-names.tsx';
import { AgencyWays } from './agency-ways.tsx';
import styles from './settings.module.css';

/** What each part of the form needs. */
export interface AgencyPartProps {
  draft: AgencyDraft;
  problems: AgencyProblems;
  set: (change: Partial<AgencyDraft>) => void;
}

/** Everything about one agency: names with their dates, heads with their standing, ways to reach it. */
export function AgencyForm({ agency, fresh }: { agency: Agency; fresh: boolean }) {
  const { zone } = useSettings();
  // A new one keeps the id it was given first, whatever is rendered again.
  const [record] = useState(agency);
  const [draft, setDraft] = useState<AgencyDraft>(() => draftOfAgency(agency, zone));
  const [problems, setProblems] = useState<AgencyProblems>({});
  const save = useCommand('agency.save');
  const toast = useToast();
  const set = (change: Partial<AgencyDraft>) => {
    setDraft({ ...draft, ...change });
    setProblems({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = agencyOfDraft(draft, fresh ? record : agency, zone);
    if ('problems' in made) {
      setProblems(made.problems);
      focusFirstWrong();
      return;
    }
    if (!(await save.send({ agencies: [made.agency] }))) return;
    toast({ text: m.set_agency_saved({ agency: nameAt(made.agency, Date.now()).short }) });
    go({ page: 'agencies', agencyId: '' });
  };
  const part = { draft, problems, set };
  return (
    <main className={styles.main}>
      <form onSubmit={submit} noValidate>
        <header className={styles.head}>
          <div className="u-grow">
            <p className={styles.crumb}>
              <ChevronLeft size={14} aria-hidden />
              <a href={formatRoute({ page: 'agencies', agencyId: '' })}>{m.dash_agencies()}</a>
            </p>
            <h1 tabIndex={-1}>{fresh ? m.set_add_agency() : nameAt(agency, Date.now()).name}</h1>
          </div>
          <Button variant="primary" type="submit" busy={save.pending}>
            {m.dash_save()}
          </Button>
        </header>
        <div className={styles.form}>
          {agency.retiredAt !== null && <Note>{m.set_agency_is_retired()}</Note>}
          {save.error && <ErrorNote>{save.error}</ErrorNote>}
          <AgencyNames {...part} fresh={fresh} />
          <AgencyHeads {...part} />
          <AgencyWays {...part} />
          {!fresh && <AgencyEnd agency={agency} />}
        </div>
      </form>
    </main>
  );
}
