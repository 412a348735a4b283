import { labelOf, type View } from './labels.ts';
import { BUTTON_STYLE, HOST_STYLE, QUIET_STYLE } from './style.ts';

export interface PageButton {
  /** The element that goes into the page; it tells nothing about the extension. */
  readonly host: HTMLElement;
  /** Draw a view; nothing is touched when it looks as before. */
  show(view: View): void;
  setTheme(dark: boolean): void;
  /** Take the room that the words need, to be measured; `wrapped` when the row has grown by the button. */
  loosen(wrapped: boolean | null): void;
  /** Whether hardly any words would be left in the row's room. Reads the layout. */
  isCut(): boolean;
  /** The icon alone. */
  narrow(value: boolean): void;
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

/** `press` and `undo` get the raw event: whether to believe it is decided where it is acted upon. */
export interface ButtonEvents {
  press(event: MouseEvent): void;
  undo(event: MouseEvent): void;
  /** Pointer or keyboard came to the button, or the pointer to its comment. */
  approach(): void;
  /** The words are others, and may need more room or less. */
  changed(): void;
}

/**
 * One button in a closed shadow root. With a `comment` it is an icon, quiet until pointer or keyboard come to that
 * comment.
 */
export function createButton(
  document: Document,
  on: ButtonEvents,
  comment: Element | null = null,
): PageButton {
  const make = <T extends keyof HTMLElementTagNameMap>(tag: T, name = ''): HTMLElementTagNameMap[T] =>
    Object.assign(document.createElement(tag), name && { className: name });
  const host = make('div');
  host.style.cssText = (HOST_STYLE + (comment ? QUIET_STYLE : '')).replaceAll(';', '!important;');
  const root = host.attachShadow({ mode: 'closed' });
  const wrapper = make('div');
  const main = make('button', 'm');
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  icon.append(path);
  const text = make('span');
  main.append(icon, text);
  const undo = make('button', 'u');
  const undoText = make('span');
  undo.append(undoText);
  const live = make('span', 'v');
  live.setAttribute('role', 'status');
  wrapper.append(main);
  root.append(wrapper, live);
  dressRoot(root, BUTTON_STYLE);

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
  for (const type of ['pointerenter', 'focusin', 'pointerleave', 'focusout']) {
    comment?.addEventListener(type, () => {
      strong = /(?:enter|sin)$/.test(type);
      dress();
    });
  }

  let look = '';
  let shown = '';
  let dark = false;
  let narrow = comment !== null;
  let wraps = false;
  let strong = false;
  const dress = () => {
    const set = [dark && 'dark', narrow && 'only', comment && 'q', strong && 'on'];
    wrapper.className = ['w', look, ...set.filter(Boolean)].join(' ');
  };

  return {
    host,
    show(view) {
      const label = labelOf(view, Date.now(), comment !== null);
      const key = JSON.stringify(label);
      if (key === shown) return;
      shown = key;
      look = label.look;
      if (label.css) dressRoot(root, label.css);
      path.setAttribute('d', label.icon);
      main.setAttribute('aria-label', label.name);
      main.title = label.name;
      text.replaceChildren(label.text);
      if (label.detail) {
        const detail = make('i');
        detail.textContent = ` ${label.detail}`;
        text.append(detail);
      }
      if ('undo' in view) {
        undoText.textContent = view.undo.text;
        undo.setAttribute('aria-label', view.undo.name);
        if (!undo.isConnected) main.after(undo);
      } else {
        undo.remove();
      }
      dress();
      if (!comment && host.isConnected) on.changed();
    },
    setTheme(value) {
      dark = value;
      dress();
    },
    loosen(wrapped) {
      wraps = wrapped ?? wraps;
      narrow = false;
      dress();
    },
    // The words shrink first; where hardly any would be left, the icon stands alone.
    isCut: () =>
      wraps ||
      (text.scrollWidth > text.clientWidth + 1 && (!text.lastElementChild || text.clientWidth < MIN_WORDS)),
    narrow(value) {
      narrow = value;
      dress();
    },
    setBusy: (busy) => main.setAttribute('aria-busy', String(busy)),
    say(message) {
      live.textContent = message;
    },
    inUse: () => root.activeElement === undo || wrapper.matches(':hover'),
  };
}

let sheet: CSSStyleSheet | undefined;
let rules = '';

/**
 * A sheet of our own, shared by all buttons. A style element would be refused by the page's policy as soon as the
 * page moves the node around it; Firefox knows no such sheets in content scripts and gets one all the same.
 */
function dressRoot(root: ShadowRoot, css: string): void {
  try {
    sheet ??= new CSSStyleSheet();
    if (!rules.includes(css)) {
      rules += css;
      sheet.replaceSync(rules);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
