import type { FlagAnswer, PageState } from '../../protocol/contract.ts';
import type { PostFinder } from '../site.ts';
import { world } from '../world.ts';
import type { ActsSource } from './acts-source.ts';
import { createButton, type PageButton } from './button.ts';
import { type Call, codeOfError } from './calls.ts';
import type { Kind } from './kind.ts';
import { failed, type View } from './labels.ts';
import type { RepliesSlot } from './replies-slot.ts';
import type { States } from './states.ts';
import type { Count } from './tally.ts';

/** What all posts of a page share. */
export interface Shared {
  document: Document;
  finder: PostFinder;
  /** Counts a post or comment for the health of its surface. */
  count(kind: Kind, count: Count): void;
  acts: ActsSource;
  call: Call;
  states: States;
  /** The extension has been updated or removed under the page. */
  orphaned(): void;
  /** Measures the button before the next picture, together with others. */
  fit(button: PageButton): void;
}

/** From here on a removal of the button is the page's answer to it, and not one of its rebuildings, in ms. */
const FIGHT = 5000;
/** So often in a row, and so often at all, the button is put back. */
const MAX_ROW = 6;
const MAX_PLACED = 40;

/** One post, or one comment, and its one button. What a click does stands in `acts.ts`, which comes into the page on demand. */
export class PostButton {
  declare readonly post: Element;
  declare readonly kind: Kind;
  declare readonly shared: Shared;
  declare readonly button: PageButton;
  /** What the button was put into, how often, how often in quick succession, and when last (epoch ms). */
  row: Element | null = null;
  placed = 0;
  placedInRow = 0;
  placedAt = 0;
  /** What of this post has been counted. */
  counted = new Set<Count>();
  names: string[] = [];
  /** Tells one post from the next in the same, recycled element. */
  identity: string | null = null;
  author = '';
  /** What the button shows for itself, before the states of posts: a flag just made, a failure. */
  own: View | null = null;
  answer: FlagAnswer | null = null;
  busy = false;
  timer = 0;

  constructor(post: Element, kind: Kind, shared: Shared) {
    this.post = post;
    this.kind = kind;
    this.shared = shared;
    this.button = createButton(
      shared.document,
      {
        press: (event) => void this.act('press', event),
        undo: (event) => void this.act('undo', event),
        approach: () => {
          this.sync();
          void shared.acts.load().catch(() => undefined);
        },
        changed: () => shared.fit(this.button),
      },
      kind.comment ? post : null,
    );
  }

  /** Look again which post this element holds, and show that post's state. */
  sync(): void {
    const { states } = this.shared;
    const before = this.names;
    this.names = this.namesNow();
    this.author = this.kind.authorLabel(this.post);
    const identity = this.names.length > 0 ? this.names.join(' ') : `by ${this.author}`;
    if (identity !== this.identity) {
      this.settle();
      this.own = null;
      this.answer = null;
      if (before.length > 0 && !this.names.some((name) => before.includes(name))) this.counted.clear();
    }
    this.identity = identity;
    this.count('seen');
    if (this.names.length > 0) this.count('named');
    if (this.post.contains(this.button.host)) this.count('placed');
    states.ask(this.names);
    this.draw();
  }

  /** Once for each post that the element has held. */
  count(count: Count): void {
    if (this.counted.has(count)) return;
    this.counted.add(count);
    this.shared.count(this.kind, count);
  }

  /**
   * Whether the button has to be put into the post, again or for the first time. A page that builds its row anew
   * gets it back; one that takes the button out of a row that stays is at some point left alone.
   */
  wanting(now: number): boolean {
    if (this.post.contains(this.button.host)) return false;
    if (this.row && this.post.contains(this.row)) {
      if (this.placedInRow > 0) this.shared.count(this.kind, 'removed');
      if (now - this.placedAt > FIGHT) this.placedInRow = 0;
    } else this.placedInRow = 0;
    return this.placedInRow < MAX_ROW && this.placed < MAX_PLACED;
  }

  /** The button stands in `row` now. */
  stands(row: Element, now: number): void {
    this.row = row;
    this.placed++;
    this.placedInRow++;
    this.placedAt = now;
    this.count('placed');
  }

  draw(): void {
    const state = this.state();
    // Read only partly matters until the complaint has gone on its way.
    if (this.own?.kind === 'partly' && state?.status !== 'new') this.own = null;
    const view: View =
      this.own ??
      (world as RepliesSlot).tanggapView?.(this) ??
      (state ? { kind: 'state', state } : { kind: 'ready', author: this.author });
    this.button.show(view);
  }

  show(view: View | null): void {
    this.own = view;
    this.draw();
  }

  /** What the worker says of the post; the last answer where the page names it by nothing. */
  state(): PageState | null | undefined {
    return this.names.length > 0 ? this.shared.states.of(this.names) : this.answer;
  }

  /** Ends whatever was under way. */
  settle(): void {
    clearTimeout(this.timer);
    this.busy = false;
    this.button.setBusy(false);
  }

  private namesNow(): string[] {
    return this.kind.names(this.post, new URL(this.shared.document.location.href));
  }

  /** In the turn of the click when the acts are here; else after they came, if the element still holds the same. */
  async act(kind: 'press' | 'undo', event: MouseEvent): Promise<void> {
    const { acts, document, orphaned } = this.shared;
    if (this.own?.kind === 'reload') {
      if (event.isTrusted) document.location.reload();
      return;
    }
    const here = acts.now();
    if (here) return here[kind](this, event);
    if (this.busy) return;
    this.busy = true;
    const evidence = () => this.namesNow().join(' ') || this.post.textContent;
    const before = evidence();
    try {
      const late = await acts.load();
      this.busy = false;
      if (evidence() === before) await late[kind](this, event);
      else this.sync();
    } catch (error) {
      this.settle();
      if (codeOfError(error) === 'context-invalidated') orphaned();
      else this.show(failed(''));
    }
  }
}
