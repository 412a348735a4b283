import { useEffect, useState } from 'react';
import { database } from '../../storage/database.ts';
import { readPhoto } from '../../storage/read/photo.ts';

/**
 * An object URL of a stored photo (its small version with `thumb`, where there is one); revoked when the
 * photo leaves the page. Undefined while reading; null when the photo is not here.
 */
export function usePhotoUrl(hash: string, thumb = false): string | null | undefined {
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let made = '';
    let gone = false;
    setUrl(undefined);
    if (!hash) {
      setUrl(null);
      return;
    }
    readPhoto(database, hash)
      .then((row) => {
        if (gone) return;
        if (!row) {
          setUrl(null);
          return;
        }
        const small = thumb ? row.thumb : undefined;
        made = URL.createObjectURL(new Blob([small ?? row.bytes], { type: small ? 'image/jpeg' : row.mime }));
        setUrl(made);
      })
      .catch(() => {
        if (!gone) setUrl(null);
      });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [hash, thumb]);
  return url;
}
