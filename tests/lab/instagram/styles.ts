import { hash, random } from '../random.ts';

/** One style per part. `&` stands for the part's own class. */
const PARTS = {
  root: '&{display:flex;min-height:100vh}',
  nav: '&{position:sticky;top:0;height:100vh;width:72px;flex:none;border-right:1px solid var(--line);display:flex;flex-direction:column;gap:26px;padding:34px 23px;box-sizing:border-box}',
  main: '&{flex:1;min-width:0;display:flex;flex-direction:column;align-items:center}',
  columns: '&{display:flex;justify-content:center;gap:64px;width:100%;max-width:1013px;padding-top:16px}',
  feed: '&{width:470px;max-width:100%;overflow-anchor:none}',
  aside: '&{width:320px;padding-top:36px}@media(max-width:1000px){&{display:none}}',
  tray: '&{overflow:hidden;padding:8px 0 20px}& ul{display:flex;gap:14px;list-style:none;margin:0;padding:0}',
  trayItem:
    '&{width:66px;text-align:center;font-size:12px;cursor:pointer}& span{display:block;overflow:hidden;text-overflow:ellipsis}',
  article:
    '&{border-bottom:1px solid var(--line);padding:12px 0 16px;box-sizing:border-box;position:relative}',
  header: '&{display:flex;align-items:center;gap:12px;padding:4px 4px 12px}',
  grow: '&{flex:1;min-width:0}',
  ring: '&{position:relative;width:42px;height:42px;display:block;cursor:pointer}& canvas{position:absolute;left:0;top:0;width:42px;height:42px;border-radius:50%;box-shadow:inset 0 0 0 2px #d6336c}& span{position:absolute;left:5px;top:5px;width:32px;height:32px}',
  avatar:
    '&{width:32px;height:32px;border-radius:50%;display:block;overflow:hidden}& img,img&{width:100%;height:100%;object-fit:cover;border-radius:50%}',
  byline: '&{display:flex;align-items:center;gap:4px;flex-wrap:wrap}',
  name: '&{font-weight:600;color:inherit;text-decoration:none;overflow-wrap:anywhere}& div{display:inline}',
  badge: '&{display:inline-block;vertical-align:-1px;margin-left:4px}',
  headline: '&{display:inline}',
  muted: '&{color:var(--muted);text-decoration:none}',
  small: '&{font-size:12px}',
  link: '&{color:var(--link);text-decoration:none}',
  follow: '&{color:var(--blue);font-weight:600;cursor:pointer}',
  icon: '&{display:flex;align-items:center;justify-content:center;cursor:pointer}',
  media:
    '&{position:relative;border:1px solid var(--line);border-radius:4px;overflow:hidden;background:var(--sunk)}',
  frame:
    '&{position:relative;overflow:hidden}& img,& video{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}',
  slides:
    '&{position:absolute;inset:0}& ul{list-style:none;margin:0;padding:0;height:100%}& li{position:absolute;inset:0}',
  arrow:
    '&{position:absolute;top:50%;margin-top:-13px;width:26px;height:26px;border:0;border-radius:50%;background:#fffc;cursor:pointer;z-index:1}',
  next: '&{right:12px}',
  back: '&{left:12px}',
  dots: '&{position:absolute;bottom:14px;left:0;right:0;display:flex;justify-content:center;gap:4px}',
  dot: '&{width:6px;height:6px;border-radius:50%;background:#fff9}',
  dotOn: '&{width:6px;height:6px;border-radius:50%;background:#fff}',
  bar: '&{display:flex;justify-content:space-between;align-items:center;padding:10px 0}',
  group: '&{display:flex;align-items:center;gap:8px}',
  count: '&{font-weight:600;font-size:14px;cursor:pointer;padding-right:6px}',
  line: '&{padding-bottom:6px}',
  caption: '&{overflow-wrap:anywhere}',
  more: '&{color:var(--muted);cursor:pointer}',
  compose:
    '&{padding-top:8px}& textarea{width:100%;border:0;background:none;color:inherit;font:inherit;resize:none;height:18px;padding:0}',
  cta: '&{display:flex;justify-content:space-between;padding:12px;background:var(--sunk);color:inherit;text-decoration:none;font-weight:600}',
  letters: '&{display:flex}',
  away: '&{position:absolute;left:-9999px}',
  ghost: '&{background:var(--sunk);border-radius:4px;height:12px;width:140px;margin-top:6px}',
  ghostMedia: '&{background:var(--sunk);height:420px}',
  people: '&{border-bottom:1px solid var(--line);padding:16px 0}',
  cards: '&{display:flex;gap:12px;overflow:hidden;padding-top:12px}',
  card: '&{border:1px solid var(--line);border-radius:8px;padding:16px;flex:none;width:150px;text-align:center;display:flex;flex-direction:column;align-items:center;gap:8px}',
  button:
    '&{background:var(--blue);color:#fff;border-radius:8px;padding:6px 16px;font-weight:600;cursor:pointer;text-align:center}',
  end: '&{text-align:center;padding:40px 0;color:var(--muted)}',
  page: '&{width:100%;max-width:935px;padding:30px 20px;box-sizing:border-box}',
  split:
    '&{display:flex;border:1px solid var(--line);border-radius:4px;min-height:460px;height:min(760px,82vh)}',
  left: '&{flex:1.5;min-width:0;background:var(--sunk);display:flex;flex-direction:column;justify-content:center}',
  right:
    '&{flex:1;min-width:300px;min-height:0;display:flex;flex-direction:column;padding:14px 16px 0;box-sizing:border-box}',
  scroll: '&{flex:1;overflow:auto;min-height:0}',
  rule: '&{border:0;border-top:1px solid var(--line);margin:10px 0;width:100%}',
  row: '&{display:flex;gap:12px;padding:8px 0}',
  actions:
    '&{display:flex;gap:12px;font-size:12px;color:var(--muted);padding-top:6px}& [role=button]{cursor:pointer}',
  gif: '&{width:120px;height:80px;border-radius:8px;display:block;margin-top:4px}',
  plus: '&{display:flex;justify-content:center;padding:10px 0}',
  bare: '&{background:none;border:0;color:inherit;cursor:pointer;padding:8px}',
  plain: '&{font:inherit;margin:0;display:inline}',
  slim: '&{background:none;border:0;color:inherit;font:inherit;padding:0;cursor:pointer}',
  list: '&{list-style:none;margin:0;padding:0}',
  replies: '&{padding-left:44px}& li{font-size:12px;color:var(--muted);padding:4px 0;cursor:pointer}',
  grid: '&{display:grid;grid-template-columns:repeat(3,1fr);gap:4px;padding-top:16px}',
  tile: '&{position:relative;display:block;aspect-ratio:3/4;overflow:hidden;background:var(--sunk)}& div{height:100%}& img{width:100%;height:100%;object-fit:cover;display:block}& svg{position:absolute;right:8px;top:8px;color:#fff}',
  veil: '&{position:fixed;inset:0;background:#000a;display:flex;align-items:center;justify-content:center;z-index:10}',
  dialog:
    '&{background:var(--page);width:min(1000px,86vw);max-height:92vh;overflow:hidden;border-radius:4px}',
  sheet: '&{display:flex;max-height:92vh}',
  close: '&{position:fixed;right:18px;top:18px;color:#fff;cursor:pointer;z-index:11}',
  pageArrow:
    '&{position:fixed;top:50%;width:32px;height:32px;border:0;border-radius:50%;background:#fff;cursor:pointer;z-index:11}',
  toLeft: '&{left:12px}',
  toRight: '&{right:12px}',
  story:
    '&{background:#1a1a1a;color:#fff;position:fixed;inset:0;display:flex;align-items:center;justify-content:center}',
  tale: '&{background:linear-gradient(#7b3fa0,#c2476b);border-radius:8px;display:flex;align-items:center;justify-content:center;height:70vh;margin:12px 0;width:380px;max-width:90vw}',
  reels: '&{height:100vh;width:100%;overflow-y:scroll;scroll-snap-type:y mandatory;overflow-anchor:none}',
  slot: '&{scroll-snap-align:start;height:calc(100vh - 24px);padding:12px 0;display:flex;justify-content:center;align-items:flex-end;gap:16px}',
  reel: '&{position:relative;height:100%;aspect-ratio:9/16;background:var(--sunk);border-radius:8px;overflow:hidden}& video{position:absolute;inset:0;width:100%;height:100%;background:#2b3340}',
  reelCover: '&{position:absolute;inset:0;width:100%;height:100%;object-fit:cover;z-index:1}',
  reelText:
    '&{position:absolute;left:0;right:0;bottom:0;padding:60px 16px 16px;color:#fff;background:linear-gradient(#0000,#000a);z-index:2;box-sizing:border-box}& a{color:#fff}',
  upright:
    '&{display:flex;flex-direction:column;gap:18px;align-items:center;padding-bottom:8px;width:56px}& [role=button]{cursor:pointer;text-align:center;font-size:12px}',
  panel:
    '&{position:fixed;right:10px;bottom:24px;top:24px;width:318px;background:var(--page);border:1px solid var(--line);border-radius:12px;display:flex;flex-direction:column;z-index:8;box-shadow:0 4px 24px #0004;padding:12px 16px;box-sizing:border-box}',
  poster: '&{background-size:cover;background-position:center;height:100%}',
  tabs: '&{display:flex;justify-content:center;gap:60px;border-top:1px solid var(--line);padding-top:14px}& a{color:inherit;text-decoration:none;font-weight:600;font-size:12px}',
  chat: '&{width:100%;max-width:760px;display:flex;flex-direction:column;gap:10px;padding:24px;box-sizing:border-box}',
  mine: '&{align-self:flex-end;max-width:300px;background:var(--blue);color:#fff;border-radius:18px;padding:8px 12px}',
  theirs:
    '&{align-self:flex-start;max-width:300px;background:var(--sunk);border-radius:18px;padding:8px 12px}',
  shared:
    '&{align-self:flex-start;width:260px;border-radius:18px;overflow:hidden;background:var(--sunk);cursor:pointer}& img{width:100%;display:block}& div{padding:8px 12px}',
  notice:
    '&{max-width:380px;margin:80px auto;text-align:center;display:flex;flex-direction:column;gap:14px}& input{padding:10px;border:1px solid var(--line);border-radius:6px;background:var(--sunk);color:inherit}',
  behind: '&{filter:blur(6px);pointer-events:none;width:470px;max-width:100%}',
  card2:
    '&{background:var(--page);width:min(400px,90vw);border-radius:12px;padding:20px;max-height:80vh;overflow:auto}',
  people2:
    '&{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;padding:14px 0;text-align:center;font-size:12px}& img{margin:auto}',
  touch: '&{width:100%;max-width:600px;padding-bottom:60px}',
  touchBar:
    '&{position:sticky;top:0;height:44px;background:var(--page);border-bottom:1px solid var(--line);display:flex;align-items:center;z-index:3}& h1{flex:1;text-align:center;font-size:16px;margin:0}& a,& i{width:44px;display:flex;justify-content:center;color:inherit}',
  touchNav:
    '&{position:fixed;bottom:0;left:0;right:0;height:48px;background:var(--page);border-top:1px solid var(--line);display:flex;justify-content:space-around;align-items:center;z-index:3}& a{color:inherit}',
  inset: '&{padding:0 12px}& h1{font-size:14px;font-weight:400;display:inline;margin:0}',
  title: '&{font-size:20px;font-weight:400;margin:0 0 12px}',
  spin: '&{height:24px;margin:16px auto;width:24px;border-radius:50%;border:2px solid var(--line)}',
} as const;

