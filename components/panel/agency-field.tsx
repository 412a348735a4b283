import { CircleAlert, Phone } from 'lucide-react';
import { useId, useMemo } from 'react';
import { channelsFor } from '../../channels/registry.ts';
import { type Agency, headAt, nameAt } from '../../complaints/agency.ts';
import { m } from '../../i18n/index.ts';
import { database } from '../../storage/database.ts';
import { readPending } from '../../storage/read/pending.ts';
import { AgencyPicker } from '../complaint-parts/agency-picker.tsx';
import { useLive } from '../hooks/use-live.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import field from '../ui/field.module.css';
import { Field } from '../ui/field.tsx';
import { SourceMark } from '../ui/source-mark.tsx';
import styles from './agency-field.module.css';
import { AgencyHints } from './agency-hints.tsx';
import { phrasesOf } from './standing-agency.ts';
import type { Forwarding } from './use-forwarding.ts';

/** The agency, and its number when it has none: asked for in place, never in the way. */
export function AgencyField({ forwarding: f }: { forwarding: Forwarding }) {
  const id = useId();
  const pending = useLive(async () => readPending(database, Date.now()), []);
  const openCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const row of pending ?? [])
      if (row.agencyId) counts.set(row.agencyId, (counts.get(row.agencyId) ?? 0) + 1);
    return counts;
  }, [pending]);
  const { agency, choice } = f;
  const suggestions = useMemo(
    () =>
      choice.suggestions.map((s) => ({ agencyId: s.agencyId, because: phrasesOf(s.because, choice.words) })),
    [choice.suggestions, choice.words],
  );
  const asksNumber = agency !== null && agency.phone === '' && f.channel.missing(agency) === 'phone';
  return (
    <div>
      <div className={field.label}>
        <span id={id}>{m.panel_agency()}</span>
        {choice.source && <SourceMark kind={choice.source} id={`${id}-s`} />}
      </div>
      <AgencyPicker
        agencies={choice.agencies}
        suggestions={suggestions}
        value={agency}
        onChange={(chosen) => choice.choose(chosen.id)}
        onAdd={choice.add}
        now={f.now}
        openCounts={openCounts}
        labelledBy={id}
        describedBy={choice.source && `${id}-s`}
        triggerRef={choice.ref}
      >
        {agency && <Chosen agency={agency} forwarding={f} />}
      </AgencyPicker>
      <AgencyHints choice={choice} now={f.now} />
      {f.wanted === 'agency' && !agency && <Wrong>{m.panel_agency_first()}</Wrong>}
      {choice.error && <Wrong>{choice.error}</Wrong>}
      {asksNumber && <NumberField agency={agency} forwarding={f} />}
    </div>
  );
}

function Chosen({ agency, forwarding: f }: { agency: Agency; forwarding: Forwarding }) {
  const { name, short } = nameAt(agency, f.now);
  const head = headAt(agency, f.now);
  const who =
    head &&
    (head.standing === 'definitive'
      ? head.name
      : `${head.name} (${head.standing === 'plt' ? 'Plt.' : 'Plh.'})`);
  const detail = [short === name ? '' : short, who ?? '', f.channel.label()].filter(Boolean);
  return (
    <>
      <span className={cx(styles.name, 'u-two')}>{name}</span>
      <span className={styles.detail}>{detail.join(' · ')}</span>
    </>
  );
}

function NumberField({ agency, forwarding: f }: { agency: Agency; forwarding: Forwarding }) {
  const { choice } = f;
  const { short } = nameAt(agency, f.now);
  const others = channelsFor({ sensitive: f.sensitive }).some((c) => c.id === 'copy');
  return (
    <div className={styles.number}>
      <Field
        label={m.panel_number({ agency: short })}
        error={choice.phoneError}
        hint={f.wanted === 'phone' || others ? m.panel_number_missing({ agency: short }) : undefined}
      >
        {(control) => (
          <span className={styles.row}>
            <span className={cx(field.box, choice.phoneError && field.wrong)}>
              <Phone size={14} aria-hidden />
              <input
                {...control}
                ref={choice.phoneRef}
                type="tel"
                inputMode="tel"
                autoComplete="off"
                className={field.bare}
                placeholder="08…"
                maxLength={40}
                value={choice.phone}
                onChange={(e) => choice.setPhone(e.target.value)}
                onKeyDown={(e) => {
                  if (e.key !== 'Enter' || e.ctrlKey || e.metaKey) return;
                  e.preventDefault();
                  void choice.savePhone();
                }}
              />
            </span>
            <Button onClick={() => void choice.savePhone()}>{m.panel_number_save()}</Button>
          </span>
        )}
      </Field>
    </div>
  );
}

function Wrong({ children }: { children: string }) {
  return (
    <p role="alert" className={field.error}>
      <CircleAlert size={12} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
