import { RotateCcw } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { publicReplyText } from '../../channels/message.ts';
import {
  builtInTemplate,
  PLACEHOLDERS,
  placeholderLabel,
  type TemplateName,
  templateOf,
  unknownPlaceholders,
} from '../../channels/template.ts';
import { whatsappChannel } from '../../channels/whatsapp.ts';
import type { Settings } from '../../complaints/settings.ts';
import { m } from '../../i18n/index.ts';
import { useNow } from '../hooks/use-now.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useToast } from '../ui/toast.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { sampleContext } from './sample.ts';
import { SaveBar } from './save-bar.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

const LONGEST = 4_000;

/** The messages' wording: what stands for what, how it will look, and how long it may be. */
export function TemplatesSection() {
  const [name, setName] = useState<TemplateName>('forward');
  return (
    <>
      <p className="u-text2">{m.set_templates_lead()}</p>
      <Segmented
        label={m.set_section_templates()}
        value={name}
        onChange={setName}
        options={[
          { value: 'forward', label: m.set_template_forward() },
          { value: 'remind', label: m.set_template_remind() },
          { value: 'publicReply', label: m.set_template_reply() },
        ]}
      />
      <OneTemplate key={name} name={name} />
    </>
  );
}

function OneTemplate({ name }: { name: TemplateName }) {
  const settings = useSettings();
  const stored = templateOf(settings.templates[name], name);
  const [text, setText] = useState(stored);
  const area = useRef<HTMLTextAreaElement>(null);
  const saving = useSaveSettings();
  const toast = useToast();
  const now = useNow();
  const builtIn = builtInTemplate(name);
  const unknown = unknownPlaceholders(text);
  // The built-in wording is kept as "none of our own", so that a later, better one is taken over.
  const own = text.trim() === builtIn.trim() ? '' : text;
  const preview = previewOf(name, { ...settings, templates: { ...settings.templates, [name]: own } }, now);

  const insert = (placeholder: string) => {
    const field = area.current;
    const at = field?.selectionStart ?? text.length;
    const word = `{${placeholder}}`;
    setText(`${text.slice(0, at)}${word}${text.slice(field?.selectionEnd ?? at)}`);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.save({ templates: { ...settings.templates, [name]: own } }))) return;
    toast({ text: m.set_saved() });
  };
  const problem =
    text.trim() === ''
      ? m.set_template_empty()
      : unknown.length > 0
        ? m.set_template_unknown({ names: unknown.map((n) => `{${n}}`).join(', ') })
        : undefined;
  return (
    <form onSubmit={submit} className={styles.template}>
      <div className={styles.fields}>
        <Field
          label={m.set_template_text()}
          error={problem}
          hint={
            preview.shortened
              ? m.set_template_shortened({ n: preview.text.length })
              : m.set_template_length({ n: preview.text.length })
          }
        >
          {(control) => (
            <textarea
              {...control}
              ref={area}
              className={styles.textarea}
              lang="id"
              rows={10}
              value={text}
              maxLength={LONGEST}
              onChange={(e) => setText(e.target.value)}
            />
          )}
        </Field>
        <div>
          <p className={styles.label}>{m.set_placeholders()}</p>
          <ul className={styles.placeholders}>
            {PLACEHOLDERS.map((placeholder) => (
              <li key={placeholder}>
                <button
                  type="button"
                  title={placeholderLabel(placeholder)}
                  onClick={() => insert(placeholder)}
                >
                  <code>{`{${placeholder}}`}</code> {placeholderLabel(placeholder)}
                </button>
              </li>
            ))}
          </ul>
        </div>
        <SaveBar dirty={text !== stored} saving={saving} onReset={() => setText(stored)} />
        {own !== '' && (
          <div>
            <Button size="s" variant="plain" icon={RotateCcw} onClick={() => setText(builtIn)}>
              {m.set_template_reset()}
            </Button>
          </div>
        )}
      </div>
      <aside>
        <p className={styles.label}>{m.set_template_preview()}</p>
        <MessageBubble text={preview.text} />
      </aside>
    </form>
  );
}

function previewOf(
  name: TemplateName,
  settings: Settings,
  now: number,
): { text: string; shortened: boolean } {
  if (name === 'publicReply') {
    return { text: publicReplyText(sampleContext(settings, null, now)), shortened: false };
  }
  return whatsappChannel.prepare(sampleContext(settings, null, now, name));
}
