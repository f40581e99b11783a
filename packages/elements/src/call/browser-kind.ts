/** Browsers that differ in where a permission is given back. */
export type BrowserKind =
  | 'chromium'
  | 'edge'
  | 'firefox'
  | 'safari'
  | 'ios-safari'
  | 'ios-other'
  | 'android-chromium'
  | 'android-firefox'
  | 'other';

/** What of the browser's Navigator tells which one it is. */
export type NavigatorTraits = Pick<Navigator, 'userAgent' | 'vendor' | 'maxTouchPoints'>;

/** Feature detection does not help here: it is about where something stands on the browser's own surface. */
export function browserKindOf({ userAgent, vendor, maxTouchPoints }: NavigatorTraits): BrowserKind {
  // An iPad calls itself a Macintosh; no Macintosh is touched.
  const isApplePhone = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  if (isApplePhone) return /CriOS|FxiOS|EdgiOS|OPiOS|DuckDuckGo|GSA/.test(userAgent) ? 'ios-other' : 'ios-safari';
  const isAndroid = /Android/.test(userAgent);
  if (/Firefox\//.test(userAgent)) return isAndroid ? 'android-firefox' : 'firefox';
  if (/Chrome\/|Chromium\//.test(userAgent)) {
    if (isAndroid) return 'android-chromium';
    return /Edg\//.test(userAgent) ? 'edge' : 'chromium';
  }
  return /^Apple/.test(vendor) ? 'safari' : 'other';
}
