import { m } from '../../i18n/index.ts';
import { DeclineForm } from './decline-form.tsx';
import { ExtensionForm } from './extension-form.tsx';
import { PauseForm } from './pause-form.tsx';
import { RecomputeForm } from './recompute-form.tsx';

/** What can be done with clocks in a form of its own. */
export type ClockAct = 'pause' | 'extend' | 'decline' | 'recompute';
export const isClockAct = (what: string | null): what is ClockAct =>
  what !== null && Object.hasOwn(CLOCK_ACT, what);

export const CLOCK_ACT: Record<ClockAct, () => string> = {
  pause: m.clock_do_pause,
  extend: m.clock_do_extend,
  decline: m.clock_do_decline,
  recompute: m.clock_do_recompute,
};
export const CLOCK_ACT_DONE: Record<ClockAct, (words: { number: string }) => string> = {
  pause: m.clock_done_pause,
  extend: m.clock_done_extend,
  decline: m.clock_done_decline,
  recompute: m.clock_done_recompute,
};

export interface ClockFormProps {
  complaintId: string;
  /** `eventId` of what was recorded, for undo. */
  onDone: (eventId: string) => void;
  onCancel: () => void;
}

/** *Jeda*, *Perpanjangan*, *Bukan wewenang* or *Hitung ulang*; what is refused says why where it stands. */
export function ClockForm({ what, ...rest }: ClockFormProps & { what: ClockAct }) {
  if (what === 'pause') return <PauseForm {...rest} />;
  if (what === 'extend') return <ExtensionForm {...rest} />;
  return what === 'decline' ? <DeclineForm {...rest} /> : <RecomputeForm {...rest} />;
}
