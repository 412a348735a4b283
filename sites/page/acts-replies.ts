import { m, setLocale } from '../../i18n/index.ts';
import type { RecordedReply } from '../../protocol/contract.ts';
import type { PostReader } from '../site.ts';
import { codeOfError } from './calls.ts';
import { sendReading } from './flag.ts';
import type { View } from './labels.ts';
import type { PostButton } from './post.ts';
import { rateLimit } from './rate-limit.ts';
import type { Replies } from './replies-slot.ts';
import { offered, type ReplyWords, refused, replied, similar } from './reply-labels.ts';
import { lookForReplies, type Offer } from './reply-look.ts';
import { doubtOf } from './trusted-click.ts';

/** The same as for flagging, over all buttons of the page. */
const CLICKS = { limit: 20, spanMs: 60_000 };
const UNDO_TIME = 10_000;
/** The worker takes an answer back for 15 s: until shortly before, the undo waits for whoever is on it. */
const UNDO_LAST = 14_000;
const SHOW_REFUSAL = 8_000;

/**
 * Answers of agencies' own accounts under followed posts: the button says so, and one click records it.
 * @param ageLabel The words of a comment's time where they are all that the page tells of it ("3 hari").
 */
export function createReplies(reader: PostReader, ageLabel: (comment: Element) => string): Replies {
  const look = lookForReplies(reader, ageLabel);
  const allow = rateLimit(CLICKS.limit, CLICKS.spanMs);
  const undos = new WeakMap<View, { token: string; words: ReplyWords }>();

  async function record(it: PostButton, { comment, complaintId, words }: Offer): Promise<void> {
    const { identity, names, shared } = it;
    it.busy = true;
    it.button.setBusy(true);
    let answer: RecordedReply;
    try {
      answer = await sendReading(comment, reader, (reading) =>
        shared.call('page.recordReply', { complaintId, post: names.slice(0, 60), reading }),
      );
    } catch (error) {
      fail(it, identity, codeOfError(error), words);
      return;
    }
    look.drop(it, comment);
    it.sync();
    // Recycled while we waited: the answer is another post's.
    if (identity !== it.identity) return;
    it.settle();
    if (!answer.undoToken) {
      it.button.say(m.page_reply_known());
      it.show(null);
      return;
    }
    const view = replied(words, answer.timeUnread);
    undos.set(view, { token: answer.undoToken, words });
    it.show(view);
    it.button.say(m.page_reply_said(words));
    it.timer = window.setTimeout(() => endUndo(it, view, false), UNDO_TIME);
  }

  function endUndo(it: PostButton, view: View, last: boolean): void {
    if (!last && it.button.inUse())
      it.timer = window.setTimeout(() => endUndo(it, view, true), UNDO_LAST - UNDO_TIME);
    else if (it.own === view) it.show(null);
  }

  async function undo(it: PostButton, view: View): Promise<void> {
    const { identity, shared } = it;
    const { token, words } = undos.get(view) as { token: string; words: ReplyWords };
    clearTimeout(it.timer);
    it.busy = true;
    try {
      await shared.call('page.undoFlag', { token });
    } catch (error) {
      fail(it, identity, codeOfError(error), words);
      return;
    }
    look.again(it);
    it.sync();
    if (identity !== it.identity) return;
    it.settle();
    it.button.say(m.page_reply_said_undone(words));
    it.show(null);
  }

  function fail(it: PostButton, identity: string | null, code: string, words: ReplyWords): void {
    it.settle();
    if (code === 'context-invalidated') {
      it.shared.orphaned();
      return;
    }
    const offer = look.offerOf(it);
    // Another look would find the same again.
    if (offer && /^(?:before-forwarding|conflict|not-found)$/.test(code)) look.drop(it, offer.comment);
    it.sync();
    if (identity !== it.identity) return;
    const reason = reasonOf(code, words);
    const view = refused(reason);
    it.button.say(reason);
    it.show(view);
    it.timer = window.setTimeout(() => it.own === view && it.show(null), SHOW_REFUSAL);
  }

  /** True where the click was about an answer; any other is left to the acts. */
  function take(it: PostButton, kind: 'press' | 'undo', event: MouseEvent): boolean {
    const { own } = it;
    const taken = own !== null && undos.has(own);
    if (kind === 'undo' ? !taken : own !== null && own.kind !== 'failed') return false;
    // What the elements hold may be another comment or post than when they were last looked at.
    look.offerOf(it)?.comment.sync();
    if (!it.busy) it.sync();
    const offer = look.offerOf(it);
    if (kind === 'press' && !offer) return false;
    if (it.busy || doubtOf(event, it.button.host)) return true;
    if (kind === 'undo') {
      if (own && it.own === own) void undo(it, own);
    } else if (offer?.own) {
      if (allow(Date.now())) void record(it, offer);
      else fail(it, it.identity, 'rate', offer.words);
    } else if (offer) {
      // Looked at: the complaint opens, and the button shows again how it stands.
      look.drop(it, offer.comment);
      it.draw();
      return false;
    }
    return true;
  }

  const known = new WeakSet<PostButton>();

  return (it) => {
    setLocale(it.shared.states.locale());
    const offer = look.offerOf(it);
    if (offer && !known.has(it)) {
      known.add(it);
      const others = it.act.bind(it);
      it.act = async (kind, event) => {
        if (!take(it, kind, event)) await others(kind, event);
      };
    }
    return offer && (offer.own ? offered : similar)(offer.words);
  };
}

function reasonOf(code: string, words: ReplyWords): string {
  if (code === 'before-forwarding') return m.page_reply_before();
  if (code === 'conflict') return m.page_reply_not_agency(words);
  if (code === 'rate') return m.error_rate();
  if (code === 'storage-full') return m.error_storage_full();
  return m.error_unexpected();
}
