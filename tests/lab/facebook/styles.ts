import { hash32 } from './seeded.ts';

/** The look of each part, as declarations that become one class each. `:state|` before a declaration is a pseudo-class. */
const PARTS = {
  body: 'margin:0;background:var(--wash);color:var(--text);font:15px/1.3333 "Segoe UI","Inter","Noto Sans",sans-serif;overflow-y:scroll',
  bar: 'position:fixed;top:0;left:0;right:0;height:56px;display:flex;align-items:center;justify-content:space-between;padding:0 16px;background:var(--card);box-shadow:0 1px 2px var(--shade);z-index:3',
  logo: 'width:40px;height:40px;border-radius:50%;background:var(--accent);color:#fff;display:flex;align-items:center;justify-content:center;font-weight:700;font-size:26px;text-decoration:none',
  search:
    'margin-left:8px;height:40px;border-radius:50px;background:var(--wash);border:0;padding:0 16px;width:200px;color:var(--text);font-size:15px',
  tabs: 'display:flex;gap:8px;height:56px',
  tab: 'display:flex;align-items:center;padding:0 24px;color:var(--dim);text-decoration:none;font-weight:600;border-bottom:3px solid transparent',
  row: 'display:flex;align-items:center',
  columns: 'display:flex;justify-content:center;padding-top:56px;gap:32px;min-height:100vh',
  side: 'width:260px;padding:16px 8px;flex-shrink:1;min-width:0',
  sideLink:
    'display:flex;align-items:center;gap:12px;padding:8px;border-radius:8px;color:var(--text);text-decoration:none;font-weight:500;:hover|background:var(--hover)',
  dot: 'width:36px;height:36px;border-radius:50%;background:var(--tint);flex-shrink:0',
  main: 'width:590px;max-width:100vw;padding-top:16px;flex-shrink:0',
  hiddenHeading: 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);margin:0',
  card: 'background:var(--card);border-radius:8px;box-shadow:0 1px 2px var(--shade);margin-bottom:16px;overflow:hidden',
  unit: 'position:relative',
  composer:
    'background:var(--card);border-radius:8px;box-shadow:0 1px 2px var(--shade);margin-bottom:16px;padding:12px 16px;display:flex;gap:8px;align-items:center',
  composerField:
    'flex:1;background:var(--wash);border-radius:20px;padding:9px 12px;color:var(--dim);cursor:pointer',
  tray: 'display:flex;gap:8px;margin-bottom:16px;overflow:hidden',
  tile: 'width:112px;height:200px;border-radius:8px;background:linear-gradient(160deg,var(--tint),var(--accent));flex-shrink:0;color:#fff;display:flex;align-items:flex-end;padding:8px;box-sizing:border-box;font-size:13px;font-weight:600;text-decoration:none',
  header: 'display:flex;gap:8px;padding:12px 16px 0;align-items:flex-start',
  headerText: 'flex:1;min-width:0',
  avatar: 'display:block;width:40px;height:40px',
  name: 'margin:0;font-size:15px;font-weight:400;line-height:1.3333;overflow-wrap:anywhere',
  link: 'color:var(--text);text-decoration:none;font-weight:600;:hover|text-decoration:underline',
  quietLink: 'color:var(--dim);text-decoration:none;:hover|text-decoration:underline',
  sub: 'display:flex;align-items:center;gap:4px;color:var(--dim);font-size:13px;flex-wrap:wrap',
  label: 'position:relative;overflow:hidden',
  away: 'pointer-events:none;user-select:none',
  glyph: 'width:12px;height:12px;fill:currentColor;flex-shrink:0',
  round:
    'width:36px;height:36px;border-radius:50%;display:flex;align-items:center;justify-content:center;color:var(--dim);cursor:pointer;flex-shrink:0;:hover|background:var(--hover)',
  icon: 'width:20px;height:20px;fill:currentColor',
  message: 'padding:4px 16px 16px;overflow-wrap:anywhere',
  posterLink: 'color:#fff;text-decoration:underline',
  paragraph: 'margin:8px 0 0',
  emoji: 'width:16px;height:16px;vertical-align:-3px;display:inline-block',
  more: 'display:inline;font-weight:600;color:var(--text);cursor:pointer;:hover|text-decoration:underline',
  textLink: 'color:var(--accentText);text-decoration:none;:hover|text-decoration:underline',
  poster:
    'min-height:300px;display:flex;align-items:center;justify-content:center;text-align:center;padding:36px;color:#fff;font-size:28px;font-weight:700;line-height:1.2;box-sizing:border-box;overflow-wrap:anywhere',
  poster0: 'background-image:linear-gradient(135deg,#b3123f,#f2703a)',
  poster1: 'background-image:linear-gradient(135deg,#3b2a9d,#1f7ad1)',
  poster2: 'background-image:linear-gradient(135deg,#0c6b58,#36a852)',
  poster3: 'background-image:linear-gradient(135deg,#2c2f38,#6b7280)',
  photos: 'display:grid;gap:2px;grid-template-columns:repeat(6,1fr)',
  photoLink: 'display:block;position:relative;overflow:hidden;background:var(--wash)',
  wide: 'grid-column:span 6;aspect-ratio:16/9',
  half: 'grid-column:span 3;aspect-ratio:1',
  third: 'grid-column:span 2;aspect-ratio:1',
  photo: 'display:block;width:100%;height:100%;object-fit:cover',
  photoSolo: 'display:block;width:100%;height:auto;max-height:680px;object-fit:cover',
  plus: 'position:absolute;inset:0;background:rgba(0,0,0,.4);color:#fff;font-size:32px;font-weight:600;display:flex;align-items:center;justify-content:center',
  videoBox: 'position:relative;background:#000;width:100%;aspect-ratio:16/9;overflow:hidden',
  video: 'position:absolute;inset:0;width:100%;height:100%',
  videoPoster: 'position:absolute;inset:0;width:100%;height:100%;object-fit:contain',
  enlarge:
    'position:absolute;right:8px;bottom:8px;width:32px;height:32px;border-radius:50%;background:rgba(0,0,0,.5);color:#fff;display:flex;align-items:center;justify-content:center;text-decoration:none',
  linkCard: 'display:block;background:var(--wash);padding:12px 16px;color:var(--text);text-decoration:none',
  linkHost: 'color:var(--dim);font-size:13px;text-transform:uppercase',
  linkTitle: 'font-weight:600;margin-top:2px',
  nested: 'border:1px solid var(--line);border-radius:8px;margin:0 16px 12px;overflow:hidden',
  counts:
    'display:flex;align-items:center;padding:10px 16px;color:var(--dim);gap:12px;border-bottom:1px solid var(--line);margin:0 0 4px',
  reactions: 'display:flex',
  reaction:
    'width:18px;height:18px;border-radius:50%;display:inline-flex;align-items:center;justify-content:center;font-size:10px;color:#fff;background:var(--accent)',
  reactionLove: 'background:#e3344c',
  grow: 'flex:1',
  count: 'cursor:pointer;:hover|text-decoration:underline',
  actions: 'display:flex;padding:0 12px 4px;gap:4px',
  action:
    'flex:1;display:flex;align-items:center;justify-content:center;height:36px;border-radius:6px;color:var(--dim);font-weight:600;cursor:pointer;:hover|background:var(--hover)',
  actionInner: 'display:flex;align-items:center;gap:6px',
  comments: 'padding:4px 16px 12px;border-top:1px solid var(--line);list-style:none;margin:0',
  comment: 'display:flex;gap:6px;padding-top:8px;outline:none',
  commentAvatar: 'display:block;width:32px;height:32px',
  bubble:
    'background:var(--wash);border-radius:18px;padding:8px 12px;display:inline-block;max-width:100%;box-sizing:border-box;overflow-wrap:anywhere',
  commentFoot:
    'display:flex;gap:12px;list-style:none;margin:2px 0 0;padding:0 12px;font-size:12px;font-weight:600;color:var(--dim)',
  order: 'padding:8px 16px;color:var(--dim);font-weight:600;cursor:pointer',
  bone: 'background:var(--tint);border-radius:8px;margin-bottom:8px',
  boneName: 'width:40%;height:10px',
  boneTime: 'width:25%;height:10px',
  boneBody: 'width:100%;height:120px',
  skeleton: 'padding:16px',
  people: 'padding:12px 16px',
  personCard: 'border:1px solid var(--line);border-radius:8px;padding:12px;flex:1;min-width:0',
  addButton:
    'background:var(--tint);color:var(--text);border-radius:6px;padding:8px;text-align:center;font-weight:600;margin-top:8px;cursor:pointer',
  veil: 'position:fixed;inset:0;background:var(--veil);z-index:5;display:flex;justify-content:center;align-items:flex-start;overflow:auto;padding:56px 0',
  dialog:
    'background:var(--card);border-radius:8px;width:700px;max-width:100vw;box-shadow:0 12px 28px var(--shade);position:relative',
  dialogTitle:
    'text-align:center;font-size:20px;font-weight:700;margin:0;padding:18px 60px;border-bottom:1px solid var(--line)',
  dialogClose:
    'position:absolute;right:16px;top:12px;width:36px;height:36px;border-radius:50%;background:var(--tint);display:flex;align-items:center;justify-content:center;cursor:pointer;font-size:20px',
  groupBanner: 'background:var(--card);padding:24px 16px;border-radius:8px;margin-bottom:16px',
  groupTitle: 'margin:0;font-size:28px;font-weight:700',
  sort: 'color:var(--dim);font-weight:600;margin:0 0 12px;font-size:15px',
  suggested: 'padding:12px 16px 0;margin:0;font-size:13px;color:var(--dim);font-weight:600',
  fullWindow: 'padding-top:56px;min-height:100vh;box-sizing:border-box',
  viewerColumns: 'display:flex;height:calc(100vh - 56px)',
  viewer:
    'display:flex;flex:1;min-width:0;background:#000;align-items:center;justify-content:center;position:relative',
  viewerSide: 'width:360px;flex-shrink:0;background:var(--card);overflow:auto',
  viewerPhoto: 'max-width:100%;max-height:100%',
  viewerOver: 'position:fixed;inset:56px 0 0 0;background:#000;z-index:5',
  viewerClose:
    'position:absolute;left:12px;top:12px;width:40px;height:40px;border-radius:50%;background:var(--tint);display:flex;align-items:center;justify-content:center;cursor:pointer;font-size:20px;z-index:1',
  arrow:
    'display:inline-flex;width:48px;height:48px;border-radius:50%;background:var(--card);color:var(--text);align-items:center;justify-content:center;font-size:26px;margin:0 6px;text-decoration:none',
  commentPhotoBox: 'margin-top:4px',
  commentPhoto: 'display:block;max-width:200px;max-height:200px;border-radius:12px',
  replies: 'padding-inline-start:20px;margin-top:4px;font-size:14px',
  badge: 'font-size:12px;color:var(--accentText);font-weight:600',
  popup:
    'position:absolute;inset-inline-start:16px;background:var(--card);border-radius:8px;box-shadow:0 2px 12px var(--shade);z-index:2',
  reels: 'position:relative;height:calc(100vh - 56px);overflow:hidden;background:#18191a',
  reelSlot: 'position:absolute;inset:12px 0;display:flex;justify-content:center;transition:transform 0.2s',
  reel: 'display:flex;gap:12px;align-items:flex-end;height:100%',
  reelStage:
    'position:relative;height:100%;min-height:420px;aspect-ratio:9/16;border-radius:8px;overflow:hidden;background:#000',
  reelFilm: 'position:absolute;inset:0;overflow:hidden',
  reelFoot:
    'position:absolute;left:0;right:0;bottom:0;padding:16px;color:#fff;background:linear-gradient(transparent,rgba(0,0,0,.7));overflow-wrap:anywhere;font-size:14px;max-height:45%;overflow:hidden',
  reelSide:
    'display:flex;flex-direction:column;gap:6px;align-items:center;padding-bottom:24px;color:#fff;font-size:13px',
  reelComments: 'width:340px;height:100%;overflow:auto;background:var(--card);border-radius:8px',
  reelArrows:
    'position:absolute;right:24px;top:45%;display:flex;flex-direction:column;gap:12px;background:var(--card);border-radius:20px',
} as const;

