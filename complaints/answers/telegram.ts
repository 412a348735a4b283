/** What comes from a Telegram chat, in the field's words, after its shape was checked. */

export type TelegramButton = 'done' | 'working' | 'askTime' | 'notOurs';
export type TelegramChatKind = 'private' | 'group' | 'supergroup';

export type TelegramNews =
  /** A button under one of our messages. `sendId` names the sending, `queryId` is what Telegram wants answered. */
  | {
      kind: 'press';
      queryId: string;
      chatId: number;
      messageId: number | null;
      sendId: string;
      button: TelegramButton;
    }
  /** A reply to a message of the bot; `toText` is what was replied to, `at` epoch ms. */
  | { kind: 'reply'; chatId: number; toMessageId: number; toText: string; text: string; at: number }
  /** Someone started the bot, or mentioned it in a group: a chat that could be paired. */
  | { kind: 'hello'; chatId: number; chatKind: TelegramChatKind; title: string; at: number }
  /** A group became a supergroup and has a new id. */
  | { kind: 'migrated'; chatId: number; toChatId: number }
  /** Of the right shape, but no button of ours; or of no shape that is known. */
  | { kind: 'strange'; why: 'unknown' | 'forged'; queryId: string | null }
  /** Talk that is no answer. */
  | { kind: 'other' };

/** One update with its number, which Telegram counts up. */
export interface TelegramUpdate {
  id: number;
  news: TelegramNews;
}

/** Why nothing was changed by an update; counted and shown. */
export type TelegramIgnored = 'forged' | 'foreign' | 'unknown' | 'old' | 'repeated';

/** What went wrong with Telegram, as far as it can be told. */
export type TelegramProblem =
  /** No token kept here. */
  | 'not-set-up'
  /** The browser's permission for api.telegram.org is missing. */
  | 'not-allowed'
  /** The agency has no chat, or a sensitive complaint was to go to a group. */
  | 'no-chat'
  | 'sensitive-group'
  /** 401 or 404: the token is wrong or was revoked. */
  | 'token'
  /** 403: the bot was blocked, or taken out of the group. */
  | 'blocked'
  /** 400: the chat is not there. */
  | 'chat-gone'
  /** 429: too fast; after so many seconds again. */
  | 'wait'
  /** 409: another program reads this bot's messages. */
  | 'other-reader'
  | 'photo-too-large'
  /** Refused for another reason: certainly not sent. */
  | 'refused'
  /** Never left this computer. */
  | 'offline'
  /** No answer in time, 5xx, or nonsense: it may have arrived. */
  | 'unsure';

/** A chat that greeted the bot and may be paired with an agency. */
export interface TelegramCandidate {
  chatId: number;
  kind: TelegramChatKind;
  title: string;
  /** Epoch ms. */
  at: number;
}
