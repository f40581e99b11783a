// The tag that the page shows works as it stands when it names this server.
document.querySelector('#origin')?.replaceChildren(location.origin);
