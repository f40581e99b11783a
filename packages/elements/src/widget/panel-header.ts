import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { closePath, leavePath, videoPath } from '../icons/paths.ts';
import { avatar } from '../parts/avatar.ts';
import { widget } from '../sentences/widget.ts';

export interface PanelHeaderProps {
  readonly title: string;
  /** Whose face stands beside the title; null where nobody is there yet. */
  readonly person: string | null;
  readonly note: string;
  /** Null where there can be no video at all. */
  readonly onStartVideo: (() => void) | null;
  readonly canStartVideo: boolean;
  readonly onEnd: (() => void) | null;
  readonly onClose: () => void;
}

const button = (kind: string, label: string, path: string, onPress: () => void, isDisabled = false) => html`
  <button class="button round ${kind}" type="button" aria-label=${label} title=${label} ?disabled=${isDisabled}
    @click=${onPress}>${icon(path)}</button>
`;

/** No `header` element: the banner is the page's, on which this is a guest. */
export const panelHeader = (props: PanelHeaderProps): TemplateResult => html`
  <div class="head" part="header">
    ${props.person ? avatar(props.person) : nothing}
    <div class="who">
      <h2 dir="auto">${props.title}</h2>
      ${props.note ? html`<p class="muted">${props.note}</p>` : nothing}
    </div>
    ${props.onStartVideo ? button('start', widget.startVideo, videoPath, props.onStartVideo, !props.canStartVideo) : nothing}
    ${props.onEnd ? button('quiet', widget.endChat, leavePath, props.onEnd) : nothing}
    ${button('quiet', widget.close, closePath, props.onClose)}
  </div>
`;
