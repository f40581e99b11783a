import { accentCss } from '../theme/accent-css.ts';
import { placedCss } from '../theme/host-css.ts';
import { launcherCss } from '../widget/launcher-css.ts';

/** The line of the speech bubble on it, 28 pixels wide, cut out of a border, which is seen where the device forces its own colours too. */
const bubble = 'M6 18A10 9 0 1 1 11 22L5 24ZM8 17.5A8 7 0 1 1 10.4 19.2L7.4 20.6Z';

/** What the button needs beside its own dress while the widget is being loaded. In the order that compresses best. */
const loadingCss = `.launcher::before{border:14px solid;content:"";clip-path:path(evenodd,"${bubble}")}[aria-busy=true]{opacity:.6}p{background:Canvas;position:absolute;font:14px system-ui;border:1px solid;right:0;width:15em;bottom:6em;padding:1em}`;

/** All that the loader draws, which the build puts into it as one text. It has one button. */
export const loaderCss: string = (accentCss + placedCss + launcherCss + loadingCss).replaceAll('.launcher', 'button');
