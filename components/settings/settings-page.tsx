import { m } from '../../i18n/index.ts';
import { formatRoute, SECTIONS, type Section } from '../dashboard/route.ts';
import { cx } from '../ui/cx.ts';
import { BackupSection } from './backup-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { DeadlinesSection } from './deadlines-section.tsx';
import { LookSection } from './look-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import styles from './settings.module.css';
import { TelegramSection } from './telegram-section.tsx';
import { TemplatesSection } from './templates-section.tsx';

const NAME: Record<Section, () => string> = {
  kantor: m.set_section_office,
  tenggat: m.set_section_deadlines,
  kalender: m.set_section_calendar,
  templat: m.set_section_templates,
  telegram: m.channel_telegram,
  pemberitahuan: m.set_section_notifications,
  tampilan: m.set_section_look,
  privasi: m.set_section_privacy,
  cadangan: m.set_section_backup,
};
const BODY: Record<Section, () => React.ReactNode> = {
  kantor: () => <OfficeSection />,
  tenggat: () => <DeadlinesSection />,
  kalender: () => <CalendarSection />,
  templat: () => <TemplatesSection />,
  telegram: () => <TelegramSection />,
  pemberitahuan: () => <NotificationsSection />,
  tampilan: () => <LookSection />,
  privasi: () => <PrivacySection />,
  cadangan: () => <BackupSection />,
};

/** Settings by section, each with an address of its own. */
export function SettingsPage({ section }: { section: Section }) {
  return (
    <main className={styles.main}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{m.dash_settings()}</h1>
      </header>
      <div className={styles.split}>
        <nav className={styles.sections} aria-label={m.set_sections()}>
          {SECTIONS.map((name) => (
            <a
              key={name}
              href={formatRoute({ page: 'settings', section: name })}
              aria-current={name === section ? 'page' : undefined}
              className={cx(name === section && styles.sectionOn)}
            >
              {NAME[name]()}
            </a>
          ))}
        </nav>
        <section className={styles.section} aria-labelledby="section-title">
          <h2 id="section-title">{NAME[section]()}</h2>
          <div key={section} className={styles.fields}>
            {BODY[section]()}
          </div>
        </section>
      </div>
    </main>
  );
}
