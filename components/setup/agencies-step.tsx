import { useEffect, useMemo, useRef, useState } from 'react';
import { parsePhone, phoneSentence } from '../../channels/phone.ts';
import { agencyTemplates, frequentOf } from '../../complaints/agencies/index.ts';
import type { Agency } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { call } from '../../protocol/client.ts';
import { database } from '../../storage/database.ts';
import { readAgencies } from '../../storage/read/agencies.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { AgencyImport } from '../settings/agency-import-view.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { type AgencyRowDraft, applyRow, draftRow } from './agency-row-draft.ts';
import { AgencyRows } from './agency-rows.tsx';
import { focusFirstWrong } from './focus-wrong.ts';
import { mergeTemplate, templateOfAgencies } from './merge-template.ts';
import { MessageAside } from './message-aside.tsx';
import { type Origin, OriginChoice } from './origin-choice.tsx';
import styles from './setup.module.css';
import type { StepProps } from './setup.tsx';

/** Step 2: where complaints go. One number is enough to begin; the rest is asked for when it is needed. */
export function AgenciesStep(props: StepProps) {
  const [existing, setExisting] = useState<Agency[] | null>(null);
  useEffect(() => {
    // Read once: what is typed here must not be overtaken by what it has saved itself.
    void readAgencies(database).then(setExisting);
  }, []);
  return existing ? <Loaded {...props} existing={existing} /> : <div className={styles.body} />;
}

function Loaded({ save, footer, existing }: StepProps & { existing: Agency[] }) {
  const settings = useSettings();
  const [origin, setOrigin] = useState<Origin>(
    () =>
      templateOfAgencies(existing) ??
      (/kotawaringin timur|kotim/i.test(settings.office) ? 'kotim' : 'general'),
  );
  const [own, setOwn] = useState<Agency[]>([]);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AgencyRowDraft>>(new Map());
  const [checked, setChecked] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const saveAgencies = useCommand('agency.save');
  const now = useRef(Date.now()).current;

  const merged = useMemo(
    () =>
      origin === 'file'
        ? { agencies: [...own, ...existing], leftOver: [] }
        : mergeTemplate(origin, [...own, ...existing], now),
    [origin, own, existing, now],
  );
  const agencies = merged.agencies.filter((agency) => agency.retiredAt === null);
  const rowOf = (agency: Agency) => drafts.get(agency.id) ?? draftRow(agency, now);
  const ready = agencies.filter((agency) => parsePhone(rowOf(agency).phone).ok).length;
  useEffect(
    () => footer(agencies.length > 0 ? m.set_ready({ n: ready, total: agencies.length }) : null),
    [footer, ready, agencies.length],
  );

  save.current = async (complete) => {
    const wrong = agencies.some((agency) => phoneProblem(rowOf(agency).phone) !== null);
    if (wrong && complete) {
      setChecked(true);
      focusFirstWrong();
      return false;
    }
    const records = agencies.map((agency) => applyRow(agency, rowOf(agency), now));
    if (records.length > 0 && !(await saveAgencies.send({ agencies: records }))) return false;
    for (const agencyId of merged.leftOver) await call('agency.remove', { agencyId }).catch(() => undefined);
    return true;
  };

  const frequent = origin === 'file' ? [] : frequentOf(origin);
  const shown =
    agencies.find((agency) => agency.id === current) ?? agencies.find((a) => frequent[0] === a.id) ?? null;
  const add = (agency: Agency) => setOwn((list) => [agency, ...list]);
  return (
    <div className={styles.body}>
      <main>
        <h1 tabIndex={-1}>{m.set_agencies_title()}</h1>
        <p className={styles.lead}>{m.set_agencies_lead()}</p>
        <OriginChoice value={origin} onChange={setOrigin} templates={agencyTemplates} />
        {origin === 'file' && (
          <AgencyImport
            onRead={(read) => {
              setOwn((list) => [...read, ...list]);
              setCurrent(read[0]?.id ?? null);
            }}
          />
        )}
        {agencies.length > 0 && (
          <AgencyRows
            key={origin}
            agencies={agencies}
            frequent={frequent}
            rowOf={rowOf}
            onChange={(changes) => {
              const next = new Map(drafts);
              for (const { id, ...change } of changes) {
                const agency = agencies.find((a) => a.id === id);
                if (agency) next.set(id, { ...(next.get(id) ?? draftRow(agency, now)), ...change });
              }
              setDrafts(next);
            }}
            onCurrent={setCurrent}
            onAdd={add}
            checked={checked}
          />
        )}
        {saveAgencies.error && <ErrorNote>{saveAgencies.error}</ErrorNote>}
      </main>
      <MessageAside settings={settings} agency={shown && applyRow(shown, rowOf(shown), now)} />
    </div>
  );
}

/** The sentence under a number that is none; an empty field is no mistake. */
export function phoneProblem(text: string): string | null {
  if (text.trim() === '') return null;
  const parsed = parsePhone(text);
  return parsed.ok ? null : phoneSentence(parsed);
}
