/**
 * Style of the button inside its closed root: fixed hex copies of the design tokens, px only (rem follows the
 * page), one height in every state. `color-scheme` on the wrapper picks light or dark.
 */
export const HOST_STYLE =
  'all:initial;display:inline-flex;flex:0 1 auto;min-width:28px;align-self:center;height:28px;margin:0 8px;margin-inline-start:auto;position:relative;';

/** In a comment's line of small actions: an icon among words. */
export const QUIET_STYLE =
  'min-width:24px;height:24px;margin:-4px 4px;margin-inline-start:4px;vertical-align:middle;';

/** One line when it is built: every byte of it is in every page. */
export const BUTTON_STYLE = `.w{display:inline-flex;min-width:0;color-scheme:light;--s:28px;--c:light-dark(#14191D,#E8ECEE);--b:light-dark(#FFF,#1B2124);--f:light-dark(#0B5F6E,#7FD2DF)}\
.dark{color-scheme:dark}\
button{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;gap:6px;height:var(--s);padding:0 10px 0 8px;border:1px solid light-dark(#C9D0D4,#3C464B);border-radius:8px;background:var(--b);color:var(--c);font:600 12px/16px system-ui,sans-serif;font-variant-numeric:tabular-nums;white-space:nowrap;cursor:pointer;user-select:none}\
button:hover{background:light-dark(#EFF2F3,#262E32)}\
button:focus-visible{outline:2px solid var(--f);outline-offset:2px;z-index:1}\
svg{width:15px;height:15px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}\
i{font-style:normal;font-weight:500}\
.m{flex:0 1 auto;min-width:var(--s)}\
.m span{min-width:0;overflow:hidden;text-overflow:ellipsis}\
.new{--c:light-dark(#3B4AAE,#B3BCFF);--b:light-dark(#ECEEFB,#23284A)}\
.waiting{--c:light-dark(#3F4A52,#C3CCD2);--b:light-dark(#ECEFF1,#283035)}\
.near{--c:light-dark(#854600,#F6BC5E);--b:light-dark(#FFF0D9,#382A12)}\
.overdue{--c:light-dark(#FFF,#2A0605);--b:light-dark(#B8231C,#F2857C)}\
.responded{--c:light-dark(#0B5F6E,#6CCBDA);--b:light-dark(#E2F0F2,#143037)}\
.paused{--c:light-dark(#585370,#C0BAD6);--b:light-dark(#F0EEF5,#2B2836)}\
.outside{--c:light-dark(#77398C,#DEABEF);--b:light-dark(#F7EDFA,#382241)}\
.done{--c:light-dark(#1B683A,#83D7A4);--b:light-dark(#E4F4EA,#15331F)}\
.new svg{stroke-dasharray:3.84 4.014;stroke-dashoffset:1.92}\
.tone button,.q button{border-color:transparent}\
.tone button:hover{background:color-mix(in srgb,var(--b) 90%,var(--c))}\
.dash button{border-style:dashed}\
.only:not(.two) .m{width:var(--s);padding:0;justify-content:center}\
.only:not(.two) .m span{display:none}\
.q{--s:24px}\
.q button{border-radius:6px;font-size:11px}\
.q:not(.tone){--c:light-dark(#5A666D,#A3AFB5);--b:none}\
.q:is(.on,:hover,:focus-within):not(.tone){--c:var(--f);--b:light-dark(#E2F0F2,#143037)}\
.q button:hover{background:var(--b)}\
.q svg{width:14px;height:14px}\
@media (forced-colors:active){.tone button{border-color:ButtonBorder}}\
.v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;
