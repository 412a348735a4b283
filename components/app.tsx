import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { setLocale } from '../i18n/index.ts';
import { call } from '../protocol/client.ts';
import { database } from '../storage/database.ts';
import { readSettings } from '../storage/read/settings.ts';
import { asTanggapError } from '../storage/transact.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useLive } from './hooks/use-live.ts';
import { SettingsContext } from './hooks/use-settings.ts';
import { ToastProvider } from './ui/toast.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';
import './base.css';

/** The first rows of the page come before the worker is woken, in ms. */
const CALM_MS = 300;

/** What every extension page stands in: settings, language, appearance, toasts, tooltips, and a net for errors. */
export function App({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary>
      <WithSettings>{children}</WithSettings>
    </ErrorBoundary>
  );
}

function WithSettings({ children }: { children: ReactNode }) {
  const stored = useLive(() => readSettings(database), []);
  const [closed, setClosed] = useState<unknown>(null);
  // A live read waits for ever for a database that cannot be opened; this asks once and says why.
  useEffect(() => {
    database.open().catch((error: unknown) => setClosed(asTanggapError(error)));
  }, []);
  // Whoever looks at a page of ours shall find the badge right, should the browser have lost the alarm.
  useEffect(() => {
    const timer = setTimeout(() => void call('outside.refresh', {}).catch(() => undefined), CALM_MS);
    return () => clearTimeout(timer);
  }, []);
  if (closed) throw closed;
  const language = stored?.language ?? 'id';
  setLocale(language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    // An attribute, not a style: the build lowers light-dark() to rules that only a style sheet can switch.
    document.documentElement.dataset.appearance = stored?.appearance ?? 'system';
  }, [language, stored]);
  // At most a blank frame: the settings are one small record.
  if (!stored) return null;
  return (
    <SettingsContext.Provider value={stored}>
      <TooltipProvider>
        <ToastProvider key={language} letters={stored.shortcuts}>
          {children}
        </ToastProvider>
      </TooltipProvider>
    </SettingsContext.Provider>
  );
}
