import { nameAt } from '../complaints/agency.ts';
import { m } from '../i18n/index.ts';
import { addressee } from './addressee.ts';
import { itemMatter, type LadderContext, type LadderItem } from './ladder-item.ts';
import { againstDue } from './ladder-words.ts';
import { oneLine } from './safe-text.ts';

const indonesian = { locale: 'id' } as const;

/** One message that reminds an agency of all that waits for it, in Indonesian whatever the language of the screen. */
export function reminderListText(items: readonly LadderItem[], context: LadderContext): string {
  const { agency, settings, now } = context;
  const signatory = oneLine(settings.signatory);
  const text = m.ladder_remind_list(
    {
      head: addressee(agency, now),
      agency: nameAt(agency, now).name,
      n: items.length,
      items: items.map((item, at) => `${at + 1}. ${itemLine(item, context)}`).join('\n'),
    },
    indonesian,
  );
  return signatory === '' ? text : `${text}\n${m.ladder_remind_signed({ signatory }, indonesian)}`;
}

/** `KTM-0131, lampu jalan padam, Baamang: tenggat lewat 2 hari 3 jam, sudah diingatkan 2 kali`. */
function itemLine(item: LadderItem, context: LadderContext): string {
  const { draft, explanation, taken } = item;
  const span = againstDue(explanation, indonesian);
  const reminders = taken.filter((one) => one.step === 'reminder').length;
  const words = {
    number: draft.number,
    matter: itemMatter(item, context),
    against: explanation.clock.overdue
      ? m.ladder_remind_over({ span }, indonesian)
      : m.ladder_remind_left({ span }, indonesian),
  };
  return reminders > 0
    ? m.ladder_remind_item_again({ ...words, n: reminders }, indonesian)
    : m.ladder_remind_item(words, indonesian);
}
