import { m } from '../../i18n/index.ts';
import { ICONS, type IconName } from './icons.ts';
import { labelOf, type View } from './labels.ts';
import { BUTTON_STYLE, HOST_STYLE } from './style.ts';

export interface PageButton {
  /** The element that goes into the page; it tells nothing about the extension. */
  readonly host: HTMLElement;
  /** Draw a view; nothing is touched when it looks as before. */
  show(view: View, now: number): void;
  setTheme(dark: boolean): void;
  /** Take no more room than the row has; `wrapped` when the row has grown by the button. */
  squeeze(wrapped: boolean): void;
  setBusy(busy: boolean): void;
  /** Said once by screen readers. */
  say(text: string): void;
  /** Whether the pointer is on it or the keyboard on its undo, which then waits. */
  inUse(): boolean;
}

/** Room for a number, in px. */
const MIN_WORDS = 56;
const SVG = 'http://www.w3.org/2000/svg';
/** Events that end here: the page's own handlers around the button have no business with them. */
const OURS =
  'click dblclick auxclick mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress'.split(
    ' ',
  );

/**
 * One button in a closed shadow root. `press` and `undo` get the raw event: whether to believe it is decided
 * where it is acted upon.
 */
export function createButton(
  document: Document,
  on: { press(event: MouseEvent): void; undo(event: MouseEvent): void; approach(): void },
): PageButton {
  const host = document.createElement('div');
  host.style.cssText = HOST_STYLE.replaceAll(';', '!important;').concat('!important');
  const root = host.attachShadow({ mode: 'closed' });
  const wrapper = document.createElement('div');
  const main = document.createElement('button');
  main.type = 'button';
  main.className = 'm';
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  icon.append(path);
  const text = document.createElement('span');
  main.append(icon, text);
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.className = 'u';
  const undoText = document.createElement('span');
  undo.append(undoText);
  const live = document.createElement('span');
  live.className = 'v';
  live.setAttribute('role', 'status');
  wrapper.append(main);
  root.append(wrapper, live);
  dressRoot(root);

  for (const type of OURS) root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  main.addEventListener('click', (event) => {
    // A row inside a link or form must not act on our click.
    event.preventDefault();
    on.press(event);
  });
  undo.addEventListener('click', (event) => {
    event.preventDefault();
    on.undo(event);
  });

  for (const type of ['pointerenter', 'focus']) main.addEventListener(type, on.approach);

  let look = '';
  let shown = '';
  let dark = false;
  let narrow = false;
  let wraps = false;
  const dress = () => {
    wrapper.className = `w ${look}${dark ? ' dark' : ''}${narrow ? ' only' : ''}`;
  };

  /** The words shrink first; where hardly any would be left, the icon stands alone. */
  const squeeze = (wrapped: boolean) => {
    wraps = wrapped;
    narrow = false;
    dress();
    const cut = text.scrollWidth > text.clientWidth + 1;
    narrow = wrapped || (cut && (!text.lastElementChild || text.clientWidth < MIN_WORDS));
    dress();
  };

  return {
    host,
    show(view, now) {
      const label = labelOf(view, now);
      const key = JSON.stringify(label);
      if (key === shown) return;
      shown = key;
      look = label.look;
      drawIcon(path, label.icon);
      main.setAttribute('aria-label', label.name);
      main.title = label.name;
      text.replaceChildren(label.text);
      if (label.detail) {
        const detail = document.createElement('i');
        detail.textContent = ` ${label.detail}`;
        text.append(detail);
      }
      if (view.kind === 'recorded') {
        undoText.textContent = m.page_undo();
        undo.setAttribute('aria-label', m.page_undo_name({ number: view.number }));
        if (!undo.isConnected) main.after(undo);
      } else {
        undo.remove();
      }
      dress();
      if (host.isConnected) requestAnimationFrame(() => squeeze(wraps));
    },
    setTheme(value) {
      dark = value;
      dress();
    },
    squeeze,
    setBusy: (busy) => main.setAttribute('aria-busy', String(busy)),
    say(message) {
      live.textContent = message;
    },
    inUse: () => root.activeElement === undo || wrapper.matches(':hover'),
  };
}

let sheet: CSSStyleSheet | null = null;

/**
 * A sheet of our own, shared by all buttons. A style element would be refused by the page's policy as soon as the
 * page moves the node around it; Firefox knows no such sheets in content scripts and gets one all the same.
 */
function dressRoot(root: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(BUTTON_STYLE);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = BUTTON_STYLE;
    root.prepend(style);
  }
}

function drawIcon(path: Element, icon: IconName): void {
  path.setAttribute('d', ICONS[icon]);
}
