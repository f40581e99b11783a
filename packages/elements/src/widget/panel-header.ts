import type { ConversationActor, Picture } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, wayIcon } from '../icons/icon.ts';
import { closePath, leavePath } from '../icons/paths.ts';
import { avatar } from '../parts/avatar.ts';
import { widget } from '../sentences/widget.ts';

export interface PanelHeaderProps {
  readonly title: string;
  /** Whose face stands beside the title; null where nobody is there yet. */
  readonly person: string | null;
  readonly note: string;
  /** Where somebody is there to be called. */
  readonly conversation: ConversationActor | undefined;
  readonly picture: Picture;
  readonly onEnd: (() => void) | null;
  readonly onClose: (() => void) | null;
}

const button = (label: string, drawn: TemplateResult, onPress: () => void) => html`
  <button class="button round quiet" type="button" aria-label=${label} title=${label}
    @click=${onPress}>${drawn}</button>
`;

/** No `header` element: the banner is the page's, on which this is a guest. */
export const panelHeader = (props: PanelHeaderProps): TemplateResult => html`
  <div class="head" part="header">
    ${props.person ? avatar(props.person) : nothing}
    <div class="who">
      <h2 dir="auto">${props.title}</h2>
      ${props.note ? html`<p class="muted" dir="auto">${props.note}</p>` : nothing}
    </div>
    ${
      props.conversation
        ? html`<eyeline-call-start compact .conversation=${props.conversation} .picture=${props.picture}></eyeline-call-start><eyeline-reach-menu></eyeline-reach-menu>`
        : nothing
    }
    ${props.onEnd ? button(widget.endChat, wayIcon(leavePath), props.onEnd) : nothing}
    ${props.onClose ? button(widget.close, icon(closePath), props.onClose) : nothing}
  </div>
`;
