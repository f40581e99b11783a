import '@eyeline/elements/widget';
import { createCustomerSession } from '@eyeline/sdk';

/** What the server says of a link, or of the site where it is none. */
interface Invitation {
  readonly role?: string;
  readonly kind?: string;
  readonly standing?: string;
  readonly entryPointId: string;
  readonly company: string;
}

const find = <E extends HTMLElement>(id: string, type: new () => E): E => {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
};

const card = find('card', HTMLElement);
const title = find('title', HTMLElement);
const note = find('note', HTMLElement);
const sound = find('sound', HTMLElement);
const proceed = find('continue', HTMLButtonElement);
const code = decodeURIComponent(location.hash.slice(1));
const wanted = new URLSearchParams(location.search);

const sentences: Readonly<Record<string, string>> = {
  early: 'This link is not open yet. Come back at the time that was agreed.',
  used: 'This link was used already, on another device or in another browser. Ask for a new one.',
  expired: 'This link has expired. Ask for a new one.',
  revoked: 'This link was withdrawn. Ask for a new one.',
  none: 'Check that all of it was copied, or ask for another.',
};

const sounds: Readonly<Record<string, string>> = {
  companion: 'No sound: you go on talking on the telephone.',
  voice: 'Your microphone, once you allow it.',
};

/** By what this browser comes back by the same link. Kept only once it has come. */
const keyName = `eyeline.link.${code}`;
const kept = (): string | null => {
  try {
    return localStorage.getItem(keyName);
  } catch {
    return null;
  }
};
const keep = (text: string): void => {
  try {
    localStorage.setItem(keyName, text);
  } catch {
    // Where the browser keeps nothing, a reload has to be another link.
  }
};
const key = kept() ?? crypto.randomUUID();

async function ask(path: string, body?: object) {
  const response = await fetch(`/api/v1/links${path}`, {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  return response.ok ? { value: answer } : { error: String(answer.error.message), status: response.status };
}

function show(state: 'open' | 'gone' | 'unreached', heading: string, text: string): void {
  card.dataset['state'] = state;
  title.textContent = heading;
  note.textContent = text;
}

/** The widget is the page from here on. */
function enter(entryPointId: string, asGuest: boolean): void {
  card.hidden = true;
  const widget = document.createElement('eyeline-widget');
  widget.testPicture = wanted.has('test-picture');
  if (wanted.get('picture') === 'test') widget.picture = 'test';
  widget.session = createCustomerSession({ entryPointId });
  widget.open = true;
  document.body.append(widget);
  widget.focus();
  if (asGuest) startWhenMet(widget);
}

type Widget = HTMLElementTagNameMap['eyeline-widget'];

/** Who came by a link has said so by that: the call begins as soon as the agent is there, and once. */
function startWhenMet(widget: Widget): void {
  const { actor } = widget.session ?? {};
  const look = (): void => {
    const { conversation } = actor?.getSnapshot().children ?? {};
    const { call, escalation, interaction, online } = conversation?.getSnapshot().context ?? {};
    if (!call || !interaction || !online) return;
    const isMet = interaction.participants.some(one => one.role === 'agent' && one.presence !== 'left');
    const isOver = interaction.milestones.some(({ kind, reason }) => kind === 'call-declined' || reason === 'hung-up');
    if (isOver || interaction.closed) stop();
    else if (isMet && escalation?.kinds.length && call.getSnapshot().matches('idle') && !interaction.call) {
      stop();
      call.send({ type: 'start', picture: widget.picture });
    }
  };
  // What happens inside a conversation shows in its own actor: looking now and then is simpler than following both.
  const timer = setInterval(look, 200);
  const stop = () => clearInterval(timer);
  look();
}

/** Comes by the link: the first time, or again. */
async function open(entryPointId: string): Promise<void> {
  const { value, error, status } = await ask(`/${encodeURIComponent(code)}/open`, { key });
  if (!value) return show(status && status >= 500 ? 'unreached' : 'gone', 'This link does not open', error ?? '');
  keep(key);
  sessionStorage.setItem(`eyeline.customer.${entryPointId}`, value.token);
  enter(entryPointId, true);
}

async function arrive(): Promise<void> {
  const none = { value: undefined, error: sentences['none'], status: 404 };
  const { value, error, status } = code ? await ask(`/${encodeURIComponent(code)}`) : none;
  if (!value) {
    if (status !== 404) return show('unreached', 'That did not work', error ?? '');
    const site = await ask('');
    if (site.value) find('chat', HTMLButtonElement).onclick = () => enter(site.value.entryPointId, false);
    return show('gone', 'There is no such link', error ?? '');
  }
  const { role, kind = '', standing = '', entryPointId, company }: Invitation = value;
  document.title = company;
  find('chat', HTMLButtonElement).onclick = () => enter(entryPointId, false);
  if (role === 'host') return show('gone', company, 'This link is for the agent, who opens it at the desk.');
  if (kept() !== null && standing !== 'revoked') return open(entryPointId);
  if (standing !== 'open') return show('gone', company, sentences[standing] ?? '');
  show('open', `${company} invites you to show what you see`, '');
  sound.textContent = sounds[kind] ?? 'Your microphone and theirs, once you allow it.';
  if (kind === 'voice') find('shows', HTMLElement).hidden = true;
  proceed.onclick = () => {
    proceed.disabled = true;
    void open(entryPointId)
      .catch(unreached)
      .finally(() => {
        proceed.disabled = false;
      });
  };
}

function unreached(): void {
  show('unreached', 'We cannot be reached', 'Check your connection, then try again. The link stays good.');
}

find('retry', HTMLButtonElement).onclick = () => location.reload();
// Another link that is opened in the same tab.
addEventListener('hashchange', () => location.reload());
void arrive().catch(unreached);
