import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { policyWord } from '../../channels/clock-words.ts';
import type { Agency } from '../../complaints/agency.ts';
import type { OfficeCalendar } from '../../complaints/deadlines/calendar.ts';
import { BUILT_IN_POLICIES } from '../../complaints/deadlines/policies.ts';
import { type ClockRules, DEFAULT_RULES } from '../../complaints/deadlines/rules.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readCalendarBook } from '../../storage/read/calendar-book.ts';
import { readRules } from '../../storage/read/rules.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useLive } from '../hooks/use-live.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { ErrorNote } from '../ui/notes.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './calendar.module.css';
import { AgencyChoices } from './calendar-agencies.tsx';
import { clashText } from './calendar-save.ts';
import { PolicyCard } from './policies-card.tsx';
import { CategoryPolicies } from './policies-categories.tsx';
import {
  builtInPolicy,
  draftOfPolicy,
  draftOfRules,
  type PolicyDraft,
  type PolicyProblems,
  type RulesDraft,
  rulesOfDraft,
  withoutPolicy,
} from './policies-draft.ts';
import { nextFriday } from './policies-example.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';

/** *Tenggat & kebijakan*: the terms of every preset with their sources, and which agency has its own. */
export function DeadlinesSection() {
  const found = useLive(async () => {
    const [book, rules, agencies] = await Promise.all([
      readCalendarBook(database),
      readRules(database),
      database.agencies.toArray(),
    ]);
    return { calendar: book.current, rules, agencies };
  }, []);
  if (!found) return null;
  return <PoliciesForm {...found} />;
}

function PoliciesForm({
  calendar,
  rules,
  agencies,
}: {
  calendar: OfficeCalendar;
  rules: ClockRules;
  agencies: Agency[];
}) {
  const { terms } = useSettings();
  const [base, setBase] = useState<RulesDraft>(() => draftOfRules(rules, terms));
  const [draft, setDraft] = useState(base);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['normal']));
  const [problems, setProblems] = useState<PolicyProblems>({});
  const [clash, setClash] = useState<string | null>(null);
  const save = useCommand('clocks.saveRules');
  const toast = useToast();
  const now = useNow();
  const at = nextFriday(calendar, now);
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  const guard = useLeaveGuard(dirty);
  const set = (next: RulesDraft) => {
    setDraft(next);
    setProblems({});
    setClash(null);
    save.clear();
  };
  const setPolicy = (policy: PolicyDraft) =>
    set({ ...draft, policies: draft.policies.map((each) => (each.id === policy.id ? policy : each)) });
  const unfold = (id: string, on: boolean) => {
    const next = new Set(open);
    if (on) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = rulesOfDraft(draft, rules);
    if ('problems' in made) {
      setProblems(made.problems);
      const wrong = Object.keys(made.problems).map((place) => place.slice(0, place.lastIndexOf('.')));
      setOpen(new Set([...open, ...wrong]));
      focusFirstWrong();
      return;
    }
    const reason = clashText(made.rules, calendar, Date.now());
    setClash(reason);
    if (reason !== null) return;
    const before = rulesOfDraft(base, rules);
    if (!(await save.send({ rules: made.rules }))) return;
    const kept = draft;
    setBase(kept);
    toast({
      text: m.set_saved(),
      ...('rules' in before
        ? {
            undo: () =>
              void save.send({ rules: before.rules }).then((done) => {
                if (!done) return;
                setBase(base);
                setDraft(base);
              }),
          }
        : {}),
    });
  };
  const add = () => {
    const id = uuidv7();
    const normal = draft.policies.find((each) => each.id === 'normal');
    if (!normal) return;
    set({ ...draft, policies: [...draft.policies, { ...normal, id, name: '', sources: [], ownSource: '' }] });
    unfold(id, true);
  };
  const usable = draft.policies.filter((policy) => policy.id !== 'custom');
  const options = usable.map((policy) => ({ value: policy.id, label: policyWord(policy) }));
  const allDefault = () =>
    set({
      ...draft,
      policies: BUILT_IN_POLICIES.map(draftOfPolicy).concat(
        draft.policies.filter((policy) => !builtInPolicy(policy.id)),
      ),
      byCategory: DEFAULT_RULES.byCategory,
    });
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {guard}
      <p className="u-text2">{m.pol_lead()}</p>
      <div className={styles.policies}>
        {draft.policies.map((policy) => (
          <PolicyCard
            key={policy.id}
            draft={policy}
            problems={problems}
            calendar={calendar}
            at={at}
            open={open.has(policy.id)}
            onOpen={(on) => on !== open.has(policy.id) && unfold(policy.id, on)}
            onChange={setPolicy}
            onRemove={builtInPolicy(policy.id) ? null : () => set(withoutPolicy(draft, policy.id))}
          />
        ))}
      </div>
      <div className={styles.row}>
        <Button size="s" icon={Plus} onClick={add}>
          {m.pol_add()}
        </Button>
        <Button size="s" variant="plain" onClick={allDefault}>
          {m.pol_all_default()}
        </Button>
      </div>
      <section className={styles.part} aria-labelledby="pol-agencies">
        <h3 id="pol-agencies">{m.pol_part_agencies()}</h3>
        <p className="u-small u-text3">{m.pol_agencies_lead()}</p>
        <AgencyChoices
          agencies={agencies}
          value={draft.byAgency}
          options={options}
          words={{ agency: m.pol_agency_add(), choice: m.pol_policy(), none: m.pol_agencies_none() }}
          onChange={(byAgency) => set({ ...draft, byAgency })}
        />
      </section>
      <CategoryPolicies
        draft={draft}
        agencies={agencies}
        options={options}
        onChange={(part) => set({ ...draft, ...part })}
      />
      <div className={styles.saving}>
        {Object.keys(problems).length > 0 && <ErrorNote>{Object.values(problems)[0]}</ErrorNote>}
        {(clash ?? save.error) && <ErrorNote>{clash ?? save.error}</ErrorNote>}
        <div className={cx(styles.row, dirty && styles.unsaved)}>
          <Button variant="primary" type="submit" busy={save.pending} disabled={!dirty}>
            {m.dash_save()}
          </Button>
          {dirty && (
            <Button variant="plain" onClick={() => set(base)}>
              {m.ui_cancel()}
            </Button>
          )}
          {dirty && <span className="u-small u-text3">{m.cal_unsaved()}</span>}
        </div>
        <p className="u-small u-text3">{m.pol_keeps()}</p>
      </div>
    </form>
  );
}
