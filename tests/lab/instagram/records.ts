/** One flat record of the store. */
export type FlatRecord = { __id: string; __typename: string; [key: string]: unknown };
export type Records = Record<string, FlatRecord>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const clientId = (parent: string, key: string, index?: number): string =>
  `${parent.startsWith('client:') ? '' : 'client:'}${parent}:${key}${index === undefined ? '' : `:${index}`}`;

/**
 * Flattens an answer into records: an object with an `id` is kept under it, others under their path. `args` are the
 * arguments in the storage keys of root fields.
 */
export function normalise(data: Record<string, unknown>, args: string): Records {
  const records: Records = {};
  const visit = (object: Record<string, unknown>, id: string, root: boolean): void => {
    const typename = typeof object.__typename === 'string' ? object.__typename : root ? '__Root' : '';
    const record: FlatRecord = { ...records[id], __id: id, __typename: typename };
    records[id] = record;
    for (const [name, value] of Object.entries(object)) {
      if (name === '__typename') continue;
      const key = root && args ? `${name}(${args})` : name;
      if (isObject(value)) record[key] = { __ref: link(value, id, key) };
      else if (Array.isArray(value) && value.some(isObject)) {
        record[key] = { __refs: value.map((item, i) => (isObject(item) ? link(item, id, key, i) : null)) };
      } else record[key] = value;
    }
  };
  const link = (object: Record<string, unknown>, parent: string, key: string, index?: number): string => {
    const id = typeof object.id === 'string' ? object.id : clientId(parent, key, index);
    visit(object, id, false);
    return id;
  };
  visit(data, 'client:root', true);
  return records;
}
