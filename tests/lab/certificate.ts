import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Names under which the lab answers. */
export const NAMES: readonly string[] = [
  'www.instagram.com',
  'instagram.com',
  'www.facebook.com',
  'web.facebook.com',
  'facebook.com',
  '*.cdninstagram.com',
  '*.fbcdn.net',
  '*.xx.fbcdn.net',
  '*.fna.fbcdn.net',
  '*.fcgk1-1.fna.fbcdn.net',
];

export interface Certificate {
  key: string;
  cert: string;
}

const DAY = 86_400_000;

/** A self-signed certificate for the lab's names, kept in `folder` for a few days because making one takes time. */
export async function certificate(folder: string): Promise<Certificate> {
  const file = join(folder, `certificate-${Math.floor(Date.now() / (7 * DAY))}.json`);
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Certificate;
    if (kept.key && kept.cert) return kept;
  } catch {
    // None yet.
  }
  const made = await generate([{ name: 'commonName', value: 'www.instagram.com' }], {
    keySize: 2048,
    notBeforeDate: new Date(Date.now() - 2 * DAY),
    notAfterDate: new Date(Date.now() + 30 * DAY),
    extensions: [{ name: 'subjectAltName', altNames: NAMES.map((value) => ({ type: 2, value })) }],
  });
  const fresh = { key: made.private, cert: made.cert };
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(fresh));
  renameSync(partial, file);
  return fresh;
}
