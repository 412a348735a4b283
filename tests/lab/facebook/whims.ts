import { isLang, type Lang } from './words.ts';

/** What a visit asks of the site besides its address: `?lang=ar&hostile=sweep`. None of it is in the address afterwards. */
export interface Whims {
  lang: Lang;
  /** `sweep`: the page removes nodes that are not its own, again and again. */
  hostile: '' | 'sweep';
  /** `auto`: units out of view are not laid out (`content-visibility`); `strict`: `contain: strict` on media boxes. */
  contain: '' | 'auto' | 'strict';
  /** `late`: the shell stays three seconds; `islands`: the app's data leaves the document after it was read. */
  hydrate: '' | 'late';
  /** Nobody is signed in: times are plain links, and a wall lies over the page. */
  guest: boolean;
  /** Islands of another address stand in the document, as after a long walk through the site. */
  stale: boolean;
}

export const WHIM_NAMES = ['lang', 'hostile', 'contain', 'hydrate', 'guest', 'stale'] as const;

export function whimsOf(url: URL): Whims {
  const get = (name: (typeof WHIM_NAMES)[number]): string => url.searchParams.get(name) ?? '';
  const lang = get('lang');
  const contain = get('contain');
  return {
    lang: isLang(lang) ? lang : 'id',
    hostile: get('hostile') === 'sweep' ? 'sweep' : '',
    contain: contain === 'auto' || contain === 'strict' ? contain : '',
    hydrate: get('hydrate') === 'late' ? 'late' : '',
    guest: get('guest') === '1',
    stale: get('stale') === '1',
  };
}
