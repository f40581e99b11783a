import { demoPassword } from '../process/demo.ts';

/** Asks a server over HTTP, as a program of somebody's would. */
export class ApiClient {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** With the same token at another server. */
  at(url: string): ApiClient {
    const client = new ApiClient(url);
    client.#token = this.#token;
    return client;
  }

  /** As the demo's supervisor unless told otherwise. */
  async signIn(username = 'sue', password = demoPassword) {
    const { status, body } = await this.ask('POST', '/sign-in', { username, password });
    if (status === 200) this.#token = body.token;
    return { status, body };
  }

  async ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
    const response = await fetch(new URL(`/api/v1${path}`, this.#url), {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  }
}
