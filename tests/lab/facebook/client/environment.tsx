import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { type FlatRecord, normalise, type Records } from '../normalise.ts';
import { fetchLines } from './network.ts';

/** What a component gets instead of data: the key of a record and the name of what it may read there. */
export interface FragmentRef {
  readonly __id: string;
  readonly __fragments: Record<string, object>;
  readonly __fragmentOwner: object;
}

let version = 0;
const listeners = new Set<() => void>();

export function createEnvironment(): Environment {
  return new Environment({
    network: Network.create(fetchLines),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 1000 }),
    configName: 'CometRelayEnvironment',
  });
}

/** Writes records into the store and lets every reader look again. */
export function publish(environment: Environment, records: Records): void {
  const source = RecordSource.create(
    Object.fromEntries(records) as unknown as Parameters<typeof RecordSource.create>[0],
  );
  const store = environment.getStore();
  store.publish(source);
  store.notify();
  version++;
  for (const listener of listeners) listener();
}

export function publishAnswer(
  environment: Environment,
  answer: Record<string, unknown>,
  args: Record<string, string>,
): void {
  publish(environment, normalise(answer, new Map(), args));
}

const EnvironmentContext = createContext<Environment | null>(null);

export function CometRelayEnvironmentProvider(props: { environment: Environment; children: ReactNode }) {
  return <EnvironmentContext value={props.environment}>{props.children}</EnvironmentContext>;
}

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (!environment) throw new Error('no relay environment above this component');
  return environment;
}

/** Reads one record's fields and follows its references. */
export class Node {
  private readonly environment: Environment;
  readonly record: FlatRecord;

  constructor(environment: Environment, record: FlatRecord) {
    this.environment = environment;
    this.record = record;
  }

  static at(environment: Environment, id: string): Node | null {
    const record = environment.getStore().getSource().get(id) as FlatRecord | null | undefined;
    return record ? new Node(environment, record) : null;
  }

  get id(): string {
    return this.record.__id;
  }

  get type(): string {
    return this.record.__typename;
  }

  value(key: string): unknown {
    return this.record[key];
  }

  text(key: string): string {
    const value = this.record[key];
    return typeof value === 'string' ? value : '';
  }

  number(key: string): number {
    const value = this.record[key];
    return typeof value === 'number' ? value : 0;
  }

  /** Follows a chain of single references; null where one is missing. */
  to(...keys: string[]): Node | null {
    let at: Node | null = this;
    for (const key of keys) {
      const link: unknown = at?.record[key];
      const ref = typeof link === 'object' && link !== null ? (link as { __ref?: string }).__ref : undefined;
      at = ref ? Node.at(this.environment, ref) : null;
      if (!at) return null;
    }
    return at;
  }

  all(key: string): Node[] {
    const link = this.record[key] as { __refs?: (string | null)[] } | null | undefined;
    return (link?.__refs ?? []).flatMap((ref) => {
      const node = ref ? Node.at(this.environment, ref) : null;
      return node ? [node] : [];
    });
  }
}

/** Re-renders when the store changes and gives the record of a reference. */
export function useNode(id: string): Node | null {
  const environment = useEnvironment();
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
    () => version,
  );
  return Node.at(environment, id);
}

const owner = (name: string): object => ({
  identifier: `${name}{}`,
  node: { fragment: { name, kind: 'Fragment' }, operation: { name, kind: 'Operation' }, params: { name } },
  variables: {},
});
const OWNER = owner('CometModernHomeFeedQuery');

export function refOf(id: string, fragment: string): FragmentRef {
  return { __id: id, __fragments: { [fragment]: {} }, __fragmentOwner: OWNER };
}
