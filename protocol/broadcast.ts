/**
 * Broadcast of the worker to pages and content scripts: "states may have changed, ask again".
 * Stands alone so that the content script does not pull the contract's schemas in.
 */
export const STATES_CHANGED = 'states.changed';
