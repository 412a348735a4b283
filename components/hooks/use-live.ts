import { useLiveQuery } from 'dexie-react-hooks';

/** A live read: runs again whenever the data it touched change. Undefined until the first answer. */
export function useLive<T>(read: () => Promise<T> | T, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(read, [...deps]);
}
