import { defineElement } from '../parts/define-element.ts';
import { Reach, type ReachHost } from './reach.ts';
import { type ReachAsked, ReachMenuElement } from './reach-menu-element.ts';

/** From here on a widget's customer is reached where they look elsewhere, and may say how. */
export function startReach(host: ReachHost): Reach {
  const reach = new Reach(host);
  host.addEventListener('reach-asked', event => {
    event.stopPropagation();
    (event as CustomEvent<ReachAsked>).detail.take(reach);
  });
  // A menu that stands there already asks at this moment.
  defineElement('eyeline-reach-menu', ReachMenuElement);
  return reach;
}
