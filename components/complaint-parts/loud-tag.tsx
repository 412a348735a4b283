import { Flame, Siren } from 'lucide-react';
import type { PresetId } from '../../complaints/events.ts';
import type { Accounts, Growth } from '../../complaints/loud.ts';
import { m } from '../../i18n/index.ts';
import { Tag } from '../ui/tag.tsx';
import { presetWord } from './deadline-picker.tsx';
import { loudWhy } from './loud-words.ts';

/**
 * *Ramai*, because it is or because its term is the one for such; and *Darurat* by its term. The reasons stand in
 * the tooltip and are read out. With `short` the pictures alone.
 */
export function UrgencyTags({
  preset,
  growth,
  accounts,
  short,
}: {
  preset: PresetId | undefined;
  growth: Growth | null;
  accounts: Accounts | null;
  short?: boolean;
}) {
  const why = loudWhy(growth, accounts);
  const emergency = presetWord('emergency');
  return (
    <>
      {(why || preset === 'busy') &&
        (short ? (
          <Tag icon={Flame} label={why || presetWord('busy')} />
        ) : (
          <Tag icon={Flame} why={why}>
            {m.loud_word()}
          </Tag>
        ))}
      {preset === 'emergency' &&
        (short ? <Tag icon={Siren} label={emergency} /> : <Tag icon={Siren}>{emergency}</Tag>)}
    </>
  );
}
