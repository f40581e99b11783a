/** Whether a request comes from a page or a program of this machine: no other page may steer the box by a browser. */
export function isLocal(host: string | undefined, origin: string | undefined): boolean {
  if (!isLocalName(URL.parse(`http://${host ?? ''}`)?.hostname)) return false;
  return origin === undefined || isLocalName(URL.parse(origin)?.hostname);
}

function isLocalName(name: string | undefined): boolean {
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]' || (name?.endsWith('.localhost') ?? false);
}
