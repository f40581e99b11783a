// The agents' desktop of this box: sign in, the voice state and what changes it, and one gadget. Everything goes through the
// node's own interfaces, REST and XMPP, as the agent.
import { Notifications } from './xmpp.js';

const find = id => document.getElementById(id);
const kept = 'userFinesseAuth';
const looks = { READY: 'good', NOT_READY: 'wait', WORK: 'wait', WORK_READY: 'wait', LOGOUT: '' };
const wanted = new URLSearchParams(location.search);

const settings = await (await fetch('/desktop/box.json')).json();
find('node').textContent = `node ${settings.node}, in a box`;

/** Who is at this desktop; null before the sign-in. */
let agent = null;
let notifications;
let isUp = false;
let shown = { state: '', since: 0 };

const textOf = (element, name) => element?.getElementsByTagName(name)[0]?.textContent ?? '';
const documentOf = text => new DOMParser().parseFromString(text, 'application/xml').documentElement;
const escaped = text => text.replace(/[&<>]/g, one => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]);

function complain(text, place = find('problem')) {
  place.textContent = text;
  place.hidden = text === '';
}

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { authorization: `Basic ${agent.authorization}`, ...(body ? { 'content-type': 'application/xml' } : {}) },
    ...(body ? { body } : {}),
  });
  const document = documentOf((await answer.text()) || '<nothing/>');
  if (answer.ok) return document;
  throw Object.assign(new Error(textOf(document, 'ErrorMessage') || `Finesse answered ${answer.status}.`), {
    status: answer.status,
  });
}

const own = () => `/finesse/api/User/${encodeURIComponent(agent.userId)}`;

/** What was asked is done when it is notified; what is refused at once is said. */
async function change(inside) {
  complain('');
  await ask('PUT', own(), `<User>${inside}</User>`).catch(error => complain(error.message));
}

function show(user) {
  const state = textOf(user, 'state');
  const pending = textOf(user, 'pendingState');
  const reason = user.getElementsByTagName('ReasonCode')[0];
  find('state').textContent = state
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/^./, first => first.toUpperCase());
  find('state').dataset.state = state;
  find('state').dataset.look = looks[state] ?? 'busy';
  const label = textOf(reason, 'label');
  find('reason').textContent = pending ? `then ${pending}` : label ? `${label} (${textOf(reason, 'code')})` : '';
  find('ready').disabled = state === 'READY';
  find('who').textContent =
    `${textOf(user, 'firstName')} ${textOf(user, 'lastName')}, ${textOf(user, 'extension') || 'no extension'}`;
  shown = { state, since: Date.parse(textOf(user, 'stateChangeTime')) || Date.now() };
  if (state === 'LOGOUT' && agent.isIn) leave();
  agent.isIn = state !== 'LOGOUT';
}

setInterval(() => {
  const seconds = Math.max(0, Math.floor((Date.now() - shown.since) / 1000));
  find('since').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}, 1000);

async function offerReasons() {
  const list = find('not-ready');
  const codes = await ask('GET', `${own()}/ReasonCodes?category=NOT_READY`);
  const options = [...codes.getElementsByTagName('ReasonCode')]
    .filter(code => textOf(code, 'systemCode') !== 'true')
    .map(code => new Option(textOf(code, 'label'), textOf(code, 'id') || textOf(code, 'uri').split('/').at(-1)));
  list.replaceChildren(new Option('Not ready …', '', true, true), ...options);
  const out = await ask('GET', `${own()}/ReasonCodes?category=LOGOUT`);
  agent.signOutReason = textOf(out.getElementsByTagName('ReasonCode')[0], 'uri').split('/').at(-1) ?? '';
}

