import { minuteSum } from '../complaints/deadlines/minute-sum.ts';
import type { ClockName } from '../complaints/deadlines/policies.ts';
import type { LetterStep } from '../complaints/events.ts';
import type { LadderStep } from '../complaints/ladder/steps.ts';
import { fullMoment, type Zone } from '../complaints/when.ts';
import { m } from '../i18n/index.ts';
import { addressee } from './addressee.ts';
import { clockWord, spanWords, termWords } from './clock-words.ts';
import { itemMatter, type LadderContext, type LadderItem } from './ladder-item.ts';
import { againstDue, stepWord } from './ladder-words.ts';
import { numberWords } from './number-words.ts';
import { oneLine } from './safe-text.ts';

/**
 * Letters of the ladder as plain text, in Indonesian whatever the language of the screen. They are drafts: number,
 * place, name and signature are left in brackets for the office's own letter system and never made up.
 */
export interface Letter extends LadderContext {
  step: LetterStep;
  items: readonly LadderItem[];
  /** Epoch ms until when an answer is asked for. */
  answerBy: number;
}

const indonesian = { locale: 'id' } as const;

export function letterText(letter: Letter): string {
  const { step, items, settings, now, answerBy } = letter;
  const n = items.length;
  const values = {
    n,
    words: numberWords(n),
    head: addressee(letter.agency, now),
    now: fullMoment(now, settings.zone),
    lack: lackWord(items),
    items: items.map((item, at) => itemLines(item, at + 1, letter)).join('\n'),
    answerBy: fullMoment(answerBy, settings.zone),
    signatory: oneLine(settings.signatory) || m.ladder_letter_office({}, indonesian),
    footer: m.ladder_letter_footer({}, indonesian),
    before: beforeWords(letter),
  };
  if (step === 'explanation') return m.ladder_letter_explanation(values, indonesian);
  if (step === 'warning1') return m.ladder_letter_warning1(values, indonesian);
  return m.ladder_letter_warning2(values, indonesian);
}

/** One line for the subject of a mail: `Permintaan Penjelasan: KTM-0131, KTM-0135`. */
export function letterSubject(step: LetterStep, items: readonly LadderItem[]): string {
  const numbers = items.slice(0, 3).map((item) => item.draft.number);
  if (items.length > numbers.length) numbers.push('…');
  return m.ladder_letter_subject(
    { step: stepWord(step, indonesian), numbers: numbers.join(', ') },
    indonesian,
  );
}

/** A complaint of the list: number and matter, when it went where, the clock, how late, what was tried. */
function itemLines(item: LadderItem, index: number, letter: Letter): string {
  const { draft, explanation, forwardedAt, taken } = item;
  const { zone } = letter.settings;
  const { clock, term } = explanation;
  const short = (ms: number) => dateWords(ms, zone);
  const paused = minuteSum(explanation).paused;
  const lines = [
    `${index}. ${draft.number}: ${itemMatter(item, letter)}`,
    draft.postedAt === null
      ? m.ladder_item_forwarded({ when: short(forwardedAt) }, indonesian)
      : m.ladder_item_posted({ posted: short(draft.postedAt), when: short(forwardedAt) }, indonesian),
    m.ladder_item_due(
      {
        clock: clockWord(clock.name, indonesian),
        term: term ? termWords(term, indonesian) : '–',
        due: clock.due === null ? '–' : short(clock.due),
      },
      indonesian,
    ),
    m.ladder_item_late({ late: againstDue(explanation, indonesian) }, indonesian),
  ];
  if (paused > 0)
    lines.push(
      m.ladder_item_paused({ span: spanWords(paused, term?.kind === 'clockHours', indonesian) }, indonesian),
    );
  const tried = taken.map((one) => `${stepName(one.step)} ${short(one.at)}`);
  if (tried.length > 0) lines.push(m.ladder_item_tried({ tried: tried.join('; ') }, indonesian));
  return lines.map((line, at) => (at === 0 ? line : `   ${line}`)).join('\n');
}

/** What was left undone, when it is one and the same for all of them. */
function lackWord(items: readonly LadderItem[]): string {
  const names = new Set(items.map((item) => item.explanation.clock.name));
  const [only] = names;
  if (names.size !== 1 || only === undefined) return m.ladder_lack_mixed({}, indonesian);
  const lacks = {
    response: m.ladder_lack_response,
    followUp: m.ladder_lack_follow_up,
    settlement: m.ladder_lack_settlement,
  } satisfies Record<ClockName, unknown>;
  return lacks[only]({}, indonesian);
}

/** When the letter before this one was made: its day, or each day where they differ. */
function beforeWords({ step, items, settings }: Letter): string {
  const previous = step === 'warning2' ? 'warning1' : 'explanation';
  const days = new Set<string>();
  for (const { taken } of items) {
    const letter = taken.findLast((one) => one.step === previous);
    if (letter) days.add(dayWords(letter.at, settings.zone));
  }
  return days.size > 0 ? [...days].join(', ') : m.ladder_letter_no_date({}, indonesian);
}

/** `3 Agustus 2026 pukul 10.00 WIB`, and its day alone. */
const dateWords = (ms: number, zone: Zone) => fullMoment(ms, zone).replace(/^[^,]*, /, '');
const dayWords = (ms: number, zone: Zone) => dateWords(ms, zone).replace(/ pukul .*$/, '');

/** Within a sentence a reminder is an ordinary word, a letter a name. */
function stepName(step: LadderStep): string {
  const word = stepWord(step, indonesian);
  return step === 'reminder' ? word.toLowerCase() : word;
}
