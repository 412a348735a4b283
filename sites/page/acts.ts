import { m, setLocale } from '../../i18n/index.ts';
import type { FlagAnswer, PageState } from '../../protocol/contract.ts';
import type { PostReader } from '../site.ts';
import { manual, partly, reading, recorded } from './act-labels.ts';
import type { Acts } from './acts-source.ts';
import { codeOfError } from './calls.ts';
import { flagPost, seePost } from './flag.ts';
import { failed } from './labels.ts';
import type { PostButton } from './post.ts';
import { rateLimit } from './rate-limit.ts';
import { doubtOf } from './trusted-click.ts';

const SITE_NAMES = { instagram: 'Instagram', facebook: 'Facebook' };
/** Over all buttons of the page. */
const CLICKS = { limit: 20, spanMs: 60_000 };
const SHOW_READING = 200;
const UNDO_TIME = 10_000;
/** The worker takes a flag back for 15 s: until shortly before, the undo waits for whoever is on it. */
const UNDO_LAST = 14_000;

/** What a click on a post's button does, for one site. */
export function createActs(reader: PostReader): Acts {
  const allow = rateLimit(CLICKS.limit, CLICKS.spanMs);
  return {
    async press(it, event) {
      if (it.busy || doubtOf(event, it.button.host)) return;
      setLocale(it.shared.states.locale());
      if (!allow(Date.now())) return fail(it, 'rate');
      // The element may hold another post than when it was last looked at.
      it.sync();
      const known = it.state();
      const { call, document } = it.shared;
      const pageUrl = document.location.href.slice(0, 4000);
      if (it.own?.kind === 'manual') await attempt(it, call('page.manual', { pageUrl }));
      else if (known) await open(it, reader, known.complaintId);
      else await flag(it, reader);
    },

    async undo(it, event) {
      const { answer, identity, names } = it;
      if (it.busy || it.own?.kind !== 'recorded' || !answer?.undoToken) return;
      if (doubtOf(event, it.button.host)) return;
      clearTimeout(it.timer);
      it.busy = true;
      const token = answer.undoToken;
      const undone = await attempt(
        it,
        it.shared.call('page.undoFlag', { token }).then(() => true),
      );
      if (undone) it.shared.states.put(names, null);
      it.sync();
      if (identity !== it.identity || !undone) return;
      it.settle();
      it.answer = null;
      it.button.say(m.page_said_undone({ number: answer.number }));
      it.show(null);
    },
  };
}

async function open(it: PostButton, reader: PostReader, complaintId: string): Promise<void> {
  const { identity } = it;
  const answer = await attempt(it, it.shared.call('page.open', { complaintId }));
  it.sync();
  if (answer?.see && identity === it.identity) await seePost(it, reader, complaintId).catch(() => null);
}

async function flag(it: PostButton, reader: PostReader): Promise<void> {
  const { identity, names, shared, author } = it;
  it.busy = true;
  it.button.setBusy(true);
  it.timer = window.setTimeout(() => it.show(reading(author, it.kind.comment)), SHOW_READING);
  const answer = await attempt(it, flagPost(it, reader));
  if (answer) shared.states.put(names, stateOf(answer));
  it.sync();
  // Recycled while we waited: the answer is another post's.
  if (identity !== it.identity || !answer) return;
  it.settle();
  it.answer = answer;
  const { number } = answer;
  if (answer.fresh && answer.undoToken) {
    it.show(recorded(number));
    it.button.say(m.page_said_recorded({ number }));
    it.timer = window.setTimeout(() => endUndo(it, false), UNDO_TIME);
  } else {
    it.button.say(m.page_said_known({ number }));
    it.show(null);
  }
}

function endUndo(it: PostButton, last: boolean): void {
  if (!last && it.button.inUse()) {
    it.timer = window.setTimeout(() => endUndo(it, true), UNDO_LAST - UNDO_TIME);
    return;
  }
  const { identity } = it;
  it.sync();
  if (identity === it.identity) it.show(it.answer?.partly ? partly(it.answer.number) : null);
}

/** The answer, or null after the button has said why there is none. */
async function attempt<T>(it: PostButton, work: Promise<T>): Promise<T | null> {
  const { identity } = it;
  try {
    return await work;
  } catch (error) {
    const code = codeOfError(error);
    it.sync();
    if (identity === it.identity || code === 'context-invalidated') fail(it, code);
    return null;
  }
}

function fail(it: PostButton, code: string): void {
  it.settle();
  if (code === 'context-invalidated') {
    it.shared.orphaned();
    return;
  }
  if (code === 'not-found') {
    // Undone or removed elsewhere: the post is free again.
    it.answer = null;
    it.own = null;
    it.shared.states.put(it.names, null);
    it.sync();
    return;
  }
  const reason = reasonOf(code);
  it.button.say(reason);
  if (code === 'unidentified') {
    it.show(manual());
    return;
  }
  const site = SITE_NAMES[it.shared.finder.id];
  const text = code === 'layout-changed' ? m.page_layout_changed({ site }) : undefined;
  it.show(failed(reason, text));
}

function stateOf({ complaintId, number, status, dueAt, termMs }: FlagAnswer): PageState {
  return { complaintId, number, status, dueAt, termMs };
}

function reasonOf(code: string): string {
  if (code === 'unidentified') return m.error_unidentified();
  if (code === 'layout-changed') return m.error_layout_changed();
  if (code === 'rate') return m.error_rate();
  if (code === 'storage-full') return m.error_storage_full();
  if (code === 'newer-version') return m.error_newer_version();
  return m.error_unexpected();
}
