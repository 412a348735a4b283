import type { TelegramButton } from '../../complaints/answers/telegram.ts';
import { m } from '../../i18n/index.ts';

export interface InlineButton {
  text: string;
  callback_data: string;
}
export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

const CODE: Record<TelegramButton, string> = { done: 'd', working: 'w', askTime: 't', notOurs: 'n' };
const ORDER: TelegramButton[] = ['done', 'working', 'askTime', 'notOurs'];
/** Our own form: a version, the sending (12 hex digits drawn at random), the button. Telegram allows 64 bytes. */
const DATA = /^t1:([0-9a-f]{12}):([dwtn])$/;

/** What a pressed button sends back. */
export function buttonData(sendId: string, button: TelegramButton): string {
  return `t1:${sendId}:${CODE[button]}`;
}

/** The sending and the button that the data names, or null when it is none of ours. */
export function readButton(data: string): { sendId: string; button: TelegramButton } | null {
  const match = DATA.exec(data);
  const button = ORDER.find((each) => CODE[each] === match?.[2]);
  return match?.[1] && button ? { sendId: match[1], button } : null;
}

/** The word on a button; Indonesian, for its readers are agencies. */
export function buttonWord(button: TelegramButton): string {
  const words = {
    done: m.telegram_button_done,
    working: m.telegram_button_working,
    askTime: m.telegram_button_ask_time,
    notOurs: m.telegram_button_not_ours,
  };
  return words[button]({}, { locale: 'id' });
}

/** Four buttons under one complaint's message, two to a row so that a telephone shows their words whole. */
export function keyboardFor(sendId: string): InlineKeyboard {
  const [a, b, c, d] = ORDER.map((button) => ({
    text: buttonWord(button),
    callback_data: buttonData(sendId, button),
  })) as [InlineButton, InlineButton, InlineButton, InlineButton];
  return {
    inline_keyboard: [
      [a, b],
      [c, d],
    ],
  };
}

const SIGN: Record<TelegramButton, string> = { done: '✅', working: '🛠', askTime: '⏳', notOurs: '↪' };

/** A list of open complaints in one message: each with a row of its own, the number on its first button. */
export function listKeyboard(open: readonly { sendId: string; number: string }[]): InlineKeyboard {
  return {
    inline_keyboard: open.map(({ sendId, number }) =>
      ORDER.map((button) => ({
        text: button === 'done' ? `${number} ${SIGN.done}` : SIGN[button],
        callback_data: buttonData(sendId, button),
      })),
    ),
  };
}
