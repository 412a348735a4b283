// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TOAST_MS, ToastProvider, useToast } from '../../../../components/ui/toast.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let box: HTMLElement;
let show: ReturnType<typeof useToast>;

function Page() {
  show = useToast();
  return <input aria-label="teks" />;
}
const region = () => box.querySelector('[role=status]');
const press = (target: EventTarget, key: string) =>
  act(async () => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms));

beforeEach(async () => {
  vi.useFakeTimers();
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
  await act(async () =>
    root.render(
      <ToastProvider letters>
        <Page />
      </ToastProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
  vi.useRealTimers();
});

describe('toast', () => {
  it('has its live region before anything is said', () => {
    expect(region()?.getAttribute('aria-live')).toBe('polite');
    expect(region()?.textContent).toBe('');
  });

  it('stays eight seconds', async () => {
    await act(async () => show({ text: 'satu' }));
    await pass(TOAST_MS - 1);
    expect(region()?.textContent).toContain('satu');
    await pass(1);
    expect(region()?.textContent).toBe('');
  });

  it('shows one at a time, each for its full time', async () => {
    await act(async () => show({ text: 'satu' }));
    await pass(TOAST_MS - 1);
    await act(async () => show({ text: 'dua' }));
    await pass(TOAST_MS - 1);
    expect(region()?.textContent).toBe('dua');
  });

  it('waits while it is focused', async () => {
    await act(async () => show({ text: 'satu', undo: () => undefined }));
    const button = box.querySelector('button');
    await act(async () => button?.focus());
    await pass(10 * TOAST_MS);
    expect(region()?.textContent).toContain('satu');
    await act(async () => button?.blur());
    await pass(TOAST_MS);
    expect(region()?.textContent).toBe('');
  });

  it('is taken back by Z, but not while typing, and only once', async () => {
    const undo = vi.fn();
    await act(async () => show({ text: 'satu', undo }));
    await press(box.querySelector('input') as Element, 'z');
    expect(undo).not.toHaveBeenCalled();
    await press(document.body, 'z');
    await press(document.body, 'z');
    expect(undo).toHaveBeenCalledTimes(1);
    expect(region()?.textContent).toBe('');
  });
});
