/**
 * `THOROUGH=1` walks everything that the browser tests know. Without it each run takes a share that still meets every
 * kind of case, so that `npm test` stays within ten minutes on a small machine.
 */
export const THOROUGH = process.env.THOROUGH !== undefined;
