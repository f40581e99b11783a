/** The server's address as a whole. Written without its protocol it has the one of the page; left out it is where the page came from. */
export const serverOf = (url: string = location.origin): string =>
  new URL(/^(\w+:)?\/\//.test(url) ? url : `//${url}`, globalThis.location?.href).origin;
