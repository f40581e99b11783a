import '@eyeline/elements/gadget';
import { createAgentSession } from '@eyeline/sdk';

const gadget = document.querySelector('eyeline-gadget');

if (gadget) {
  gadget.session = createAgentSession();
  // Where there is no camera, a moving test picture takes its place: ?test-picture
  gadget.testPicture = new URLSearchParams(location.search).has('test-picture');
}

// The demo's password is no secret.
document.querySelector<HTMLElement>('[data-username]')?.addEventListener('click', ({ currentTarget }) => {
  if (currentTarget instanceof HTMLElement) gadget?.fillSignIn(currentTarget.dataset['username'] ?? '', 'eyeline-demo');
});
