import { Copy, FolderDown, type LucideIcon, Mail, MessageCircle, Send } from 'lucide-react';
import type { Channel } from '../../channels/channel.ts';

/** The picture of each channel. */
export const CHANNEL_ICON: Record<Channel['icon'], LucideIcon> = {
  'message-circle': MessageCircle,
  mail: Mail,
  copy: Copy,
  'folder-down': FolderDown,
  send: Send,
};
