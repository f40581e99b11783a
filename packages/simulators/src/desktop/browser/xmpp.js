// The desktop's notifications: one XMPP session over a WebSocket (RFC 7395, RFC 6120), as the agent, with the resource that is
// Finesse's own.
const pingMs = 10_000;
const againMs = 2_000;

const framing = 'urn:ietf:params:xml:ns:xmpp-framing';
const attribute = text =>
  text.replace(/[&<>"]/g, one => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one]);
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

export class Notifications {
  #options;
  #socket;
  #pings;
  #again;
  #isUp = false;
  #isStopped = false;

  /** `onUpdate` gets the node and the text of an Update; `onConnection` whether Finesse is heard. */
  constructor(options) {
    this.#options = options;
    this.#connect();
  }

  stop() {
    this.#isStopped = true;
    clearTimeout(this.#again);
    this.#send('<presence xmlns="jabber:client" type="unavailable"/>');
    this.#send(`<close xmlns="${framing}"/>`);
    this.#socket.close();
  }

  #connect() {
    const { url, domain } = this.#options;
    const socket = new WebSocket(url, ['xmpp']);
    this.#socket = socket;
    socket.onopen = () => this.#send(`<open xmlns="${framing}" to="${attribute(domain)}" version="1.0"/>`);
    socket.onmessage = ({ data }) =>
      this.#receive(new DOMParser().parseFromString(data, 'application/xml').documentElement);
    socket.onclose = () => {
      clearInterval(this.#pings);
      this.#notify(false);
      if (!this.#isStopped) this.#again = setTimeout(() => this.#connect(), againMs);
    };
  }

  #receive(stanza) {
    const { domain, userId, password, onUpdate } = this.#options;
    switch (stanza.localName) {
      case 'features':
        if (stanza.getElementsByTagName('mechanism').length > 0)
          this.#send(
            `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${base64(`\0${userId}\0${password}`)}</auth>`,
          );
        else
          this.#send(
            '<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>desktop</resource></bind></iq>',
          );
        return;
      case 'success':
        this.#send(`<open xmlns="${framing}" to="${attribute(domain)}" version="1.0"/>`);
        return;
      case 'iq':
        if (stanza.getAttribute('id') !== 'bind') return;
        this.#send('<presence xmlns="jabber:client"/>');
        this.#pings = setInterval(() => {
          this.#send(
            `<iq xmlns="jabber:client" type="get" id="ping" to="${attribute(domain)}"><ping xmlns="urn:xmpp:ping"/></iq>`,
          );
        }, pingMs);
        return;
      case 'presence':
        if (stanza.getAttribute('from')?.startsWith('finesse@')) this.#notify(stanza.getAttribute('type') === null);
        return;
      case 'message':
        for (const items of stanza.getElementsByTagName('items'))
          for (const notification of items.getElementsByTagName('notification'))
            onUpdate(items.getAttribute('node'), notification.textContent);
    }
  }

  #notify(isUp) {
    if (isUp === this.#isUp) return;
    this.#isUp = isUp;
    this.#options.onConnection(isUp);
  }

  #send(text) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text);
  }
}
