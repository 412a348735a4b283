import type { z } from 'zod';
import type {
  categorySchema,
  layerSchema,
  outcomeSchema,
  presetSchema,
  responseKindSchema,
} from '../storage/schemas.ts';

/** Inputs of the longer messages, by name. */

export interface PageFlagInput {
  reading: {
    site: 'instagram' | 'facebook';
    surface: string;
    pageUrl: string;
    readAt: number;
    dom: z.infer<typeof layerSchema>;
    raw: unknown[];
    marker: string | null;
  };
}

/** Since the page's last report: visits of the surface, posts seen, buttons placed, identities read, buttons that the
 *  page took out of a row that it kept. */
export interface HealthInput {
  surface: string;
  visits: number;
  seen: number;
  placed: number;
  named: number;
  removed: number;
}

export interface ForwardInput {
  complaintId: string;
  agencyId: string;
  channel: string;
  outcome: z.infer<typeof outcomeSchema>;
  preset: z.infer<typeof presetSchema>;
  termMs: number | null;
  /** Absent = an ordinary complaint. */
  category?: z.infer<typeof categorySchema>;
  photoHashes: string[];
  message: string;
}

export interface RespondInput {
  complaintId: string;
  kind: z.infer<typeof responseKindSchema>;
  text: string;
  at: number;
  inboxIds: string[];
  via: 'hand' | 'pasted';
}
