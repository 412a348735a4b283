import type { Field, UnreadableReason } from '../../complaints/reading.ts';
import { isReadable } from '../../complaints/reading.ts';
import { m } from '../../i18n/index.ts';
import type { SourceKind } from '../ui/source-mark.tsx';

const REASON: Record<UnreadableReason, () => string> = {
  'not-on-page': m.panel_unreadable_not_on_page,
  'only-partly': m.panel_unreadable_only_partly,
  contradiction: m.panel_unreadable_contradiction,
  hidden: m.panel_unreadable_hidden,
  'by-hand': m.panel_unreadable_by_hand,
  purged: m.panel_unreadable_purged,
};

/** Why a field could not be read, in one sentence. */
export function unreadableText(reason: UnreadableReason): string {
  return REASON[reason]();
}

/** The mark beside a field: its source, or that it could not be read and why. A hand-noted empty field has none. */
export function sourceOf<T>(
  field: Field<T>,
  edited: boolean,
): { kind: SourceKind; reason?: string } | undefined {
  if (edited) return { kind: 'edited' };
  if (!isReadable(field)) {
    return field.unreadable === 'by-hand'
      ? undefined
      : { kind: 'unreadable', reason: unreadableText(field.unreadable) };
  }
  return { kind: field.source === 'user' ? 'edited' : 'post' };
}
