// A part of what Cisco's finesse.js offers to gadgets, written for this box from what is known of the behaviour of 12.0.
// What is not here is undefined, so that a gadget notices. As there: `success` comes with the 202 and promises nothing;
// an error may follow by notification; `onChange` comes for the event PUT in capitals alone; reasons are listed without
// their codes; `getReasonCode` reads `reasonCode`, while Finesse writes `ReasonCode`.
(() => {
  const prefs = new gadgets.Prefs();
  const pendingRequests = new Map();
  const connection = { isUp: false, onConnect: [], onDisconnect: [] };

  const Config = {
    authorization: sessionStorage.getItem('userFinesseAuth') ?? '',
    host: prefs.getString('host') || location.hostname,
    hostPort: prefs.getString('hostPort') || location.port,
    restHost: 'localhost',
    scheme: prefs.getString('scheme') || 'https',
    country: prefs.getCountry(),
    language: prefs.getLang(),
    locale: 'en_US',
    systemAuthMode: 'NON_SSO',
  };

  /** XML as objects: an element that occurs twice becomes a list. */
  const objectOf = element => {
    if (element.children.length === 0) return element.textContent;
    const found = {};
    for (const child of element.children) {
      const value = objectOf(child);
      if (!(child.localName in found)) found[child.localName] = value;
      else found[child.localName] = [found[child.localName], value].flat();
    }
    return found;
  };

  const read = text => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    if (parsed.querySelector('parsererror') || !parsed.documentElement) return undefined;
    return { [parsed.documentElement.localName]: objectOf(parsed.documentElement) };
  };

  const escaped = text => String(text).replace(/[&<>]/g, one => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]);

  const ask = async (method, path, body, requestId) => {
    const answer = await fetch(new URL(path, location.origin), {
      method,
      headers: {
        authorization: `Basic ${Config.authorization}`,
        locale: Config.locale,
        ...(requestId ? { requestId } : {}),
        ...(body ? { 'content-type': 'application/xml' } : {}),
      },
      ...(body ? { body } : {}),
    });
    const content = await answer.text();
    return { status: answer.status, content, object: read(content), isOk: answer.ok };
  };

  /** Answers both callbacks, whatever happens; the network's own failure is a status of 0. */
  const askFor = (handlers, method, path, body, requestId) =>
    ask(method, path, body, requestId).then(
      answer => (answer.isOk ? handlers?.success?.(answer) : handlers?.error?.(answer)),
      () => handlers?.error?.({ status: 0, content: '', object: undefined }),
    );

  const topicOf = path => path.replaceAll('/', '.').replace(/^\./, '').toLowerCase();

  class User {
    #options;
    #data = {};
    #isLoaded = false;

    constructor(options) {
      this.#options = options;
      gadgets.Hub.subscribe(topicOf(this.#path), (_topic, text) => this.#receive(text));
      connection.onConnect.push(() => this.#load());
      this.#load();
    }

    get #path() {
      return `/finesse/api/User/${encodeURIComponent(this.#options.id)}`;
    }

    async #load() {
      const answer = await ask('GET', this.#path).catch(() => undefined);
      if (!answer?.isOk || !answer.object?.User) {
        (this.#options.onLoadError ?? this.#options.onError)?.(answer ?? { status: 0 });
        return;
      }
      this.#data = answer.object.User;
      const wasLoaded = this.#isLoaded;
      this.#isLoaded = true;
      (wasLoaded ? this.#options.onChange : this.#options.onLoad)?.(this);
    }

    #receive(text) {
      const update = read(text)?.Update;
      if (!update) return;
      const { apiErrors, user } = update.data ?? {};
      const handlers = pendingRequests.get(update.requestId);
      if (apiErrors) {
        const [error] = [apiErrors.apiError].flat();
        const { errorType: ErrorType, errorMessage: ErrorMessage, errorData: ErrorData } = error ?? {};
        pendingRequests.delete(update.requestId);
        handlers?.error?.({
          status: 400,
          content: text,
          object: { ApiErrors: { ApiError: { ErrorType, ErrorMessage, ErrorData } } },
        });
      }
      if (!user) return;
      if (update.event === 'PUT') {
        this.#data = user;
        this.#options.onChange?.(this);
      } else if (update.event === 'POST') this.#options.onAdd?.(this);
      else if (update.event === 'DELETE') this.#options.onDelete?.(this);
    }

    getId() {
      return this.#options.id;
    }
    getState() {
      return this.#data.state;
    }
    getStateChangeTime() {
      return this.#data.stateChangeTime;
    }
    getPendingState() {
      return this.#data.pendingState;
    }
    getMediaState() {
      return this.#data.mediaState;
    }
    getExtension() {
      return this.#data.extension;
    }
    getFirstName() {
      return this.#data.firstName;
    }
    getLastName() {
      return this.#data.lastName;
    }
    getTeamId() {
      return this.#data.teamId;
    }
    getTeamName() {
      return this.#data.teamName;
    }
    getNotReadyReasonCodeId() {
      const { reasonCodeId } = this.#data;
      return reasonCodeId === '-1' ? undefined : reasonCodeId;
    }
    getReasonCode() {
      return this.#data.reasonCode;
    }
    getReasonCodeLabel() {
      return this.#data.reasonCode?.label ?? '';
    }

    getNotReadyReasonCodes(handlers) {
      askFor(
        {
          success: ({ object }) => {
            const codes = [object?.ReasonCodes?.ReasonCode ?? []].flat();
            const listed = codes.map(({ label, uri }) => ({ label, id: String(uri).split('/').at(-1) }));
            handlers?.success?.(listed.length > 0 ? listed : undefined);
          },
          error: handlers?.error,
        },
        'GET',
        `${this.#path}/ReasonCodes?category=NOT_READY`,
      );
    }

    setState(state, reason, handlers) {
      const requestId = crypto.randomUUID();
      pendingRequests.set(requestId, handlers);
      const reasonId = reason?.id === undefined ? '' : `<reasonCodeId>${escaped(reason.id)}</reasonCodeId>`;
      const body = `<User><state>${escaped(state)}</state>${reasonId}</User>`;
      askFor(handlers, 'PUT', this.#path, body, requestId);
    }
  }

  User.States = Object.fromEntries(
    [
      'LOGIN',
      'LOGOUT',
      'NOT_READY',
      'READY',
      'RESERVED',
      'RESERVED_OUTBOUND',
      'TALKING',
      'HOLD',
      'WORK',
      'WORK_READY',
    ].map(state => [state, state]),
  );

  gadgets.Hub.subscribe('finesse.info.connection', (_topic, isUp) => {
    if (isUp === connection.isUp) return;
    connection.isUp = isUp;
    for (const listener of isUp ? connection.onConnect : connection.onDisconnect) listener();
  });

  const ClientServices = {
    init(config) {
      if (!config.host || !config.restHost || !(config.authorization || config.id))
        throw new Error('ClientServices.init: host, restHost and authorization are needed.');
      const [id = '', ...rest] = atob(config.authorization || '').split(':');
      Object.assign(config, { id: config.id ?? id, password: rest.join(':') });
      gadgets.Hub.publish('finesse.info.requests', 'connection');
    },
    registerOnConnectHandler(onConnect) {
      connection.onConnect.push(onConnect);
      if (connection.isUp) onConnect();
    },
    registerOnDisconnectHandler(onDisconnect) {
      connection.onDisconnect.push(onDisconnect);
    },
  };

  const Topics = { ACTIVE_TAB: 'finesse.containerservices.activeTab' };
  const container = {
    Topics,
    addHandler: (topic, listener) => void gadgets.Hub.subscribe(topic, (_topic, data) => listener(data)),
    makeActiveTabReq: () => gadgets.Hub.publish('finesse.info.requests', 'activeTab'),
    tabVisible: () => true,
  };

  globalThis.finesse = {
    gadget: { Config },
    clientservices: { ClientServices },
    containerservices: { ContainerServices: { Topics, init: () => container } },
    cslogger: { ClientLogger: { init: () => {}, log: (...what) => console.log(...what) } },
    restservices: { User },
  };
})();
