/**
 * Broadcast of the worker to pages and content scripts: "states may have changed, ask again".
 * Stands alone so that the content script does not pull the contract's schemas in.
 */
export const STATES_CHANGED = 'states.changed';

/** How far the merging of a backup is; heard by our own pages only. `job`: id of the file in the inbox. */
export const IMPORT_PROGRESS = 'import.progress';
export interface ImportProgress {
  name: typeof IMPORT_PROGRESS;
  job: string;
  done: number;
  total: number;
}

export function isImportProgress(message: unknown): message is ImportProgress {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === IMPORT_PROGRESS
  );
}
