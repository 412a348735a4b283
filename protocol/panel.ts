/**
 * What the side panel shows, kept in `storage.session` under this key, so that the panel finds it whether it
 * was open already or has just been opened. Stands alone: it pulls no schema in.
 */
export const PANEL_KEY = 'panel';

export interface PanelTarget {
  complaintId: string;
}

/** Name of the worker's broadcast that the target has changed. */
export const PANEL_CHANGED = 'panel.changed';
