import { describe, expect, it, vi } from 'vitest';
import type { Channel, DeliverEnv, Draft } from '../../../../channels/channel.ts';
import { copyChannel } from '../../../../channels/copy.ts';
import { whatsappChannel } from '../../../../channels/whatsapp.ts';
import { handOver } from '../../../../components/complaint-parts/hand-over.ts';
import { TanggapError } from '../../../../protocol/errors.ts';

const draft = {
  channel: 'whatsapp',
  kind: 'forward',
  text: 'pesan',
  shortened: false,
  url: 'https://web.whatsapp.com/send?phone=1',
  photos: [],
  fileName: '',
  record: { number: 'KTM-0001' },
} as unknown as Draft;

function run(channel: Channel, env: Partial<DeliverEnv>, record: () => Promise<{ eventId: string }>) {
  const log: string[] = [];
  const undo = vi.fn(async (id: string) => void log.push(`undo ${id}`));
  const full: DeliverEnv = {
    openTab: async () => void log.push('tab'),
    writeClipboard: async () => void log.push('clipboard'),
    download: async () => void log.push('download'),
    makeSheet: async () => new Blob(),
    ...env,
  };
  const recording = async () => {
    const made = await record();
    log.push('record');
    return made;
  };
  return handOver({ channel, draft, env: full, record: recording, undo }).then((result) => ({
    result,
    log,
    undo,
  }));
}
const recorded = async () => ({ eventId: 'e1' });

describe('handing over', () => {
  it('records before the tab opens', async () => {
    const { result, log } = await run(whatsappChannel, {}, recorded);
    expect(result).toEqual({ ok: true, eventId: 'e1', steps: ['message-ready', 'press-send'] });
    expect(log).toEqual(['record', 'tab']);
  });

  it('takes the record back when the tab does not open', async () => {
    const { result, log } = await run(
      whatsappChannel,
      { openTab: () => Promise.reject(new Error('no')) },
      recorded,
    );
    expect(result.ok).toBe(false);
    expect(log).toEqual(['record', 'undo e1']);
  });

  it('records nothing when the clipboard refuses', async () => {
    const { result, log } = await run(
      copyChannel,
      { writeClipboard: () => Promise.reject(new Error('no')) },
      recorded,
    );
    expect(result).toMatchObject({ ok: false, sentence: expect.stringMatching(/penyalinan/) });
    expect(log).toEqual([]);
  });

  it('opens nothing when recording is refused, and says why', async () => {
    const { result, log, undo } = await run(whatsappChannel, {}, () =>
      Promise.reject(new TanggapError('conflict')),
    );
    expect(result).toMatchObject({ ok: false, sentence: expect.stringMatching(/jendela lain/) });
    expect(log).toEqual([]);
    expect(undo).not.toHaveBeenCalled();
  });
});
