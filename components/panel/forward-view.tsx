import { EyeOff, MapPin } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { channelsFor } from '../../channels/registry.ts';
import type { Complaint } from '../../complaints/complaint.ts';
import { isNotPublic } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import { DeadlinePicker } from '../complaint-parts/deadline-picker.tsx';
import { PostContext } from '../complaint-parts/post-context.tsx';
import { Ties } from '../complaint-parts/ties.tsx';
import { Wordings } from '../complaint-parts/wordings.tsx';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { Switch } from '../ui/switch.tsx';
import { useToast } from '../ui/toast.tsx';
import { AgencyField } from './agency-field.tsx';
import { CategoryField } from './category-field.tsx';
import { ChannelButton } from './channel-button.tsx';
import type { PanelForm, SentNow } from './complaint-panel.tsx';
import { FormSlot } from './form-slot.tsx';
import { MessagePreview } from './message-preview.tsx';
import { MissingFacts } from './missing-facts.tsx';
import styles from './panel.module.css';
import { PhotoStrip } from './photo-strip.tsx';
import { SourceLine } from './source-line.tsx';
import { sourceOf } from './unreadable.ts';
import { type Forwarding, useForwarding } from './use-forwarding.ts';

/** The form with a state of its own, for places that show it and nothing else. */
export function ForwardView({
  onSent,
  ...rest
}: Omit<Parameters<typeof ForwardForm>[0], 'forwarding'> & { onSent: (sent: SentNow) => void }) {
  const forwarding = useForwarding(rest.complaint, onSent, { active: true, transfer: rest.transfer });
  return <ForwardForm {...rest} forwarding={forwarding} />;
}

/** Before forwarding (or before a transfer): what goes along, to whom, by when, and how. */
export function ForwardForm({
  complaint,
  forwarding: f,
  transfer,
  form,
  setForm,
  onLater,
  onOpen,
  nested,
}: {
  complaint: Complaint;
  forwarding: Forwarding;
  /** It was forwarded already and now goes to another agency. */
  transfer: boolean;
  form: PanelForm;
  setForm: (form: PanelForm) => void;
  onLater: () => void;
  /** Shows another complaint in place of this one; absent where the page around it tells of the ties. */
  onOpen?: (id: string) => void;
  /** Stands inside a page that has its own main part already. */
  nested?: boolean;
}) {
  const Body = nested ? 'div' : 'main';
  const toast = useToast();
  const channels = useMemo(
    () => channelsFor({ sensitive: f.sensitive, telegram: f.telegram }),
    [f.sensitive, f.telegram],
  );
  useShortcuts({ 'ctrl+Enter': () => void f.forward(f.channel) });

  const { ref: agencyRef } = f.choice;
  useEffect(() => {
    if (transfer) agencyRef.current?.focus();
  }, [transfer, agencyRef]);

  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (f.failure) note.current?.scrollIntoView({ block: 'nearest' });
  }, [f.failure]);

  const later = async () => {
    if (!(await f.flush())) return;
    if (transfer) return setForm(null);
    toast({ text: m.panel_saved_for_later() });
    onLater();
  };
  return (
    <>
      <Body className={styles.body}>
        <FormSlot complaint={complaint} form={form} setForm={setForm} />
        {transfer && <Note>{m.panel_transfer_explained()}</Note>}
        {onOpen && <Ties complaint={complaint} onOpen={onOpen} />}
        <SourceLine complaint={complaint} now={f.now} />
        <PostContext complaint={complaint} />
        <Wordings complaint={complaint} />
        <PhotoStrip
          complaintId={complaint.id}
          photos={complaint.photos}
          sensitive={f.sensitive}
          choice={f.photos}
        />
        {isNotPublic(complaint.capture.audience) && <Note icon={EyeOff}>{m.ui_private_explained()}</Note>}
        <TextArea
          dir="auto"
          label={m.ui_field_text()}
          source={sourceOf(complaint.capture.text, f.text.dirty)}
          placeholder={m.panel_fill_if_needed()}
          value={f.text.value}
          maxLength={100_000}
          onChange={(e) => f.text.set(e.target.value)}
          onBlur={() => void f.text.flush()}
          error={f.text.error}
        />
        <TextField
          dir="auto"
          icon={MapPin}
          label={m.ui_field_place()}
          source={sourceOf(complaint.capture.place, f.place.dirty)}
          placeholder={m.panel_fill_if_needed()}
          value={f.place.value}
          maxLength={500}
          onChange={(e) => f.place.set(e.target.value)}
          onBlur={() => void f.place.flush()}
          error={f.place.error}
        />
        <MissingFacts complaint={complaint} />
        <AgencyField forwarding={f} />
        <DeadlinePicker
          value={f.deadline}
          onChange={f.setDeadline}
          due={f.due}
          term={f.termOfPreset}
          loud={f.loud}
        />
        <Switch
          label={m.panel_sensitive()}
          detail={m.panel_sensitive_detail()}
          checked={f.sensitive}
          onChange={f.setSensitive}
        />
        <CategoryField choice={f.category} />
        <MessagePreview forwarding={f} />
        <div ref={note} hidden={!f.failure}>
          {f.failure && (
            <ErrorNote
              tone="warn"
              title={m.panel_not_forwarded()}
              actions={
                <>
                  {f.unsure ? (
                    <UnsureActions forward={(word) => void f.forward(f.lastTried ?? f.channel, word)} />
                  ) : (
                    <Button size="s" onClick={() => void f.forward(f.lastTried ?? f.channel)}>
                      {m.panel_retry()}
                    </Button>
                  )}
                  <Button size="s" onClick={() => void f.forwardByCopy()}>
                    {m.panel_copy_message()}
                  </Button>
                </>
              }
            >
              {f.failure}
            </ErrorNote>
          )}
        </div>
      </Body>
      <footer className={styles.footer}>
        <ChannelButton
          channels={channels}
          channel={f.channel}
          busy={f.busy}
          onForward={(c) => void f.forward(c)}
        />
        <div className={styles.under}>
          <Button variant="plain" size="s" onClick={() => void later()}>
            {transfer ? m.ui_cancel() : m.panel_save_for_later()}
          </Button>
          <span className={styles.keys}>
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {m.panel_key_forward()}
          </span>
        </div>
      </footer>
    </>
  );
}

/** Nobody knows whether the bot's message arrived: the official looks and says. */
function UnsureActions({ forward }: { forward: (word: 'again' | 'arrived') => void }) {
  return (
    <>
      <Button size="s" onClick={() => forward('arrived')}>
        {m.telegram_arrived()}
      </Button>
      <Button size="s" onClick={() => forward('again')}>
        {m.telegram_send_again()}
      </Button>
    </>
  );
}
