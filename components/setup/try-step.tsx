import { ExternalLink } from 'lucide-react';
import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import { HostAccess } from '../complaint-parts/host-access.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { FlagPicture } from './flag-picture.tsx';
import styles from './setup.module.css';
import type { StepProps } from './setup.tsx';

/** Step 4: what to do in the feed, and what happens then. */
export function TryStep({ save, footer }: StepProps) {
  useEffect(() => footer(null), [footer]);
  save.current = async () => true;
  const open = (url: string) => void browser.tabs.create({ url });
  const steps = [m.set_try_1(), m.set_try_2(), m.set_try_3()];
  return (
    <div className={styles.body}>
      <main className={styles.narrow}>
        <h1 tabIndex={-1}>{m.set_try_title()}</h1>
        <p className={styles.lead}>{m.set_try_lead()}</p>
        <ol className={styles.tries}>
          {steps.map((text, at) => (
            <li key={text}>
              <span className={styles.mark}>{at + 1}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
        <HostAccess className={styles.access} />
        <div className={styles.sites}>
          <Button icon={ExternalLink} onClick={() => open('https://www.instagram.com/')}>
            {m.set_open_site({ site: 'Instagram' })}
          </Button>
          <Button icon={ExternalLink} onClick={() => open('https://www.facebook.com/')}>
            {m.set_open_site({ site: 'Facebook' })}
          </Button>
        </div>
        <p className={styles.hint}>{m.set_try_hint()}</p>
        <p className={styles.hint}>
          <Kbd>?</Kbd> {m.set_try_keys()}
        </p>
      </main>
      <aside className={styles.aside}>
        <p className="u-small u-text3">{m.set_try_picture()}</p>
        <FlagPicture />
      </aside>
    </div>
  );
}
