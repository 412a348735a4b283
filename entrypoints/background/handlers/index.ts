import type { Handlers } from '../router.ts';
import { clockHandlers } from './clocks.ts';
import { complaintHandlers } from './complaint.ts';
import { healthHandlers } from './health.ts';
import { ladderHandlers } from './ladder.ts';
import { officeHandlers } from './office.ts';
import { pageHandlers } from './page.ts';
import { photoHandlers } from './photo.ts';
import { replyHandlers } from './replies.ts';
import { telegramHandlers } from './telegram.ts';

/** Every name of the contract with its one handler. */
export const allHandlers: Handlers = {
  ...pageHandlers,
  ...complaintHandlers,
  ...clockHandlers,
  ...ladderHandlers,
  ...photoHandlers,
  ...officeHandlers,
  ...healthHandlers,
  ...replyHandlers,
  ...telegramHandlers,
};
