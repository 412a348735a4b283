import { RadioGroup } from 'radix-ui';
import type { AgencyTemplate } from '../../complaints/agencies/index.ts';
import { m } from '../../i18n/index.ts';
import styles from './setup.module.css';

/** Where the first list comes from. */
export type Origin = AgencyTemplate['id'] | 'file';

const NAME: Record<AgencyTemplate['id'], () => string> = {
  kotim: m.set_template_kotim,
  general: m.set_template_general,
};

/** A template, or a list of the office's own. */
export function OriginChoice({
  value,
  onChange,
  templates,
}: {
  value: Origin;
  onChange: (origin: Origin) => void;
  templates: readonly AgencyTemplate[];
}) {
  return (
    <RadioGroup.Root
      className={styles.origins}
      aria-label={m.set_origin()}
      value={value}
      onValueChange={(v) =>
        onChange(v === 'file' ? 'file' : (templates.find((t) => t.id === v)?.id ?? value))
      }
    >
      {templates.map((template) => {
        const outside = template.agencies.filter((agency) => agency.outside).length;
        return (
          <RadioGroup.Item key={template.id} value={template.id} className={styles.origin}>
            <b>{NAME[template.id]()}</b>
            <span>{m.set_template_size({ n: template.agencies.length - outside, outside })}</span>
          </RadioGroup.Item>
        );
      })}
      <RadioGroup.Item value="file" className={styles.origin}>
        <b>{m.set_origin_file()}</b>
        <span>{m.set_origin_file_detail()}</span>
      </RadioGroup.Item>
    </RadioGroup.Root>
  );
}
