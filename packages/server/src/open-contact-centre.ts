import { announce } from './announce.ts';
import { ContactCentre, type ContactCentreParts } from './contact-centre.ts';
import { Presence } from './presence.ts';

export interface OpenContactCentre {
  readonly centre: ContactCentre;
  /** Stores what there is and stops. The store stays open. */
  close(): Promise<void>;
}

/** A contact centre with those who watch over it: it tells whom it concerns, and notices who comes and goes. */
export async function openContactCentre(parts: ContactCentreParts): Promise<OpenContactCentre> {
  const centre = new ContactCentre(parts);
  const presence = new Presence(centre);
  await centre.restore({
    decided: effect => announce(centre, effect),
    arrived: identity => presence.arrived(identity),
    left: identity => presence.left(identity),
  });
  presence.watchAll();
  const close = async () => {
    presence.stop();
    await centre.close();
  };
  return { centre, close };
}
