import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { type FlatRecord, normalise, type Records } from '../records.ts';
import { send } from './network.ts';

/** What a component is given instead of data: which record, and which fragment of it. */
export interface FragmentRef {
  readonly __id: string;
  readonly __fragments: Record<string, object>;
  readonly __fragmentOwner: object;
}

type Raw = Parameters<typeof RecordSource.create>[0];

let version = 0;
const listeners = new Set<() => void>();

export function createEnvironment(): Environment {
  return new Environment({
    configName: 'PolarisRelayEnvironment',
    network: Network.create((request, variables) => send(request.name, variables)),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 500 }),
  });
}

export function publish(environment: Environment, records: Records): void {
  environment.getStore().publish(RecordSource.create(records as unknown as Raw));
  environment.getStore().notify();
  version++;
  for (const listener of [...listeners]) listener();
}

export function publishAnswer(environment: Environment, data: Record<string, unknown>, args: string): void {
  publish(environment, normalise(data, args));
}

const EnvironmentContext = createContext<Environment | null>(null);

export function RelayEnvironmentProvider(props: { environment: Environment; children: ReactNode }) {
  return <EnvironmentContext value={props.environment}>{props.children}</EnvironmentContext>;
}

export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (!environment) throw new Error('no environment above');
  return environment;
}

const refs = new Map<string, FragmentRef>();

export function refOf(id: string, fragment: string): FragmentRef {
  const key = `${fragment} ${id}`;
  let ref = refs.get(key);
  if (!ref) {
    const owner = {
      identifier: `${fragment}Query{}`,
      node: { params: { name: `${fragment}Query` } },
      variables: {},
    };
    ref = { __id: id, __fragments: { [fragment]: {} }, __fragmentOwner: owner };
    refs.set(key, ref);
  }
  return ref;
}

/** A record with its links followed on demand. */
export class Reader {
  private readonly environment: Environment;
  readonly record: FlatRecord;

  constructor(environment: Environment, record: FlatRecord) {
    this.environment = environment;
    this.record = record;
  }

  static at(environment: Environment, id: string): Reader | null {
    const record = environment.getStore().getSource().get(id) as unknown as FlatRecord | null | undefined;
    return record ? new Reader(environment, record) : null;
  }

  get id(): string {
    return this.record.__id;
  }

  text(key: string): string {
    const value = this.record[key];
    return typeof value === 'string' ? value : '';
  }

  number(key: string): number {
    const value = this.record[key];
    return typeof value === 'number' ? value : 0;
  }

  flag(key: string): boolean {
    return this.record[key] === true;
  }

  one(key: string): Reader | null {
    const ref = (this.record[key] as { __ref?: string } | null | undefined)?.__ref;
    return ref ? Reader.at(this.environment, ref) : null;
  }

  many(key: string): Reader[] {
    const list = (this.record[key] as { __refs?: (string | null)[] } | null | undefined)?.__refs ?? [];
    return list.flatMap((ref) => {
      const reader = ref ? Reader.at(this.environment, ref) : null;
      return reader ? [reader] : [];
    });
  }
}

/** Renders again whenever the store changes. */
export function useStore(): Environment {
  const environment = useEnvironment();
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
    () => version,
  );
  return environment;
}

/** The record behind a fragment reference. */
export function useFragment(ref: FragmentRef): Reader {
  const environment = useStore();
  const reader = Reader.at(environment, ref.__id);
  if (!reader) throw new Error(`no record ${ref.__id}`);
  return reader;
}
