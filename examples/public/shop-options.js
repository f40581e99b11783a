// Changes the page's Eyeline tag as soon as it is there and before it runs: ?entry-point=support-sfu&test-picture&picture=test&modes=video
const wanted = new URLSearchParams(location.search);

new MutationObserver((_, observer) => {
  const tag = document.querySelector('script[data-entry-point]');
  if (!tag) return;
  observer.disconnect();
  if (wanted.has('entry-point')) tag.dataset.entryPoint = wanted.get('entry-point');
  if (wanted.has('test-picture')) tag.dataset.testPicture = '';
  if (wanted.has('modes')) tag.dataset.modes = wanted.get('modes');
  if (wanted.has('picture')) tag.dataset.picture = wanted.get('picture');
}).observe(document.documentElement, { childList: true, subtree: true });
