import { m } from '../i18n/index.ts';
import { type ErrorCode, TanggapError } from '../protocol/errors.ts';
import { clockRefusal } from './clock-problems.ts';

const SENTENCE: Record<ErrorCode, () => string> = {
  unidentified: m.error_unidentified,
  'layout-changed': m.error_layout_changed,
  'link-none': m.error_link_none,
  'link-foreign': m.error_link_foreign,
  'link-share': m.error_link_share,
  'link-not-a-post': m.error_link_not_a_post,
  rate: m.error_rate,
  refused: m.error_refused,
  invalid: m.error_invalid,
  'not-found': m.error_not_found,
  conflict: m.error_conflict,
  'before-forwarding': m.error_before_forwarding,
  'in-future': m.error_in_future,
  clock: m.error_clock,
  'storage-full': m.error_storage_full,
  'newer-version': m.error_newer_version,
  'file-damaged': m.error_file_damaged,
  'file-foreign': m.error_file_foreign,
  'file-newer': m.error_file_newer,
  'file-too-large': m.error_file_too_large,
  'context-invalidated': m.error_context_invalidated,
  unexpected: m.error_unexpected,
};

/** The one plain sentence for an expected refusal. */
export function errorText(code: ErrorCode): string {
  return SENTENCE[code]();
}

/** The sentence for anything thrown; for a refused change to a clock the reason itself. */
export function errorSentence(error: unknown): string {
  const code = errorCode(error);
  const reason = code === 'clock' && error instanceof TanggapError ? clockRefusal(error.message) : null;
  return reason ?? errorText(code);
}

/** The code behind anything thrown: ours, the database's own names, else `unexpected`. */
export function errorCode(error: unknown): ErrorCode {
  if (error instanceof TanggapError) return error.code;
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'storage-full';
  if (name === 'VersionError') return 'newer-version';
  return 'unexpected';
}
