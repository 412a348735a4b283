import { type FormEvent, useState } from 'react';
import { DEFAULT_TERMS } from '../../complaints/deadlines/policy.ts';
import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { focusFirstWrong } from '../setup/focus-wrong.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { SaveBar } from './save-bar.tsx';
import { draftsOfTerms, TermFields, termsOfDrafts } from './term-fields.tsx';
import { useSaveSettings } from './use-save-settings.ts';

/** The presets' terms, and where they come from. */
export function DeadlinesSection() {
  const { terms, zone } = useSettings();
  const [drafts, setDrafts] = useState(() => draftsOfTerms(terms));
  const saving = useSaveSettings();
  const toast = useToast();
  const next = termsOfDrafts(drafts);
  const dirty =
    !next || next.emergency !== terms.emergency || next.busy !== terms.busy || next.normal !== terms.normal;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!next) return focusFirstWrong();
    if (await saving.save({ terms: next })) toast({ text: m.set_saved() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="u-text2">{m.set_deadlines_lead()}</p>
      <TermFields drafts={drafts} onChange={setDrafts} zone={zone} />
      <SaveBar dirty={dirty} saving={saving} onReset={() => setDrafts(draftsOfTerms(terms))} />
      <p className="u-small u-text3">{m.set_deadlines_source()}</p>
      <div>
        <Button size="s" onClick={() => setDrafts(draftsOfTerms(DEFAULT_TERMS))}>
          {m.set_terms_default()}
        </Button>
      </div>
    </form>
  );
}
