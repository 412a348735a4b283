import { z } from 'zod';
import { authorSchema } from '../storage/schemas.ts';
import type { PageFlagInput } from './inputs.ts';
import { message } from './message.ts';
import { pageReadingSchema } from './page-reading.ts';

/** What a page may ask about agencies' own accounts under a post that is followed. */

const name = z.string().min(1).max(300);
const names = z.array(name).min(1).max(60);
const epoch = z.number().int().min(0).max(8_640_000_000_000_000);

/** A comment on the screen: who wrote it, and nothing of what. */
export interface SeenComment {
  names: string[];
  author: z.infer<typeof authorSchema>;
  /** Epoch ms; absent where the page does not tell it to the second. */
  postedAt?: number;
  /** Epoch ms; it is no younger than this, by a label like "3 hari". */
  notAfter?: number;
}

export interface RepliesInput {
  complaintId: string;
  /** Names of the post. */
  post: string[];
  comments: SeenComment[];
}

/** One of the comments that is an agency's, or only looks like one and is never counted. */
export interface SeenReply {
  /** Its place among the comments that were asked about. */
  at: number;
  own: boolean;
  /** As the page has it. */
  account: string;
}

export interface RepliesAnswer {
  /** Short name of the agency that has the complaint. */
  agency: string;
  /** Not yet recorded ones: its own before those that only look alike. */
  replies: SeenReply[];
}

export interface RecordReplyInput {
  complaintId: string;
  post: string[];
  reading: PageFlagInput['reading'];
}

export interface RecordedReply {
  number: string;
  fresh: boolean;
  /** Takes the answer back within 15 s from the same tab (`page.undoFlag`); null when it was there before. */
  undoToken: string | null;
  timeUnread: boolean;
}

export const replyContract = {
  'page.replies': message<z.ZodType<RepliesInput>, RepliesAnswer>(
    'page',
    z.object({
      complaintId: name,
      post: names,
      comments: z
        .array(
          z.object({
            names,
            author: authorSchema,
            postedAt: epoch.optional(),
            notAfter: epoch.optional(),
          }),
        )
        .max(200),
    }),
  ),
  'page.recordReply': message<z.ZodType<RecordReplyInput>, RecordedReply>(
    'page',
    z.object({ complaintId: name, post: names, reading: pageReadingSchema }),
  ),
} as const;
