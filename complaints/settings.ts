import { DEFAULT_TERMS } from './deadlines/policy.ts';
import { DEFAULT_PREFIX } from './number.ts';
import type { Zone } from './when.ts';

/** The office's settings; every field has a default, so that a complaint can be flagged before anything is set up. */
export interface Settings {
  /** "Kabupaten Kotawaringin Timur"; empty until set. */
  office: string;
  /** Signs the messages: "Bupati Kotawaringin Timur"; empty = the line is left out. */
  signatory: string;
  prefix: string;
  zone: Zone;
  language: 'id' | 'en';
  appearance: 'system' | 'light' | 'dark';
  /** Terms of the presets in ms. */
  terms: { emergency: number; busy: number; normal: number };
  /** Editable message texts with {placeholders}; empty = the built-in one. */
  templates: { forward: string; remind: string; publicReply: string };
  notifications: boolean;
  /** Minutes since midnight in the office's zone; equal = no quiet hours. */
  quietFrom: number;
  quietTo: number;
  /** Days after *Selesai* at which handle and page text are removed; 0 = never. */
  retentionDays: number;
  /** Single-letter shortcuts on. */
  shortcuts: boolean;
  /** First-run step reached; 'done' hides it. */
  setup: 'new' | 'later' | 'done';
  updatedAt: number;
}

export const DEFAULT_SETTINGS: Settings = {
  office: '',
  signatory: '',
  prefix: DEFAULT_PREFIX,
  zone: 'WIB',
  language: 'id',
  appearance: 'system',
  terms: { ...DEFAULT_TERMS },
  templates: { forward: '', remind: '', publicReply: '' },
  notifications: true,
  quietFrom: 16 * 60 + 30,
  quietTo: 7 * 60 + 30,
  retentionDays: 90,
  shortcuts: true,
  setup: 'new',
  updatedAt: 0,
};
