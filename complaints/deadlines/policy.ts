import type { PresetId } from '../events.ts';

const HOUR = 3_600_000;

/** Terms for the first response in ms. Source: the office's own practice of "1×24 jam"; editable in settings. */
export const DEFAULT_TERMS: Record<Exclude<PresetId, 'custom'>, number> = {
  emergency: 2 * HOUR,
  busy: 6 * HOUR,
  normal: 24 * HOUR,
};

/** Bounds for a custom term: one minute to one year. */
export const MIN_TERM = 60_000;
export const MAX_TERM = 365 * 24 * HOUR;

/** Share of the term that is left when a complaint becomes *mendekati tenggat*. */
export const NEAR_SHARE = 0.25;
