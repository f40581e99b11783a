/** So long a browser needs until it listens to a region that is new, in ms. */
const settleMs = 100;
/** So many stay there for those who read more slowly than they come. */
const mostLines = 3;

type Manner = 'polite' | 'assertive';

/** An element that draws into a root of its own. */
interface Drawn {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const regions = new WeakMap<Drawn, Readonly<Record<Manner, HTMLElement>>>();

/**
 * Says something to those who do not see it, once. Its region is shut away: the words stand in the page for eyes already, and
 * whoever searches the page is to find them once.
 */
export function announce(host: Drawn, text: string, manner: Manner = 'polite'): void {
  const spoken = text.replace(/[\u2066-\u2069]/g, '').trim();
  if (!spoken) return;
  const before = regions.get(host);
  const region = (before ?? openRegions(host))[manner];
  const say = () => {
    region.append(Object.assign(document.createElement('p'), { textContent: spoken }));
    if (region.children.length > mostLines) region.firstElementChild?.remove();
  };
  if (before) say();
  else setTimeout(say, settleMs);
}

function openRegions(host: Drawn): Readonly<Record<Manner, HTMLElement>> {
  const place = document.createElement('div');
  place.className = 'heard';
  const shut = place.attachShadow({ mode: 'closed' });
  const open = (manner: Manner) => {
    const region = document.createElement('div');
    region.setAttribute('aria-live', manner);
    shut.append(region);
    return region;
  };
  const opened = { polite: open('polite'), assertive: open('assertive') };
  regions.set(host, opened);
  host.renderRoot.append(place);
  return opened;
}
