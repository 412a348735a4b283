import { ChevronDown, Send } from 'lucide-react';
import type { Channel } from '../../channels/channel.ts';
import { m } from '../../i18n/index.ts';
import { CHANNEL_ICON } from '../complaint-parts/channel-icon.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './channel-button.module.css';

/** The one primary action: the agency's channel; the arrow holds the others. */
export function ChannelButton({
  channels,
  channel,
  busy,
  onForward,
}: {
  channels: readonly Channel[];
  channel: Channel;
  busy: boolean;
  onForward: (channel: Channel) => void;
}) {
  return (
    <div className={styles.split}>
      <Button
        variant="primary"
        size="l"
        icon={Send}
        busy={busy}
        onClick={() => onForward(channel)}
        className={styles.main}
      >
        <span className="u-cut">{channel.verb()}</span>
      </Button>
      <Menu
        trigger={<IconButton icon={ChevronDown} variant="primary" size="l" label={m.panel_other_channel()} />}
        items={channels
          .filter((c) => c.id !== channel.id)
          .map((c) => ({
            key: c.id,
            label: c.verb(),
            icon: CHANNEL_ICON[c.icon],
            onSelect: () => onForward(c),
          }))}
      />
    </div>
  );
}
