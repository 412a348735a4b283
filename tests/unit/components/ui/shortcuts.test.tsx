// @vitest-environment jsdom
import { act, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../complaints/settings.ts';
import { SettingsContext } from '../../../../components/hooks/use-settings.ts';
import { useShortcuts } from '../../../../components/hooks/use-shortcuts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let box: HTMLElement;
const j = vi.fn();
const enter = vi.fn();
const forward = vi.fn();

function Page() {
  useShortcuts({ j, Enter: enter, 'ctrl+Enter': forward });
  return (
    <>
      <input aria-label="teks" />
      <button type="button">tombol</button>
      <div role="menu" tabIndex={-1} />
    </>
  );
}
const show = (shortcuts: boolean) =>
  act(async () =>
    root.render(
      <StrictMode>
        <SettingsContext.Provider value={{ ...DEFAULT_SETTINGS, shortcuts }}>
          <Page />
        </SettingsContext.Provider>
      </StrictMode>,
    ),
  );
const press = (target: Element | null, key: string, rest: KeyboardEventInit = {}) =>
  (target ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest }),
  );

beforeEach(() => {
  vi.clearAllMocks();
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
});
afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
});

describe('shortcuts', () => {
  it('fire once on the page', async () => {
    await show(true);
    press(null, 'j');
    press(null, 'J');
    expect(j).toHaveBeenCalledTimes(2);
  });

  it('never fire as single letters inside a text field, while Ctrl+Enter does', async () => {
    await show(true);
    const input = box.querySelector('input');
    press(input, 'j');
    press(input, 'Enter');
    press(input, 'Enter', { ctrlKey: true });
    expect(j).not.toHaveBeenCalled();
    expect(enter).not.toHaveBeenCalled();
    expect(forward).toHaveBeenCalledTimes(1);
  });

  it('leave Enter to a button and everything to an open menu', async () => {
    await show(true);
    press(box.querySelector('button'), 'Enter');
    press(box.querySelector('[role=menu]'), 'j');
    expect(enter).not.toHaveBeenCalled();
    expect(j).not.toHaveBeenCalled();
  });

  it('can be switched off for single letters only', async () => {
    await show(false);
    press(null, 'j');
    press(null, 'Enter');
    expect(j).not.toHaveBeenCalled();
    expect(enter).toHaveBeenCalledTimes(1);
  });

  it('leave the browser’s own combinations alone', async () => {
    await show(true);
    press(null, 'j', { ctrlKey: true });
    press(null, 'j', { altKey: true });
    expect(j).not.toHaveBeenCalled();
  });
});
