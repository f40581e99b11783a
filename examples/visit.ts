import '@eyeline/elements/widget';
import { speakArrivalLanguage } from '@eyeline/elements/arrival';
import { createCustomerSession, createLink } from '@eyeline/sdk';
import { startWhenMet } from './visit-start.ts';

const wanted = new URLSearchParams(location.search);

// English stays where another one does not come.
speakArrivalLanguage(wanted.get('language') ?? navigator.languages)
  .then(tag => {
    document.documentElement.lang = tag;
  })
  .catch(console.error);

const arrival = document.querySelector('eyeline-arrival');
arrival?.addEventListener('eyeline-invited', ({ detail: { company } }) => {
  document.title = company;
});
// The code stands behind the hash, where no server hears of it.
if (arrival) arrival.link = createLink({ code: decodeURIComponent(location.hash.slice(1)) });

// The widget is the page from here on.
arrival?.addEventListener('eyeline-arrived', ({ detail: { entryPointId, byLink } }) => {
  arrival.hidden = true;
  const widget = document.createElement('eyeline-widget');
  widget.testPicture = wanted.has('test-picture');
  if (wanted.get('picture') === 'test') widget.picture = 'test';
  widget.session = createCustomerSession({ entryPointId });
  widget.open = true;
  document.body.append(widget);
  widget.focus();
  if (byLink) startWhenMet(widget);
});

// Another link that is opened in the same tab.
addEventListener('hashchange', () => location.reload());
