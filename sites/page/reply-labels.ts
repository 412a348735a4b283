import { m } from '../../i18n/index.ts';
import { ACT_STYLE } from './act-style.ts';
import type { View } from './labels.ts';

/** More of lucide (ISC), as in `icons.ts`: message-square-reply, user-search. */
const REPLY =
  'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2zM10 8l-3 3 3 3M17 14v-1a2 2 0 0 0-2-2H7';
const SEARCH =
  'M6 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M10.3 15H7a4 4 0 0 0-4 4v2M14 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0M21 21l-1.9-1.9';

/** What there is to say of an answer: the agency's short name, the account as the page has it. */
export interface ReplyWords {
  agency: string;
  account: string;
  number: string;
}

/** *Ada tanggapan Dishub*. */
export function offered(words: ReplyWords): View {
  const label = {
    icon: REPLY,
    text: m.page_reply(),
    detail: words.agency,
    name: m.page_reply_name(words),
    look: 'tone responded',
  };
  return { kind: 'reply', label };
}

/** *Mirip akun Dishub, periksa*: never counted, and a click opens the complaint as always. */
export function similar(words: ReplyWords): View {
  const label = {
    icon: SEARCH,
    text: m.page_reply_similar(words),
    detail: m.page_reply_check(),
    name: m.page_reply_similar_name(words),
    look: 'dash',
  };
  return { kind: 'reply', label };
}

export function replied(words: ReplyWords, timeUnread: boolean): View {
  const { number } = words;
  const detail = timeUnread ? m.page_reply_unread() : m.page_reply_recorded();
  return {
    kind: 'recorded',
    label: {
      icon: REPLY,
      text: number,
      detail,
      name: m.page_open_name({ number, status: detail }),
      look: 'tone responded two',
      css: ACT_STYLE,
    },
    undo: { text: m.page_undo(), name: m.page_reply_undo_name(words) },
  };
}

export function refused(reason: string): View {
  const text = m.page_reply_refused();
  return { kind: 'failed', label: { icon: SEARCH, text, name: reason, look: 'dash' } };
}
