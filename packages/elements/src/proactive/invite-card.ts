import { language } from '../sentences/language.ts';
import { proactive } from '../sentences/proactive.ts';
import { inviteCardCss } from './invite-card-css.ts';

export interface InviteCardProps {
  readonly text: string;
  readonly accept: string;
  readonly isLeft: boolean;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

const button = (name: string, text: string, onPress: () => void): HTMLButtonElement => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: name, textContent: text });
  made.addEventListener('click', onPress);
  return made;
};

/**
 * An invitation above the round button. It takes no focus and is read aloud when nothing else is; Escape in it is as good as its second
 * button.
 */
export function inviteCard({ text, accept, isLeft, onAccept, onDismiss }: InviteCardProps): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(inviteCardCss);
  root.adoptedStyleSheets = [sheet];
  host.toggleAttribute('data-left', isLeft);
  const card = document.createElement('section');
  card.ariaLabel = proactive.invitation;
  card.lang = language.tag;
  card.dir = language.dir;
  const said = Object.assign(document.createElement('p'), { role: 'status', dir: 'auto' });
  const buttons = document.createElement('div');
  buttons.append(button('accept', accept, onAccept), button('dismiss', proactive.dismiss, onDismiss));
  card.append(said, buttons);
  root.append(card);
  card.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDismiss();
  });
  // What is put into a live region that is there already is read aloud.
  setTimeout(() => {
    said.textContent = text;
  }, 100);
  return host;
}
