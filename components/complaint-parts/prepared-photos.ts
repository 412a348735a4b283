import { useEffect, useMemo, useRef, useState } from 'react';
import type { PreparedPhoto } from '../../channels/channel.ts';
import { cleanPhoto, type Redaction } from '../../channels/clean-photo.ts';
import { database } from '../../storage/database.ts';
import { readPhoto } from '../../storage/read/photo.ts';

export interface ChosenPhoto {
  hash: string;
  redactions: readonly Redaction[];
}

/** Photos as they may leave; `failed` = hashes that are no longer pictures here. */
export interface PreparedPhotos {
  photos: PreparedPhoto[];
  hashes: string[];
  failed: string[];
}

function keyOf(photo: ChosenPhoto): string {
  return photo.hash + JSON.stringify(photo.redactions);
}

/**
 * Prepares the chosen photos ahead, so that at the click they are there and the clipboard still counts it as a
 * gesture. The answer waits for those that are still under way.
 */
export function usePreparedPhotos(chosen: readonly ChosenPhoto[]): () => Promise<PreparedPhotos> {
  const cache = useRef(new Map<string, Promise<PreparedPhoto | null>>());
  const [, settle] = useState(0);
  const wanted = useMemo(() => chosen.map((photo) => ({ photo, key: keyOf(photo) })), [chosen]);
  useEffect(() => {
    const known = cache.current;
    const keys = new Set(wanted.map((w) => w.key));
    for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
    for (const { photo, key } of wanted) if (!known.has(key)) known.set(key, prepare(photo));
    void Promise.all(known.values()).then(() => settle((n) => n + 1));
  }, [wanted]);
  return async () => {
    const made = await Promise.all(
      wanted.map(async ({ photo, key }) => ({
        hash: photo.hash,
        made: await (cache.current.get(key) ?? prepare(photo)),
      })),
    );
    const photos: PreparedPhoto[] = [];
    const hashes: string[] = [];
    const failed: string[] = [];
    for (const { hash, made: photo } of made) {
      if (!photo) {
        failed.push(hash);
        continue;
      }
      photos.push(photo);
      hashes.push(hash);
    }
    return { photos, hashes, failed };
  };
}

async function prepare(photo: ChosenPhoto): Promise<PreparedPhoto | null> {
  try {
    const row = await readPhoto(database, photo.hash);
    return row ? await cleanPhoto(row.bytes, row.mime, photo.redactions) : null;
  } catch {
    return null;
  }
}
