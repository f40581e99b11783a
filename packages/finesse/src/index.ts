export { NotificationFeed } from './notifications/feed.ts';
export { openSession } from './notifications/session.ts';
export { FinesseRest } from './rest/finesse-rest.ts';
export { createHttp } from './rest/http.ts';
