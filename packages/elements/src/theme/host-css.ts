/**
 * What stands directly in somebody else's page: nothing of the page's own rules reaches it, neither by a selector that
 * hits it nor by inheritance, since `!important` of a shadow root is stronger than all of a page. `all` leaves out custom
 * properties, which is how a page sets colours, and the direction of text. `hidden` hides it. In the right corner, light or dark
 * as the page is. Plain CSS, since the loader has no Lit.
 */
export const placedCss = `:host{all:initial!important;direction:ltr!important;color-scheme:light dark!important;position:fixed!important;right:max(20px,env(safe-area-inset-right))!important;bottom:max(20px,env(safe-area-inset-bottom))!important}:host([hidden]){display:none!important}@media print{:host{display:none!important}}`;

/** The same for an element whose attributes say where it stands, and how light it is. */
export const hostCss = `${placedCss}:host{z-index:2147483000!important}:host([position=left]){right:auto!important;left:max(20px,env(safe-area-inset-left))!important}:host([theme=light]){color-scheme:light!important}:host([theme=dark]){color-scheme:dark!important}`;
