import type { DeviceFailureCode } from '@eyeline/machines';
import type { ShownCode } from '../sentences/language.ts';
import { permission } from '../sentences/permission.ts';
import { type BrowserKind, browserKindOf, type NavigatorTraits } from './browser-kind.ts';

/** Which picture shows the place. */
export type PermissionPicture = 'sliders' | 'padlock' | 'crossed-camera' | 'menu' | 'bottom-bar' | 'question' | 'frame';

/** What helps against a failure. */
export interface PermissionHelp {
  readonly steps: readonly string[];
  readonly picture: PermissionPicture | null;
  /** The system may be behind it. */
  readonly isSystem: boolean;
}

const steps: Readonly<Record<BrowserKind, () => readonly string[]>> = {
  chromium: () => permission.chromium,
  edge: () => permission.edge,
  firefox: () => permission.firefox,
  safari: () => permission.safari,
  'ios-safari': () => permission.iosSafari,
  'ios-other': () => permission.iosOther,
  'android-chromium': () => permission.androidChromium,
  'android-firefox': () => permission.androidFirefox,
  other: () => permission.other,
};

const pictures: Readonly<Record<BrowserKind, PermissionPicture | null>> = {
  chromium: 'sliders',
  edge: 'padlock',
  firefox: 'crossed-camera',
  safari: 'menu',
  'ios-safari': 'bottom-bar',
  'ios-other': null,
  'android-chromium': 'sliders',
  'android-firefox': 'padlock',
  other: null,
};

/** The first that a person can do something about, here and now. */
const helped: readonly DeviceFailureCode[] = ['policy-blocked', 'denied', 'dismissed', 'press-needed', 'in-use'];

/** What to do about what failed, in this browser; null where the sentence of the failure says it all. */
export function permissionHelpFor(codes: readonly ShownCode[], navigator: NavigatorTraits): PermissionHelp | null {
  switch (helped.find(code => codes.includes(code))) {
    case 'policy-blocked':
      return { steps: permission.frame, picture: 'frame', isSystem: false };
    case 'denied': {
      const kind = browserKindOf(navigator);
      return { steps: steps[kind](), picture: pictures[kind], isSystem: kind !== 'ios-other' };
    }
    case 'dismissed':
    case 'press-needed':
      return { steps: permission.prompt, picture: 'question', isSystem: false };
    case 'in-use':
      return { steps: permission.inUse, picture: null, isSystem: false };
    default:
      return null;
  }
}
