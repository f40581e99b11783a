import '@eyeline/elements/gadget';
import { createAgentSession } from '@eyeline/sdk';

const gadget = document.querySelector('eyeline-gadget');

if (gadget) {
  gadget.session = createAgentSession();
  // ?test-picture offers a moving picture where there is no camera, ?picture=test shows it instead of the camera.
  const wanted = new URLSearchParams(location.search);
  gadget.testPicture = wanted.has('test-picture');
  if (wanted.get('picture') === 'test') gadget.picture = 'test';
}

// The demo's password is no secret.
document.querySelector<HTMLElement>('[data-username]')?.addEventListener('click', ({ currentTarget }) => {
  if (currentTarget instanceof HTMLElement) gadget?.fillSignIn(currentTarget.dataset['username'] ?? '', 'eyeline-demo');
});
