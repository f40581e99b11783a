import type { CustomerActor } from '@eyeline/machines';
import { readStanding } from '@eyeline/protocol';
import type { ReactiveControllerHost } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { pageNow } from '../controller/page-clock.ts';
import { sameFields } from '../controller/same-fields.ts';
import { LauncherLook } from './launcher-look.ts';
import { whenClosedOf } from './when-closed.ts';

/** The widget, as far as its round button goes. */
export interface LauncherHost extends ReactiveControllerHost {
  open: boolean;
  readonly position: string;
  readonly dataset: DOMStringMap;
  readonly shadowRoot: ShadowRoot | null;
  getAttribute(name: string): string | null;
}

/** What a tag, or the element, says of its button while it is closed. */
const whenClosedIn = (host: LauncherHost) =>
  whenClosedOf(host.getAttribute('when-closed') ?? host.dataset['whenClosed']);

/** Has the widget's round button follow the opening hours, which its session is told; one with a conversation is there in any case. */
export function followHours(host: LauncherHost, actor: () => CustomerActor | null | undefined): void {
  const whenClosed = whenClosedIn(host);
  if (!whenClosed || !host.shadowRoot) return;
  const look = new LauncherLook(host.shadowRoot, whenClosed, host.position === 'left');
  const visit = new ActorController(
    host,
    actor,
    snapshot => ({
      standing: snapshot.context.availability?.standing,
      isFree: snapshot.context.interactionId === null,
    }),
    sameFields,
  );
  host.addController({
    hostUpdated: () => {
      const { standing, isFree = false } = visit.value ?? {};
      look.show(isFree ? readStanding(standing) : null, pageNow(), !host.open);
    },
  });
}
