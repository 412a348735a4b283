import { createMimeMessage } from 'mimetext/browser';
import type { Draft } from './channel.ts';
import { oneLine } from './safe-text.ts';

/** RFC 2047: a line with an encoded word holds at most 76 characters, and the first begins with `Subject: `. */
const WORD_BYTES = 39;
/** RFC 2045: a line of base64 holds at most 76 characters. */
const BASE64_LINE = 76;

/**
 * A mail draft in the form of RFC 5322. `X-Unsent: 1` makes mail programs open it for editing; there is no
 * sender, date or message id, for the mail program sets those when the official sends it.
 */
export function mailFile(draft: Pick<Draft, 'text' | 'to' | 'subject' | 'photos' | 'fileName'>): string {
  const message = createMimeMessage();
  for (const field of message.headers.fields) {
    if (field.name === 'From' || field.name === 'Message-ID' || field.name === 'Date') field.disabled = true;
    if (field.name === 'Subject')
      field.dump = (value) => encodedWords(typeof value === 'string' ? value : '');
  }
  message.setHeader('X-Unsent', '1');
  const receiver = mailAddress(draft.to ?? '');
  if (receiver !== '') message.setTo({ addr: receiver });
  message.setSubject(oneLine(draft.subject ?? ''));
  message.addMessage({
    contentType: 'text/plain',
    encoding: 'base64',
    data: base64Lines(new TextEncoder().encode(draft.text.replace(/\r?\n/g, '\r\n'))),
  });
  const base = draft.fileName.replace(/\.eml$/, '');
  for (const [index, photo] of draft.photos.entries()) {
    message.addAttachment({
      filename: `${base}-foto-${index + 1}.jpg`,
      contentType: photo.mime,
      data: base64Lines(photo.bytes),
    });
  }
  return `${message.asRaw()}\r\n`;
}

/** The address alone, or empty when it is none: a line break in it must not become a header. */
export function mailAddress(text: string): string {
  const address = oneLine(text);
  return /^[^\s<>()[\],;:\\"@]{1,64}@[\p{L}\p{N}.-]+\.[\p{L}]{2,}$/u.test(address) ? address : '';
}

function encodedWords(text: string): string {
  const encoder = new TextEncoder();
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (encoder.encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  if (word !== '') words.push(word);
  return words.map((part) => `=?utf-8?B?${base64(encoder.encode(part))}?=`).join('\r\n ');
}

function base64Lines(bytes: Uint8Array): string {
  return (base64(bytes).match(new RegExp(`.{1,${BASE64_LINE}}`, 'g')) ?? []).join('\r\n');
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}
