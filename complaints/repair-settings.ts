import { MAX_TERM, MIN_TERM } from './deadlines/policy.ts';
import { isPrefix } from './number.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

const isText = (max: number) => (v: unknown) => typeof v === 'string' && v.length <= max;
const isInt = (min: number, max: number) => (v: unknown) =>
  Number.isInteger(v) && Number(v) >= min && Number(v) <= max;
const isOneOf = (words: readonly string[]) => (v: unknown) => typeof v === 'string' && words.includes(v);
const isBoolean = (v: unknown) => typeof v === 'boolean';

type Checks<T> = { [K in keyof T]-?: ((value: unknown) => boolean) | Checks<T[K]> };

const TERM = isInt(MIN_TERM, MAX_TERM);
const MINUTE_OF_DAY = isInt(0, 1_439);

const CHECKS: Checks<Settings> = {
  office: isText(500),
  signatory: isText(500),
  prefix: (v) => typeof v === 'string' && isPrefix(v),
  zone: isOneOf(['WIB', 'WITA', 'WIT']),
  language: isOneOf(['id', 'en']),
  appearance: isOneOf(['system', 'light', 'dark']),
  terms: { emergency: TERM, busy: TERM, normal: TERM },
  templates: { forward: isText(4_000), remind: isText(4_000), publicReply: isText(4_000) },
  notifications: isBoolean,
  quietFrom: MINUTE_OF_DAY,
  quietTo: MINUTE_OF_DAY,
  retentionDays: isInt(0, 3_650),
  shortcuts: isBoolean,
  setup: isOneOf(['new', 'later', 'done']),
  updatedAt: isInt(0, 8_640_000_000_000_000),
};

/**
 * Settings from whatever was stored: each field that is sound is kept, each other takes its default, so that
 * one damaged field never costs the rest. Never throws. Without a schema library, for the popup reads it too.
 */
export function repairSettings(stored: unknown): Settings {
  return repair(stored, DEFAULT_SETTINGS, CHECKS);
}

function repair<T extends object>(stored: unknown, defaults: T, checks: Checks<T>): T {
  const source = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(defaults) as (keyof T & string)[]) {
    const check = checks[key];
    const fallback = defaults[key];
    if (typeof check === 'function') result[key] = check(source[key]) ? source[key] : fallback;
    else result[key] = repair(source[key], fallback as object, check as Checks<object>);
  }
  return result as T;
}
