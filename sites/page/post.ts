import type { FlagAnswer, PageState } from '../../protocol/contract.ts';
import type { PostFinder } from '../site.ts';
import type { ActsSource } from './acts-source.ts';
import { createButton, type PageButton } from './button.ts';
import { type Call, codeOfError } from './calls.ts';
import type { View } from './labels.ts';
import type { States } from './states.ts';

/** What all posts of a page share. */
export interface Shared {
  document: Document;
  finder: PostFinder;
  acts: ActsSource;
  call: Call;
  states: States;
  /** Lets a click pass, or not, when there have been many. */
  allow(now: number): boolean;
  /** The extension has been updated or removed under the page. */
  orphaned(): void;
}

/** One post and its one button. What a click does stands in `acts.ts`, which comes into the page on demand. */
export class PostButton {
  readonly post: Element;
  readonly shared: Shared;
  readonly button: PageButton;
  /** How often the button was put into the post: more than once, when the page took it out. */
  placed = 0;
  names: string[] = [];
  /** Tells one post from the next in the same, recycled element. */
  identity: string | null = null;
  author = '';
  /** What the button shows for itself, before the states of posts: a flag just made, a failure. */
  own: View | null = null;
  answer: FlagAnswer | null = null;
  busy = false;
  timer = 0;

  constructor(post: Element, shared: Shared) {
    this.post = post;
    this.shared = shared;
    this.button = createButton(shared.document, {
      press: (event) => void this.act('press', event),
      undo: (event) => void this.act('undo', event),
      approach: () => void shared.acts.load().catch(() => undefined),
    });
  }

  /** Look again which post this element holds, and show that post's state. */
  sync(): void {
    const { finder, states } = this.shared;
    this.names = this.namesNow();
    this.author = finder.authorLabel(this.post);
    const identity = this.names.length > 0 ? this.names.join(' ') : `by ${this.author}`;
    if (identity !== this.identity) {
      this.settle();
      this.own = null;
      this.answer = null;
    }
    this.identity = identity;
    states.ask(this.names);
    this.draw();
  }

  draw(): void {
    const state = this.state();
    // Read only partly matters until the complaint has gone on its way.
    if (this.own?.kind === 'partly' && state?.status !== 'new') this.own = null;
    const view: View =
      this.own ?? (state ? { kind: 'state', state } : { kind: 'ready', author: this.author });
    this.button.show(view, Date.now());
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
    return this.shared.finder.names(this.post, new URL(this.shared.document.location.href));
  }

  /** In the turn of the click when the acts are here; else after they came, if the element still holds the same. */
  private async act(kind: 'press' | 'undo', event: MouseEvent): Promise<void> {
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
      else this.show({ kind: 'failed', reason: '' });
    }
  }
}
