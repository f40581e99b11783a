export { FinesseRest } from './rest/finesse-rest.ts';
export { createHttp } from './rest/http.ts';
