/**
 * Which signals must be left for a button and for an identity, per surface, and where that is said.
 * `IG` is the anatomy of Instagram's page, `FB` that of Facebook's; numbers are their sections.
 */
export interface Case {
  has(signal: string): boolean;
  kind: 'photo' | 'album' | 'video' | 'text';
  group: boolean;
}

export interface Need {
  /** Enough for exactly one button on the post. */
  button(c: Case): boolean;
  /** Enough, with the layers that are there, for its identity. */
  identity(c: Case): boolean;
  words: string;
  source: string;
}

const heart = (c: Case) => c.has('heart') && c.has('icon-size');
const time = (c: Case) => c.has('time-link') && c.has('datetime');
const igRow = (c: Case) => heart(c) || c.has('section');
const layers = (c: Case) => c.has('store') || c.has('island');

const author = (c: Case) => c.has('profile_name') || (c.has('heading') && c.has('author-link'));
const marked = (c: Case) => c.has('profile_name') && c.has('message');
const photos = (c: Case) => c.kind === 'photo' || c.kind === 'album';
const body = (c: Case) => c.has('message') || (c.has('media') && c.kind !== 'text');

const fbUnit: Need = {
  button: (c) => c.has('action-row') && (c.has('unit') ? author(c) || body(c) : marked(c)),
  identity: (c) =>
    (c.has('photo-set') && c.has('media') && photos(c)) || (c.has('time-href') && (c.group || layers(c))),
  words:
    'row of actions; unit (posinset or article) and a name or words or media, else name and words both marked. Identity: `set=pcb.N` of a photo, or a real time link with the group’s number or a layer that knows the alias',
  source: 'FB 2.2, 15 L0 (a–c, two of three signs); 4.2; 15 L2',
};

const igArticle: Need = {
  button: (c) => time(c) && igRow(c) && (c.has('article') || (heart(c) && c.has('media'))),
  identity: (c) => time(c),
  words: 'own linked time; heart or section with controls; article, else heart and media around the time',
  source: 'IG 1.1, 1.2, 1.7, 3',
};

const film: Need = {
  button: (c) => c.has('action-row') && author(c) && c.has('message'),
  identity: (c) => layers(c) && (c.has('message') || c.has('author-link')),
  words:
    'film, name, marked words, row of actions; identity from a layer that names the film and agrees on author or words',
  source: 'FB 2.2 (video, watch, reel), 15 L0 f–g',
};

export const NEEDS: Record<string, Need> = {
  'ig-feed': igArticle,
  'ig-post': {
    ...igArticle,
    button: (c) => time(c) && heart(c) && c.has('media'),
    words: 'own linked time; heart at 24 px; media; none of it an article',
    source: 'IG 1.2, 1.7, 3',
  },
  'ig-post-article': {
    ...igArticle,
    button: (c) => time(c) && igRow(c) && c.has('article'),
    words: 'article; own linked time; heart or section',
    source: 'IG 1.2 (older layout)',
  },
  'ig-dialog': {
    ...igArticle,
    button: (c) => time(c) && igRow(c) && c.has('article') && c.has('dialog'),
    words: 'dialog; article; own linked time; heart or section',
    source: 'IG 1.3',
  },
  'ig-touch': {
    ...igArticle,
    button: (c) => time(c) && igRow(c) && c.has('article'),
    words: 'article; own linked time; heart or section',
    source: 'IG 1.2 (touch)',
  },
  'ig-reels': {
    button: (c) => heart(c) && c.has('cover') && c.has('virtualized') && c.has('island'),
    identity: (c) => c.has('cover') && c.has('island'),
    words:
      'heart; cover whose file name an island knows; the slot’s mark. A slot that is not identified may go without',
    source: 'IG 1.4 (b)',
  },
  'fb-feed-a': fbUnit,
  'fb-feed-b': fbUnit,
  'fb-group': fbUnit,
  'fb-timeline': fbUnit,
  'fb-search': fbUnit,
  'fb-permalink': {
    ...fbUnit,
    identity: (c) => fbUnit.identity(c) || c.group,
    words: `${fbUnit.words}; the address, when it holds the number`,
  },
  'fb-dialog': {
    ...fbUnit,
    button: (c) =>
      c.has('action-row') && (c.has('dialog') ? c.has('profile_name') || c.has('message') : fbUnit.button(c)),
    identity: (c) => fbUnit.identity(c) || (c.group && c.has('dialog')),
    words:
      'dialog and row of actions and name or words marked; else as in a feed. Identity also from the address',
    source: 'FB 2.1, 15 L0 e',
  },
  'fb-photo': {
    button: (c) =>
      c.has('action-row') &&
      c.has('complementary') &&
      author(c) &&
      c.has('message') &&
      (c.has('media-vc') || c.has('pagelet')),
    identity: () => true,
    words:
      'picture’s mark; complementary column with name, marked words, row of actions; identity from `set=pcb.N` in the address',
    source: 'FB 2.2 (photo viewer), 15 L0 f',
  },
  'fb-video': { ...film, button: (c) => film.button(c) && c.has('complementary') },
  'fb-watch': {
    ...film,
    identity: (c) => film.identity(c) && (c.has('time-href') || c.has('video-id')),
    words: `${film.words}; the film has to be named by the time’s link or by its box`,
  },
  'fb-reel': { ...film, button: (c) => film.button(c) && c.has('video-id') },
};

/** For comments: enough for a button, and for the comment's own name. */
export const COMMENT_NEEDS: Record<'instagram' | 'facebook', Need> = {
  instagram: {
    button: (c) => c.has('c-time') && c.has('c-reply'),
    identity: (c) => c.has('c-time'),
    words: 'time in a link to `/c/ID`; the line of words that can be pressed',
    source: 'IG 1.6',
  },
  facebook: {
    button: (c) => c.has('c-label') && c.has('c-actions') && c.has('c-time'),
    identity: (c) => c.has('c-time'),
    words: 'article with a label; time link with `comment_id`; the list of small actions',
    source: 'FB 5.1',
  },
};
