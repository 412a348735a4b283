/**
 * The extension's own world in a page, which no page can reach: what one of its scripts leaves there, the others of the
 * same page find.
 */
export const world: object = globalThis;
