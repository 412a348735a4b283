import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Dexie } from 'dexie';

/** A whole database as it lay on disk under one release: schema and rows, bytes as base64. */
export interface Dump {
  version: number;
  tables: Record<string, { schema: string; rows: unknown[] }>;
}

export async function takeDump(db: Dexie, version: number): Promise<Dump> {
  const tables: Dump['tables'] = {};
  for (const table of db.tables) {
    const schema = [table.schema.primKey.src, ...table.schema.indexes.map((index) => index.src)].join(',');
    tables[table.name] = { schema, rows: await table.toArray() };
  }
  return { version, tables };
}

/** Lays a dump down under `name` exactly as that release would have left it. */
export async function layDown(dump: Dump, name: string): Promise<void> {
  const db = new Dexie(name);
  db.version(dump.version).stores(
    Object.fromEntries(Object.entries(dump.tables).map(([key, t]) => [key, t.schema])),
  );
  await db.open();
  for (const [key, { rows }] of Object.entries(dump.tables)) await db.table(key).bulkAdd(rows);
  db.close();
}

export function writeDump(path: string, dump: Dump): void {
  const json = JSON.stringify(dump, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );
  writeFileSync(path, gzipSync(json, { level: 9 }));
}

export function readDump(path: string): Dump {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
    const bytes = Buffer.from(String(value.$bytes), 'base64');
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  }) as Dump;
}
