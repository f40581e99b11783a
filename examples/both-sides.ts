import { hintOf, type Side, type Step, stepOf, steps } from './both-sides-step.ts';

const find = <E extends Element>(selector: string, type: new () => E): E => {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
};

const customer = find('#customer', HTMLIFrameElement);
const agent = find('#agent', HTMLIFrameElement);
const options = find('#options', HTMLFormElement);
const testPicture = find('[name=testPicture]', HTMLInputElement);
const entryPoint = find('[name=entryPoint]', HTMLSelectElement);
const main = find('main', HTMLElement);

/** Opens both pages as they are now wanted; conversations that go on are found again by both. */
function open(): void {
  const wanted = new URLSearchParams({ 'entry-point': entryPoint.value, 'test-picture': '' });
  if (testPicture.checked) wanted.set('picture', 'test');
  customer.src = `./shop.html?${wanted}`;
  agent.src = `./desk.html?${wanted}`;
}

/** Both frames are of this origin, so the desk's own session tells how far the two have come. */
function follow(): void {
  const gadget = agent.contentDocument?.querySelector('eyeline-gadget');
  if (!gadget?.session) return;
  const { actor } = gadget.session;
  let last: Step = 'sign-in';
  const look = () => {
    last = stepOf(actor.getSnapshot(), last);
    show(last);
  };
  // What happens inside a conversation shows in its own actor: looking twice a second is simpler than following all.
  const timer = setInterval(look, 500);
  agent.contentWindow?.addEventListener('pagehide', () => clearInterval(timer));
  look();
}

function show(step: Step): void {
  const { side, text } = hintOf(step);
  const hint = find('#hint', HTMLElement);
  if (hint.textContent !== text) hint.textContent = text;
  const now = steps.indexOf(step);
  for (const [index, item] of [...document.querySelectorAll('#steps li')].entries()) {
    item.toggleAttribute('data-done', index < now);
    if (index === now) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
  for (const one of ['customer', 'agent'] satisfies Side[]) {
    for (const place of document.querySelectorAll(`section.${one}, .tabs [data-side=${one}]`)) {
      place.toggleAttribute('data-next', side === one || side === 'both');
    }
  }
}

for (const tab of document.querySelectorAll<HTMLButtonElement>('.tabs button')) {
  tab.addEventListener('click', () => {
    main.dataset['side'] = tab.dataset['side'];
    for (const other of document.querySelectorAll('.tabs button')) {
      other.setAttribute('aria-pressed', String(other === tab));
    }
  });
}

agent.addEventListener('load', follow);
options.addEventListener('change', open);

// Without a camera the test picture is the choice. Listing the devices asks nobody for permission.
const devices = await (navigator.mediaDevices?.enumerateDevices() ?? []);
testPicture.checked = !devices.some(device => device.kind === 'videoinput');
open();
