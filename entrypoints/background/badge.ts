import { browser } from 'wxt/browser';
import { m } from '../../i18n/index.ts';
import type { Counts } from '../../storage/read/counts.ts';

const OVERDUE = { background: '#B8231C', text: '#FFFFFF' };
const INCOMPLETE = { background: '#5F6970', text: '#FFFFFF' };
const NEAR = { background: '#F2B544', text: '#2A1C00' };

/**
 * What the toolbar shows: how many are overdue; else how many are near; else a grey dot while a running clock depends
 * on a year whose holidays are not decreed; else nothing.
 */
export function badgeOf(
  counts: Counts,
  incompleteYear: number | null = null,
): { text: string; background: string; color: string } {
  if (counts.overdue === 0 && counts.near === 0 && incompleteYear !== null)
    return { text: '•', background: INCOMPLETE.background, color: INCOMPLETE.text };
  const shown = counts.overdue > 0 ? counts.overdue : counts.near;
  const look = counts.overdue > 0 ? OVERDUE : NEAR;
  return {
    text: shown === 0 ? '' : shown > 999 ? '999+' : String(shown),
    background: look.background,
    color: look.text,
  };
}

/** The same in words, for the tooltip and for screen readers. */
export function titleOf(counts: Counts, incompleteYear: number | null = null): string {
  const parts = [
    counts.overdue > 0 ? m.bg_title_overdue({ count: counts.overdue }) : '',
    counts.near > 0 ? m.bg_title_near({ count: counts.near }) : '',
    counts.fresh > 0 ? m.bg_title_fresh({ count: counts.fresh }) : '',
  ].filter(Boolean);
  const title = m.bg_title({ state: parts.length > 0 ? parts.join(', ') : m.bg_title_calm() });
  if (incompleteYear === null) return title;
  return `${title}\n${m.clock_calendar_incomplete({ year: incompleteYear })}`;
}

/** Sets the badge outright, also to empty: a browser may come back with an old text, or with none. */
export async function showBadge(counts: Counts, incompleteYear: number | null = null): Promise<void> {
  const { text, background, color } = badgeOf(counts, incompleteYear);
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: background }),
    browser.action.setBadgeTextColor?.({ color }),
    browser.action.setTitle({ title: titleOf(counts, incompleteYear) }),
  ]);
}
