import { Calculator, CornerUpRight, Hourglass, Pause, Play } from 'lucide-react';
import type { Complaint } from '../../complaints/complaint.ts';
import { m } from '../../i18n/index.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { ClockAct } from './clock-form.tsx';

/**
 * What can be done with the clocks of a complaint that is with an agency; empty when it is not. `now` in epoch ms.
 */
export function clockMenu(
  complaint: Complaint,
  now: number,
  onAct: (act: ClockAct) => void,
  onResume: () => void,
): MenuItem[] {
  const closed = complaint.status === 'done' || complaint.status === 'dismissed';
  if (!complaint.forwarding || closed || complaint.notOurs) return [];
  const paused = isPaused(complaint, now);
  return [
    'line',
    paused
      ? { label: m.clock_do_resume(), icon: Play, onSelect: onResume }
      : { label: m.clock_do_pause(), icon: Pause, onSelect: () => onAct('pause') },
    { label: m.clock_do_extend(), icon: Hourglass, onSelect: () => onAct('extend') },
    { label: m.clock_do_recompute(), icon: Calculator, onSelect: () => onAct('recompute') },
    { label: m.clock_do_decline(), icon: CornerUpRight, onSelect: () => onAct('decline') },
  ];
}

/** Whether its clocks stand still at `now` (epoch ms); also those that run on after the first answer. */
export function isPaused(complaint: Complaint, now: number): boolean {
  return complaint.pausedUntil !== null && now < complaint.pausedUntil;
}