/** Notifications first, so that nothing is missed; then the sign-in itself, where the agent is signed out. */
async function enter(authorization, extension) {
  const [userId, ...rest] = new TextDecoder()
    .decode(Uint8Array.from(atob(authorization), c => c.charCodeAt(0)))
    .split(':');
  agent = { userId, authorization, isIn: false };
  const user = await ask('GET', own());
  sessionStorage.setItem(kept, authorization);
  const system = await ask('GET', '/finesse/api/SystemInfo');
  await new Promise(resolve => {
    notifications = new Notifications({
      url: `wss://${location.host}${settings.websocketPath}`,
      domain: textOf(system, 'xmppDomain'),
      userId,
      password: rest.join(':'),
      onUpdate: receive,
      onConnection: up => {
        connected(up);
        if (up) resolve();
      },
    });
  });
  find('sign-in').hidden = true;
  find('voice').hidden = false;
  show(user);
  await offerReasons();
  if (textOf(user, 'state') === 'LOGOUT' && extension)
    await change(`<state>LOGIN</state><extension>${escaped(extension)}</extension>`);
  await showGadget(textOf(user, 'teamId'));
}

function leave() {
  sessionStorage.removeItem(kept);
  notifications?.stop();
  location.reload();
}

async function connected(up) {
  isUp = up;
  complain(up ? '' : 'Finesse is not connected. Trying again …');
  notifyGadget('finesse.info.connection', up);
  if (!up || !agent?.isIn) return;
  show(await ask('GET', own()));
}

function receive(node, text) {
  const update = documentOf(text);
  if (node === `/finesse/api/User/${agent.userId}`) {
    const user = update.getElementsByTagName('user')[0];
    if (user) show(user);
    const error = update.getElementsByTagName('apiError')[0];
    if (error)
      complain(`${textOf(error, 'errorType')}: ${textOf(error, 'errorMessage')} (${textOf(error, 'errorData')})`);
  }
  notifyGadget(node.replaceAll('/', '.').replace(/^\./, '').toLowerCase(), text);
}

async function showGadget(team) {
  const layout = await (await fetch(`/desktop/box.json?team=${encodeURIComponent(team)}`)).json();
  const url = wanted.get('gadget') ?? layout.gadget;
  find('none').hidden = Boolean(url);
  find('gadgets').hidden = !url;
  if (!url) return;
  const address = new URLSearchParams({
    ...{ url, mid: '1', up_scheme: 'https', up_host: location.hostname, up_hostPort: location.port },
  });
  find('title').textContent = 'Gadget';
  find('gadget').src = `/gadgets/ifr?${address}`;
}

/** Its frame is of this origin, as in Cisco's desktop. */
const notify = message => find('gadget').contentWindow?.postMessage(message, location.origin);
const notifyGadget = (topic, data) => notify({ type: 'hub.message', topic, data });

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== find('gadget').contentWindow) return;
  if (data.type === 'hub.connect') notify({ type: 'hub.connected' });
  if (data.type === 'title') find('title').textContent = data.title;
  if (data.type === 'hub.publish' && data.topic === 'finesse.info.requests') {
    if (data.data === 'connection') notifyGadget('finesse.info.connection', isUp);
    if (data.data === 'activeTab') notifyGadget('finesse.containerservices.activeTab', true);
  }
});

find('ready').onclick = () => change('<state>READY</state>');
find('not-ready').onchange = ({ target }) => {
  change(`<state>NOT_READY</state><reasonCodeId>${escaped(target.value)}</reasonCodeId>`);
  target.value = '';
};
find('sign-out').onclick = () =>
  change(
    `<state>LOGOUT</state>${agent.signOutReason ? `<reasonCodeId>${escaped(agent.signOutReason)}</reasonCodeId>` : ''}`,
  );
find('sign-in').onsubmit = event => {
  event.preventDefault();
  const form = event.target;
  const place = form.querySelector('.note');
  const { userId, password, extension } = Object.fromEntries(new FormData(form));
  const authorization = btoa(String.fromCharCode(...new TextEncoder().encode(`${userId}:${password}`)));
  complain('', place);
  enter(authorization, extension).catch(error => {
    complain(error.status === 401 ? 'The user id or the password is wrong.' : error.message, place);
  });
};

const before = sessionStorage.getItem(kept);
find('sign-in').hidden = before !== null;
if (before !== null)
  enter(before).catch(() => {
    sessionStorage.removeItem(kept);
    find('sign-in').hidden = false;
  });
