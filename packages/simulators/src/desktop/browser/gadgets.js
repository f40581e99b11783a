// What a gadget of this box finds under `gadgets`: the part of OpenSocial's interface that gadgets of Finesse use. The hub
// is the desktop's page, around the frame.
(() => {
  const asked = new URLSearchParams(location.search);
  const subscribers = new Map();
  const notify = message => parent.postMessage({ gadget: asked.get('mid') ?? '0', ...message }, location.origin);

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== location.origin || source !== parent || typeof data !== 'object' || data === null) return;
    if (data.type === 'hub.connected') gadgets.HubSettings.onConnect?.(gadgets.Hub, true);
    if (data.type === 'hub.message')
      for (const listener of [...(subscribers.get(data.topic) ?? [])]) listener(data.topic, data.data, null);
  });

  class Prefs {
    getString(name) {
      return asked.get(`up_${name}`) ?? '';
    }
    getInt(name) {
      return Number.parseInt(this.getString(name), 10) || 0;
    }
    getCountry() {
      return 'US';
    }
    getLang() {
      return 'en';
    }
  }

  globalThis.gadgets = {
    Prefs,
    HubSettings: {},
    Hub: {
      subscribe(topic, listener) {
        subscribers.set(topic, [...(subscribers.get(topic) ?? []), listener]);
        return { topic, listener };
      },
      unsubscribe({ topic, listener }) {
        subscribers.set(
          topic,
          (subscribers.get(topic) ?? []).filter(one => one !== listener),
        );
      },
      publish: (topic, data) => notify({ type: 'hub.publish', topic, data }),
      isConnected: () => true,
    },
    window: {
      adjustHeight: pixels => notify({ type: 'height', pixels: pixels ?? document.documentElement.scrollHeight }),
      setTitle: title => notify({ type: 'title', title: String(title) }),
    },
    loadingindicator: {
      dismiss: () => notify({ type: 'loading', isShown: false }),
      showLoading: () => notify({ type: 'loading', isShown: true }),
    },
  };
  addEventListener('load', () => {
    notify({ type: 'title', title: document.title });
    notify({ type: 'hub.connect' });
  });
})();
