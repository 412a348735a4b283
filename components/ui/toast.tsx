import { Check, type LucideIcon } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { m } from '../../i18n/index.ts';
import { Kbd } from './kbd.tsx';
import styles from './toast.module.css';
import { inTextField } from './typing.ts';

/** Time a toast stays, in ms; it waits while hovered or focused. */
export const TOAST_MS = 8_000;

export interface ToastContent {
  text: string;
  icon?: LucideIcon;
  /** Takes the action back. Runs once; the toast leaves. */
  undo?: () => void;
}

const Context = createContext<(toast: ToastContent) => void>(() => undefined);

/** `show({ text, undo })`: one toast at a time, the newest replaces the one before. */
export function useToast(): (toast: ToastContent) => void {
  return useContext(Context);
}

/** Holds the toast and the one polite live region of the document. `letters` = single-letter shortcuts on. */
export function ToastProvider({ letters, children }: { letters: boolean; children: ReactNode }) {
  const [toast, setToast] = useState<(ToastContent & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const count = useRef(0);
  const show = useCallback((content: ToastContent) => {
    count.current += 1;
    setHeld(false);
    setToast({ ...content, id: count.current });
  }, []);
  const close = useCallback(() => {
    setHeld(false);
    setToast(null);
  }, []);
  const undo = useCallback(() => {
    toast?.undo?.();
    close();
  }, [toast, close]);

  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(close, TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast, held, close]);

  const canUndo = Boolean(toast?.undo);
  useEffect(() => {
    if (!canUndo || !letters) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (inTextField(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canUndo, letters, undo]);

  const value = useMemo(() => show, [show]);
  const Icon = toast?.icon ?? Check;
  return (
    <Context.Provider value={value}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {toast && (
          // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only holds the clock
          <div
            key={toast.id}
            className={styles.toast}
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <Icon size={16} aria-hidden />
            <span className="u-grow">{toast.text}</span>
            {toast.undo && (
              <button type="button" className={styles.undo} onClick={undo}>
                {m.ui_undo()} {letters && <Kbd>Z</Kbd>}
              </button>
            )}
          </div>
        )}
      </div>
    </Context.Provider>
  );
}
