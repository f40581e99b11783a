import type { CallKind } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import { dotsPath, enlargePath, pipPath, shrinkPath, voicePath } from '../icons/call-paths.ts';
import { pointPath } from '../icons/help-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';
import { keepEscape } from '../parts/keep-escape.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { call as sentences } from '../sentences/call.ts';
import { help } from '../sentences/help.ts';
import { type DevicePickersProps, devicePickers } from './device-pickers.ts';

export interface CallMenuProps {
  /** Null before the devices are known. */
  readonly pickers: DevicePickersProps | null;
  readonly isFullScreen: boolean;
  readonly isHelping: boolean;
  /** Null where there is no picture to point at. It stands in the bar too, where there is room. */
  readonly onHelp: (() => void) | null;
  /** Null where the browser cannot. */
  readonly onFullScreen: (() => void) | null;
  readonly onPictureInPicture: (() => void) | null;
  /** The call goes on by voice; null where it does so already. */
  readonly onVoice: (() => void) | null;
  /** What the call may become if the other side says yes. */
  readonly kinds: readonly { readonly kind: CallKind; readonly onAsk: () => void }[];
}

const item = (label: string, path: string, onPress: () => void) => html`
  <button class="item" type="button" popovertarget="call-more" popovertargetaction="hide" @click=${onPress}>${icon(path)}${label}</button>
`;

/** What is wanted seldom in a call, behind one button. Needs the styles `menuStyles`, `devicePickerStyles`, `callMenuStyles`. */
export const callMenu = ({
  pickers,
  isFullScreen,
  isHelping,
  onHelp,
  onFullScreen,
  onPictureInPicture,
  onVoice,
  kinds,
}: CallMenuProps): TemplateResult => html`
  <button class="button round more" type="button" popovertarget="call-more" aria-haspopup="dialog" aria-label=${sentences.more}
    title=${sentences.more} @keydown=${keepEscape}>${icon(dotsPath)}</button>
  <div class="menu" id="call-more" popover @toggle=${menuToggled} role="dialog" aria-label=${sentences.more} @keydown=${keepEscape}>
    ${onHelp ? item(isHelping ? help.helpEnd : help.help, pointPath, onHelp) : nothing}
    ${kinds.map(({ kind, onAsk }) => item(sentences.kindsToAskFor[kind], videoPath, onAsk))}
    ${onVoice ? item(sentences.toVoice, voicePath, onVoice) : nothing}
    ${onPictureInPicture ? item(sentences.pictureInPicture, pipPath, onPictureInPicture) : nothing}
    ${onFullScreen ? item(isFullScreen ? sentences.leaveFullScreen : sentences.fullScreen, isFullScreen ? shrinkPath : enlargePath, onFullScreen) : nothing}
    ${pickers ? html`<div class="pickers">${devicePickers(pickers)}</div>` : nothing}
  </div>
`;

export const callMenuStyles = css`
  .menu {
    position-area: top span-all;
    width: min(300px, calc(100vw - 16px));
    max-width: none;
    cursor: auto;
  }

  .item {
    min-height: var(--_target);
  }

  .pickers {
    display: grid;
    gap: 8px;
    padding: 8px;
  }
`;
