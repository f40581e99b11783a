import '@eyeline/elements/gadget';
import { speakDeskLanguage } from '@eyeline/elements/language';
import { createAgentSession } from '@eyeline/sdk';

const gadget = document.querySelector('eyeline-gadget');
// English stays where another one does not come.
speakDeskLanguage(navigator.languages).catch(console.error);

if (gadget) {
  gadget.session = createAgentSession();
  // ?test-picture offers a moving picture where there is no camera, ?picture=test shows it instead of the camera.
  const wanted = new URLSearchParams(location.search);
  gadget.testPicture = wanted.has('test-picture');
  if (wanted.get('picture') === 'test') gadget.picture = 'test';
}

// A host's link leads here: who comes by the guest's link beside it comes to this agent, once signed in.
const link = new URLSearchParams(location.hash.slice(1)).get('host');
const actor = gadget?.session?.actor;
if (link && actor) {
  const take = (): void => {
    if (!actor.getSnapshot().can({ type: 'take-link', code: link })) return;
    watching.unsubscribe();
    history.replaceState(null, '', location.pathname + location.search);
    actor.send({ type: 'take-link', code: link });
  };
  const watching = actor.subscribe(() => queueMicrotask(take));
  queueMicrotask(take);
}

const hint = document.querySelector<HTMLElement>('[slot="sign-in"]');
// The demo's password is no secret.
hint?.querySelector<HTMLElement>('[data-username]')?.addEventListener('click', ({ currentTarget }) => {
  if (currentTarget instanceof HTMLElement) gadget?.fillSignIn(currentTarget.dataset['username'] ?? '', 'eyeline-demo');
});

// A server with a configuration of its own has agents of its own.
const demo: unknown = await fetch('/demo.json')
  .then(answer => answer.json())
  .catch(() => null);
if (hint) hint.hidden = !(demo instanceof Object && 'isDemo' in demo && demo.isDemo === true);
