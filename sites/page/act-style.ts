/** Style of what only a click leads to: the waiting and the undo. It comes with `act-labels.ts`, after `style.ts`. */
export const ACT_STYLE = `.u{flex:none}\
.two .m{border-radius:8px 0 0 8px;padding-right:8px}\
.two .u{border-radius:0 8px 8px 0;padding:0 10px 0 0}\
.u span{border-inline-start:1px solid currentColor;padding-inline-start:8px}\
.only.two svg,.only.two i{display:none}\
.only.two .m{padding-left:10px}\
.only.two .u span{font-size:0}\
.only.two .u span::after{content:'\\21B6';font-size:16px}\
.spin svg{animation:r 1s linear infinite}\
@keyframes r{to{transform:rotate(1turn)}}\
@media (prefers-reduced-motion:reduce){.spin svg{animation:none}}`;
