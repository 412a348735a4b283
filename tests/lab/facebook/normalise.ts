/**
 * Turns a nested answer into the flat records of a Relay store: one record per object, `__ref` and `__refs` between
 * them, arguments in the keys. Objects with an `id` fall together whatever path they came by.
 */
export type FlatRecord = { __id: string; __typename: string; [key: string]: unknown };
export type Records = Map<string, FlatRecord>;

/** Response keys that are aliases: the store keeps the field's name and its arguments. */
const STORED_AS: Record<string, string> = {
  wwwURL: 'url(site:"www")',
  image: 'image(height:590,width:590)',
  profile_picture: 'profile_picture(height:40,scale:1,width:40)',
  // Answers mangle this name; the store keeps the schema's.
  th_dat_spo: 'sponsored_data',
  all_subattachments: 'all_subattachments(first:10)',
};

/** Objects that the schema has as one opaque value. */
const OPAQUE = new Set(['ghl_label']);

export function storageKey(key: string, args: Record<string, string> = {}): string {
  return args[key] !== undefined ? `${key}(${args[key]})` : (STORED_AS[key] ?? key);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childId = (parent: string, key: string, index?: number): string =>
  `${parent.startsWith('client:') ? '' : 'client:'}${parent}:${key}${index === undefined ? '' : `:${index}`}`;

/**
 * Normalises `answer` below the record `rootId` into `into`. `args` gives the arguments with which fields of this
 * query were asked, by response key.
 */
export function normalise(
  answer: Record<string, unknown>,
  into: Records = new Map(),
  args: Record<string, string> = {},
  rootId = 'client:root',
): Records {
  const visit = (object: Record<string, unknown>, id: string): string => {
    const known = into.get(id);
    const typename = typeof object.__typename === 'string' ? object.__typename : (known?.__typename ?? '');
    const record: FlatRecord = { ...known, __id: id, __typename: typename };
    into.set(id, record);
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined || key === '__typename') continue;
      const stored = storageKey(key, args);
      if (OPAQUE.has(key)) {
        into.set(id, Object.assign(into.get(id) ?? record, { [stored]: value }));
      } else if (Array.isArray(value) && value.some(isObject)) {
        const refs = value.map((item, index) => (isObject(item) ? linked(item, id, stored, index) : null));
        Object.assign(into.get(id) ?? record, { [stored]: { __refs: refs } });
      } else if (isObject(value)) {
        const ref = linked(value, id, stored);
        Object.assign(into.get(id) ?? record, { [stored]: { __ref: ref } });
      } else {
        Object.assign(into.get(id) ?? record, { [stored]: value });
      }
    }
    return id;
  };
  const linked = (object: Record<string, unknown>, parent: string, key: string, index?: number): string =>
    visit(object, typeof object.id === 'string' ? object.id : childId(parent, key, index));
  const root = into.get(rootId);
  if (!root) into.set(rootId, { __id: rootId, __typename: rootId === 'client:root' ? '__Root' : '' });
  visit(answer, rootId);
  return into;
}

/** Hangs a streamed part under its path in the answer so far. */
export function graft(answer: Record<string, unknown>, path: (string | number)[], data: unknown): void {
  let at: Record<string | number, unknown> = answer;
  path.forEach((step, index) => {
    if (index === path.length - 1) {
      const old = at[step];
      at[step] = isObject(old) && isObject(data) ? { ...old, ...data } : data;
      return;
    }
    if (at[step] === undefined || at[step] === null) at[step] = typeof path[index + 1] === 'number' ? [] : {};
    at = at[step] as Record<string | number, unknown>;
  });
}
