import type { FinesseHandlers, FinesseJs, FinesseUserOptions } from '../finesse/finesse-js.ts';

interface Asked {
  readonly state: string;
  readonly reason: { readonly id: string } | null;
  readonly handlers: FinesseHandlers;
}

/** Cisco's library as the page sees it; what Finesse does, the test says. */
export class FakeFinesse {
  readonly asked: Asked[] = [];
  state = 'READY';
  pending = '';
  media: string | undefined;
  reason: { readonly id: string; readonly code: string; readonly label: string } | undefined;
  reasons: unknown = [
    { id: '1', label: 'Lunch' },
    { id: '3', label: 'Video call' },
  ];
  #user: FinesseUserOptions | undefined;
  #connected = () => {};
  #disconnected = () => {};

  get js(): FinesseJs {
    const fake = this;
    return {
      gadget: { Config: { id: '1001', authorization: btoa('1001:box') } },
      clientservices: {
        ClientServices: {
          init: () => {},
          registerOnConnectHandler: onConnect => {
            fake.#connected = onConnect;
          },
          registerOnDisconnectHandler: onDisconnect => {
            fake.#disconnected = onDisconnect;
          },
        },
      },
      restservices: {
        User: class {
          constructor(options: FinesseUserOptions) {
            fake.#user = options;
          }
          getState = () => fake.state;
          getPendingState = () => fake.pending;
          getMediaState = () => fake.media;
          getNotReadyReasonCodeId = () => fake.reason?.id;
          getReasonCode = () => fake.reason;
          getReasonCodeLabel = () => fake.reason?.label;
          getNotReadyReasonCodes = (handlers: FinesseHandlers) => handlers.success(fake.reasons);
          setState = (state: string, reason: { readonly id: string } | null, handlers: FinesseHandlers) => {
            fake.asked.push({ state, reason, handlers });
          };
        },
      },
    };
  }

  connect(): void {
    this.#user?.onLoad();
    this.#connected();
  }

  disconnect(): void {
    this.#disconnected();
  }

  /** A notification says how the agent is. */
  notify(state: string, reason?: FakeFinesse['reason'], pending = ''): void {
    Object.assign(this, { state, reason, pending });
    this.#user?.onChange();
  }
}
