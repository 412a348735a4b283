import type { ComplaintCategory } from '../../complaints/category.ts';
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

const CATEGORY: Record<ComplaintCategory, () => string> = {
  service: m.ui_category_service,
  information: m.ui_category_information,
  oversight: m.ui_category_oversight,
};
/** What kind of complaint it is, in words. */
export function categoryWord(category: ComplaintCategory): string {
  return CATEGORY[category]();
}

/** `Instagram`, `Facebook`; empty for what was noted by hand. */
export function siteName(site: 'instagram' | 'facebook' | 'none' | null): string {
  return site === 'instagram' ? 'Instagram' : site === 'facebook' ? 'Facebook' : '';
}