export type Part = keyof typeof PARTS;

const THEMES = {
  light:
    '--wash:#f0f2f5;--card:#fff;--text:#080809;--dim:#65686c;--line:#dadde1;--tint:#e2e5e9;--hover:#f2f2f2;--accent:#0866ff;--accentText:#0064d1;--shade:rgba(0,0,0,.15);--veil:rgba(244,244,244,.85);color-scheme:light',
  dark: '--wash:#1c1c1d;--card:#252728;--text:#e2e5e9;--dim:#b0b3b8;--line:#3e4042;--tint:#3b3d3e;--hover:#34383a;--accent:#0866ff;--accentText:#5aa7ff;--shade:rgba(0,0,0,.4);--veil:rgba(11,11,11,.8);color-scheme:dark',
};

const atomOf = (declaration: string, salt: string): string =>
  `x${hash32(`${salt}:${declaration}`).toString(36)}`;

const split = (part: Part): string[] => PARTS[part].split(';');

/** The `class` of a part: one meaningless name per declaration, other names for another salt. */
export function classOf(salt: string, ...parts: Part[]): string {
  return parts.flatMap((part) => split(part).map((d) => atomOf(d, salt))).join(' ');
}

/** The style sheet of all parts. */
export function sheetOf(salt: string): string {
  const rules = new Map<string, string>();
  for (const part of Object.keys(PARTS) as Part[]) {
    for (const declaration of split(part)) {
      const [state, plain] = declaration.startsWith(':') ? declaration.split('|') : ['', declaration];
      rules.set(declaration, `.${atomOf(declaration, salt)}${state}{${plain}}`);
    }
  }
  const themes = `.__fb-light-mode{${THEMES.light}}.__fb-dark-mode{${THEMES.dark}}`;
  const narrow = `@media (max-width:1000px){[role=navigation].${atomOf('width:260px', salt)},[role=complementary]{display:none}}`;
  return `${themes}${[...rules.values()].join('')}${narrow}`;
}
