import { Component, type ErrorInfo, type ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { m } from '../i18n/index.ts';
import { errorCode, errorText } from './error-text.ts';
import { Button } from './ui/button.tsx';
import { ErrorNote } from './ui/notes.tsx';

interface State {
  error: Error | null;
  /** Names this one failure, so that a report and a remark about it can be matched. */
  id: string;
}

/** Catches what no other place expected: one sentence, and the details for the developer on a click. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, id: '' };

  static getDerivedStateFromError(error: unknown): State {
    return {
      error: error instanceof Error ? error : new Error(typeof error),
      id: crypto.randomUUID().slice(0, 8),
    };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('Tanggap', this.state.id, error.name, info.componentStack);
  }

  override render(): ReactNode {
    const { error, id } = this.state;
    if (!error) return this.props.children;
    return (
      <main style={{ padding: 16 }}>
        <ErrorNote
          title={errorText(errorCode(error))}
          actions={
            <>
              <Button size="s" onClick={() => location.reload()}>
                {m.ui_reload()}
              </Button>
              <Button
                size="s"
                onClick={() => navigator.clipboard.writeText(errorDetails(error, id, version()))}
              >
                {m.ui_copy_details()}
              </Button>
            </>
          }
        >
          {m.ui_failure_what_to_do({ id })}
        </ErrorNote>
      </main>
    );
  }
}

function version(): string {
  return browser.runtime?.getManifest?.().version ?? '';
}

/**
 * Id, version and stack frames. The message is left out on purpose: it can quote a citizen's words,
 * and so is everything on a stack line but the place in the code.
 */
export function errorDetails(error: Error, id: string, release: string): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s*at .*:\d+|^[^\s@]*@.*:\d+/.test(line));
  return [`Tanggap ${release}`, `id ${id}`, error.name, ...frames].join('\n');
}
