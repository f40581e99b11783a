/**
 * What is used of Cisco's finesse.js, as its 12.0 behaves; later releases have it too. Where a release may lack something it
 * is optional here.
 */
export interface FinesseJs {
  readonly gadget: { readonly Config: FinesseGadgetConfig };
  readonly clientservices: {
    readonly ClientServices: {
      init(config: FinesseGadgetConfig): void;
      /** Called at once where the desktop is connected already, and after every reconnection. */
      registerOnConnectHandler(onConnect: () => void): void;
      registerOnDisconnectHandler(onDisconnect: () => void): void;
    };
  };
  readonly restservices: { readonly User: new (options: FinesseUserOptions) => FinesseJsUser };
}

/** It holds the agent's password: nothing of it ever leaves the page. */
export interface FinesseGadgetConfig {
  /** The agent's user id; there after `ClientServices.init`. */
  readonly id?: string;
  /** `id:password` in base64. */
  readonly authorization?: string;
  /** The access token, where agents sign in by single sign-on. */
  readonly authToken?: string;
}

export interface FinesseUserOptions {
  readonly id: string;
  readonly onLoad: () => void;
  readonly onChange: () => void;
  readonly onError: (response: unknown) => void;
}

/** `success` comes with the 202, which is no success; `error` may come after it, when a notification says so. */
export interface FinesseHandlers {
  readonly success: (answer: unknown) => void;
  readonly error: (answer: unknown) => void;
}

export interface FinesseJsUser {
  getState(): string;
  getPendingState(): string | undefined;
  /** `BUSY` on UCCX while a ready agent is on a call that routing did not give. */
  getMediaState?(): string | undefined;
  /** Undefined where there is none. */
  getNotReadyReasonCodeId?(): string | undefined;
  getReasonCode?(): unknown;
  getReasonCodeLabel?(): string | undefined;
  setState(state: string, reason: { readonly id: string } | null, handlers: FinesseHandlers): void;
  /** `[{ label, id }]`, without codes; undefined where there are none. */
  getNotReadyReasonCodes(handlers: FinesseHandlers): void;
}
