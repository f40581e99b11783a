/** Workers are made of an address, for which a page that asks for Trusted Types wants somebody to vouch. */
interface Vouching {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
const isVouching = (of: unknown): of is Vouching => typeof of === 'object' && of !== null && 'createPolicy' in of;

let vouch: ((url: string) => string) | undefined;

function vouchedFor(url: string): string {
  if (!vouch) {
    const types: unknown = Reflect.get(globalThis, 'trustedTypes');
    const rules = { createScriptURL: (ours: string) => ours };
    const policy = isVouching(types) ? types.createPolicy('eyeline-effects', rules) : rules;
    vouch = ours => policy.createScriptURL(ours);
  }
  return vouch(url);
}

const file = 'twilio-gaussian-blur-background-processor-pipeline-worker.js';

/** On other sites' pages a worker has to come from the page itself, and is told where its files are. */
const elsewhere = (folder: string): string => `
  const folder = ${JSON.stringify(folder)};
  const load = importScripts, get = fetch;
  self.importScripts = path => load(folder + path);
  self.fetch = (path, options) => get(new URL(path, folder), options);
  load(folder + ${JSON.stringify(file)});
`;

/** Starts the worker that parts people from what is behind them. Throws where the page's policy forbids it. */
export function startBlurWorker(folder: string): { readonly worker: Worker; close(): void } {
  if (new URL(folder).origin === location.origin) {
    const worker = new Worker(vouchedFor(folder + file));
    return { worker, close: () => worker.terminate() };
  }
  const address = URL.createObjectURL(new Blob([elsewhere(folder)], { type: 'text/javascript' }));
  const worker = new Worker(vouchedFor(address));
  return {
    worker,
    close: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
