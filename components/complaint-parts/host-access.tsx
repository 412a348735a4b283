import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import { useMissingHosts } from '../hooks/use-missing-hosts.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { siteName } from './words.ts';

/** What the browser no longer allows, and the button that asks for it. Nothing while all is allowed. */
export function HostAccess({ className }: { className?: string | undefined }) {
  const { missing, again } = useMissingHosts();
  const [answer, setAnswer] = useState<'given' | 'refused' | null>(null);
  if (!missing || (missing.length === 0 && answer !== 'given')) return null;
  const give = () => {
    // Asked for in the click's own turn: the browser asks back only then.
    void browser.permissions
      .request({ origins: missing })
      .catch(() => false)
      .then((given) => {
        setAnswer(given ? 'given' : 'refused');
        again();
      });
  };
  if (missing.length === 0) {
    return (
      <section className={className} role="status">
        <Note icon={ShieldCheck}>{m.access_given()}</Note>
      </section>
    );
  }
  const sites = (['instagram', 'facebook'] as const).filter((site) =>
    missing.some((origin) => origin.endsWith(`.${site}.com/*`)),
  );
  return (
    <section className={className}>
      <ErrorNote
        tone="warn"
        title={
          sites.length > 0
            ? m.access_title({ sites: sites.map(siteName).join(', ') })
            : m.access_photos_title()
        }
        actions={
          <Button size="s" variant="primary" onClick={give}>
            {m.access_give()}
          </Button>
        }
      >
        {answer === 'refused'
          ? m.access_refused()
          : sites.length > 0
            ? m.access_what()
            : m.access_photos_what()}
      </ErrorNote>
    </section>
  );
}
