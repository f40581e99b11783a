/** What Cisco's desktop puts into a gadget's page, as far as it is used here. What releases may lack is optional. */
export interface GadgetsJs {
  readonly HubSettings: { onConnect?: () => void };
  readonly window?: { adjustHeight?(pixels?: number): void };
  readonly loadingindicator?: { dismiss?(): void };
}

interface ContainerServices {
  readonly Topics: { readonly ACTIVE_TAB: string };
  addHandler(topic: string, onTopic: () => void): void;
  makeActiveTabReq(): void;
}

/** What finesse.js says of the desktop around the gadget. */
export interface ContainerJs {
  readonly containerservices?: { readonly ContainerServices: { init(): ContainerServices } };
}
