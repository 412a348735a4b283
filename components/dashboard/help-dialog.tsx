import { m } from '../../i18n/index.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './help-dialog.module.css';
import { formatRoute } from './route.ts';

/** Every key of the full tab, by place. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { shortcuts } = useSettings();
  const groups: { title: string; keys: [string[], string][] }[] = [
    {
      title: m.dash_help_list(),
      keys: [
        [['J', 'K'], m.dash_key_move()],
        [['↓', '↑'], m.dash_key_move()],
        [['Enter'], m.dash_key_open()],
        [['R'], m.dash_key_remind()],
        [['T'], m.dash_key_respond()],
        [['/'], m.dash_key_search()],
      ],
    },
    {
      title: m.dash_help_complaint(),
      keys: [
        [['J', 'K'], m.dash_key_next()],
        [['R'], m.dash_key_remind()],
        [['T'], m.dash_key_respond()],
        [['Esc'], m.dash_key_back()],
      ],
    },
    {
      title: m.dash_help_everywhere(),
      keys: [
        [['Z'], m.dash_key_undo()],
        [['Ctrl', 'Enter'], m.dash_key_forward()],
        [['?'], m.dash_key_all()],
      ],
    },
  ];
  return (
    <Dialog open={open} onOpenChange={(on) => !on && onClose()} title={m.dash_help_title()}>
      {!shortcuts && (
        <p className="u-small u-text2">
          {m.dash_help_off()}{' '}
          <a href={formatRoute({ page: 'settings', section: 'tampilan' })}>{m.dash_settings()}</a>
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(([keys, what]) => (
              <div key={keys.join()} className={styles.line}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
