import type { Complaint } from '../../../../complaints/complaint.ts';
import { builtInCalendar } from '../../../../complaints/deadlines/calendar.ts';
import { calendarBook } from '../../../../complaints/deadlines/calendar-book.ts';
import { type ComplaintClocks, clocksOf } from '../../../../complaints/deadlines/clocks.ts';
import { liveClock } from '../../../../complaints/deadlines/live-clock.ts';
import type { ComplaintEvent, LetterStep } from '../../../../complaints/events.ts';
import { foldComplaint } from '../../../../complaints/fold.ts';
import { type Ladder, ladderOf } from '../../../../complaints/ladder/ladder.ts';
import { answerBy } from '../../../../complaints/ladder/waiting.ts';
import { liveEvents } from '../../../../complaints/live.ts';
import { Log } from '../deadlines/log.ts';

const BOOK = calendarBook([builtInCalendar()]);

export const log = () => new Steps(BOOK);

/** A log with steps of the ladder, and the ladder at any moment. */
export class Steps extends Log {
  remind(moment: number): string {
    return this.add({ type: 'reminded', at: moment, channel: 'whatsapp', outcome: 'opened', message: '' });
  }
  /** The letter as the product would write it at that moment. */
  letter(step: LetterStep, moment: number): string {
    const clock = liveClock(clocksOf(liveEvents(this.events), this.book, moment));
    const until = clock ? answerBy(clock, this.book, step, moment) : moment;
    return this.add({
      type: 'escalated',
      at: moment,
      step,
      answerBy: until,
      channel: 'copy',
      outcome: 'copied',
      message: '',
    });
  }
  ladder(moment: number): Ladder {
    const live = liveEvents(this.events as ComplaintEvent[]);
    const complaint = foldComplaint(this.events, 'aaaa', this.book) as Complaint;
    return ladderOf(complaint, live, clocksOf(live, this.book, moment), this.book, moment);
  }
  clocks(moment: number): ComplaintClocks {
    return clocksOf(liveEvents(this.events), this.book, moment);
  }
}
