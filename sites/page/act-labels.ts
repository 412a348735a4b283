import { m } from '../../i18n/index.ts';
import { ACT_STYLE } from './act-style.ts';
import * as ICONS from './icons.ts';
import { flagName, type View } from './labels.ts';

/** More of lucide (ISC), as in `icons.ts`. */
const SPIN = 'M21 12a9 9 0 1 1-6.219-8.56';
const SCAN =
  'M3 7V5a2 2 0 0 1 2-2h2M17 3h2a2 2 0 0 1 2 2v2M21 17v2a2 2 0 0 1-2 2h-2M7 21H5a2 2 0 0 1-2-2v-2M7 8h8M7 12h10M7 16h6';
const PENCIL = 'M17 3a2.85 2.83 0 1 1 4 4L7.5 20.5 2 22l1.5-5.5zM15 5l4 4';

/** What a button shows after a click. */
export function reading(author: string, comment: boolean): View {
  const label = {
    icon: SPIN,
    text: m.page_reading(),
    name: flagName(author, comment),
    look: 'spin',
    css: ACT_STYLE,
  };
  return { kind: 'reading', label };
}

export function recorded(number: string): View {
  const detail = m.page_recorded();
  const name = m.page_open_name({ number, status: detail });
  return {
    kind: 'recorded',
    label: { icon: ICONS.dashed, text: number, detail, name, look: 'tone new two', css: ACT_STYLE },
    undo: { text: m.page_undo(), name: m.page_undo_name({ number }) },
  };
}

export function partly(number: string): View {
  const label = { icon: SCAN, text: m.page_partly(), name: m.page_partly_name({ number }), look: 'dash' };
  return { kind: 'partly', label };
}

export function manual(): View {
  const label = { icon: PENCIL, text: m.page_manual(), name: m.page_manual_name(), look: 'dash' };
  return { kind: 'manual', label };
}
