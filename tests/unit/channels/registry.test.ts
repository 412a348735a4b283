import { afterEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../../channels/channel.ts';
import { channelById, channels, channelsFor, preferredChannel } from '../../../channels/registry.ts';
import { doneSentence, failureSentence, stepLabel } from '../../../channels/words.ts';
import { setLocale } from '../../../i18n/index.ts';
import { agency, context } from './context.ts';

afterEach(() => setLocale('id'));

describe('which channel', () => {
  const plain = { sensitive: false };
  test('the agency’s own, else WhatsApp, else e-mail where only that is known', () => {
    expect(preferredChannel(agency({ channel: 'save' }), plain).id).toBe('save');
    expect(preferredChannel(agency(), plain).id).toBe('whatsapp');
    expect(preferredChannel(agency({ phone: '' }), plain).id).toBe('email');
    expect(preferredChannel(agency({ phone: '', email: '' }), plain).id).toBe('whatsapp');
    expect(preferredChannel(agency({ channel: 'tak-ada' }), plain).id).toBe('whatsapp');
  });

  test('a sensitive complaint never goes to a group', () => {
    const group = { ...(channels[0] as Channel), toGroup: true };
    expect(channelsFor({ sensitive: true }, [group, channels[1] as Channel])).toEqual([channels[1]]);
    expect(channelsFor({ sensitive: false }, [group])).toEqual([group]);
  });

  test('the bot only where the chat is paired, and then first unless the agency has a way of its own', () => {
    const paired = { sensitive: false, telegram: true };
    expect(preferredChannel(agency(), paired).id).toBe('telegram');
    expect(preferredChannel(agency({ channel: 'email' }), paired).id).toBe('email');
    expect(preferredChannel(agency({ channel: 'telegram' }), plain).id).toBe('whatsapp');
    expect(channelsFor(plain).map((channel) => channel.id)).not.toContain('telegram');
    expect(channelsFor(paired).map((channel) => channel.id)).toContain('telegram');
  });

  test('by id', () => {
    expect(channelById('email')?.id).toBe('email');
    expect(channelById('fax')).toBeNull();
  });
});

describe.each(channels.map((channel) => [channel.id, channel] as const))('%s', (_, channel) => {
  test('has its words in both languages and says "sent" only where that is confirmed', () => {
    for (const locale of ['id', 'en']) {
      setLocale(locale);
      const words = [channel.label(), channel.verb(), doneSentence(channel.id)];
      for (const word of words) {
        expect(word).not.toBe('');
        if (channel.outcome !== 'sent') expect(word).not.toMatch(/terkirim|\bsent\b/i);
      }
    }
  });

  test('keeps to its length, with the longest text there is', () => {
    const draft = channel.prepare(context({ text: 'kata panjang sekali '.repeat(5_000) }));
    expect(draft.text.length).toBeLessThanOrEqual(channel.maxLength);
    expect(draft.shortened).toBe(true);
    expect(channel.prepare(context()).shortened).toBe(false);
  });
});

test('every step and failure has a sentence', () => {
  for (const step of [
    'message-ready',
    'paste-message',
    'paste-photo',
    'photo-not-copied',
    'press-send',
    'open-file',
    'fill-receiver',
    'attach',
  ] as const) {
    expect(stepLabel(step)).not.toBe('');
  }
  for (const failure of ['clipboard', 'tab', 'file'] as const)
    expect(failureSentence(failure)).toMatch(/\.$/);
});
