import type { ResponseKind } from '../../complaints/events.ts';
import { m } from '../../i18n/index.ts';

const RESPONSE: Record<ResponseKind, () => string> = {
  initial: m.ui_response_initial,
  followUp: m.ui_response_follow_up,
  done: m.ui_response_done,
};
/** What kind of answer it was, in words. */
export function responseWord(kind: ResponseKind): string {
  return RESPONSE[kind]();
}

/** `Instagram`, `Facebook`; empty for what was noted by hand. */
export function siteName(site: 'instagram' | 'facebook' | 'none' | null): string {
  return site === 'instagram' ? 'Instagram' : site === 'facebook' ? 'Facebook' : '';
}