export type Part = keyof typeof PARTS;

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

const own = (salt: string, part: string): string =>
  `x${(hash(`${salt}:${part}`) >>> 0).toString(36).padStart(7, '0')}`;

/** Class names of a part in a session: one that styles and some that do nothing, in no telling order. */
export function classOf(salt: string, ...parts: Part[]): string {
  const dice = random(`${salt}:classes:${parts.join()}`);
  const idle = Array.from({ length: dice.int(1, 3) }, () => `x${dice.letters(6, letters)}`);
  return dice.shuffle([...parts.map((part) => own(salt, part)), ...idle]).join(' ');
}

/** The style sheet of a session. */
export function sheetOf(salt: string): string {
  const base =
    ':root{--page:#fff;--ink:#0c1014;--muted:#6a717a;--line:#dbdfe4;--sunk:#f0f2f5;--blue:#4a5df9;--link:#385898}' +
    '.__fb-dark-mode{--page:#0c1014;--ink:#f5f5f5;--muted:#a8aeb6;--line:#25292e;--sunk:#1a1e23;--blue:#708dff;--link:#b3c7ff;color-scheme:dark}' +
    'body{margin:0;background:var(--page);color:var(--ink);font:14px/18px system-ui,"Segoe UI",Roboto,sans-serif}' +
    '#splash-screen{position:fixed;inset:0;display:flex;align-items:center;justify-content:center}svg{display:block}';
  return (
    base +
    Object.entries(PARTS)
      .map(([part, css]) => css.replaceAll('&', `.${own(salt, part)}`))
      .join('')
  );
}
