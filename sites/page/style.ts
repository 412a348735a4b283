/**
 * Style of the button inside its closed root: fixed hex copies of the design tokens, px only (rem follows the
 * page), one height in every state. `color-scheme` on the wrapper picks light or dark.
 */
export const HOST_STYLE =
  'all:initial;display:inline-flex;flex:0 1 auto;min-width:28px;align-self:center;height:28px;margin:0 8px;margin-inline-start:auto;position:relative';

/** In a comment's line of small actions: an icon among words. */
export const QUIET_STYLE =
  'min-width:24px;height:24px;margin:-4px 4px;margin-inline-start:4px;vertical-align:middle';

/** One line when it is built: every byte of it is in every page. */
export const BUTTON_STYLE = `.w{display:inline-flex;min-width:0;color-scheme:light;--f:light-dark(#0B5F6E,#7FD2DF)}\
.w.dark{color-scheme:dark}\
button{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;gap:6px;height:28px;padding:0 10px 0 8px;border:1px solid light-dark(#C9D0D4,#3C464B);border-radius:8px;background:light-dark(#FFF,#1B2124);color:light-dark(#14191D,#E8ECEE);font:600 12px/16px system-ui,sans-serif;font-variant-numeric:tabular-nums;white-space:nowrap;cursor:pointer;user-select:none}\
button:hover{background:light-dark(#EFF2F3,#262E32)}\
button:focus-visible{outline:2px solid var(--f);outline-offset:2px;z-index:1}\
svg{width:15px;height:15px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}\
i{font-style:normal;font-weight:500}\
.m{flex:0 1 auto;min-width:28px}\
.m span{min-width:0;overflow:hidden;text-overflow:ellipsis}\
.u{flex:none}\
.new button{--c:light-dark(#3B4AAE,#B3BCFF);--b:light-dark(#ECEEFB,#23284A)}\
.waiting button{--c:light-dark(#3F4A52,#C3CCD2);--b:light-dark(#ECEFF1,#283035)}\
.near button{--c:light-dark(#854600,#F6BC5E);--b:light-dark(#FFF0D9,#382A12)}\
.overdue button{--c:light-dark(#FFF,#2A0605);--b:light-dark(#B8231C,#F2857C)}\
.responded button{--c:light-dark(#0B5F6E,#6CCBDA);--b:light-dark(#E2F0F2,#143037)}\
.paused button{--c:light-dark(#585370,#C0BAD6);--b:light-dark(#F0EEF5,#2B2836)}\
.outside button{--c:light-dark(#77398C,#DEABEF);--b:light-dark(#F7EDFA,#382241)}\
.done button{--c:light-dark(#1B683A,#83D7A4);--b:light-dark(#E4F4EA,#15331F)}\
.new svg{stroke-dasharray:3.84 4.014;stroke-dashoffset:1.92}\
.tone button{color:var(--c);background:var(--b);border-color:transparent}\
.tone button:hover{background:color-mix(in srgb,var(--b) 90%,var(--c))}\
.dash button{border-style:dashed}\
.two .m{border-radius:8px 0 0 8px;padding-right:8px}\
.two .u{border-radius:0 8px 8px 0;padding:0 10px 0 0}\
.u span{border-inline-start:1px solid currentColor;padding-inline-start:8px}\
.only:not(.two) .m{width:28px;padding:0;justify-content:center}\
.only:not(.two) .m span,.only.two svg,.only.two i{display:none}\
.only.two .m{padding-left:10px}\
.only.two .u span{font-size:0}\
.only.two .u span::after{content:'\\21B6';font-size:16px}\
.q button{height:24px;border-radius:6px;border-color:transparent;background:none;font-size:11px}\
.q:not(.tone) button{color:light-dark(#5A666D,#A3AFB5)}\
.q.on:not(.tone) button,.q:not(.tone) button:hover,.q:not(.tone) button:focus-visible{color:var(--f);background:light-dark(#E2F0F2,#143037)}\
.q.tone button{background:var(--b)}\
.q .m{min-width:24px}\
.q.only:not(.two) .m{width:24px}\
.q svg{width:14px;height:14px}\
.spin svg{animation:r 1s linear infinite}\
@keyframes r{to{transform:rotate(1turn)}}\
@media (prefers-reduced-motion:reduce){.spin svg{animation:none}}\
@media (forced-colors:active){.tone button{border-color:ButtonBorder}}\
.v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;
