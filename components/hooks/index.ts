export { type Command, useCommand } from './use-command.ts';
export { useLive } from './use-live.ts';
export { useNow } from './use-now.ts';
export { usePhotoUrl } from './use-photo-url.ts';
export { useSettings } from './use-settings.ts';
export { type Shortcuts, useShortcuts } from './use-shortcuts.ts';
