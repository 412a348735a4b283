/** Which room may import which other: the table of ARCHITECTURE.md, from the bottom of the house to the top. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  complaints: [],
  i18n: [],
  protocol: ['complaints', 'storage'],
  sites: ['complaints', 'i18n', 'protocol'],
  channels: ['complaints', 'i18n'],
  storage: ['complaints', 'protocol', 'i18n'],
  components: ['complaints', 'channels', 'storage', 'protocol', 'i18n'],
  entrypoints: ['complaints', 'channels', 'storage', 'protocol', 'i18n', 'sites', 'components'],
};

export const ROOMS = Object.keys(MAY_IMPORT);

export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** Pairs that the linter must refuse. */
export function forbiddenPairs(): [from: string, to: string][] {
  return ROOMS.flatMap((from) =>
    ROOMS.filter((to) => to !== from && !MAY_IMPORT[from]?.includes(to)).map((to): [string, string] => [
      from,
      to,
    ]),
  );
}
