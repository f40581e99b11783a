import type { XmlElement } from '../xml/xml-element.ts';
import type { FinesseRequest } from './finesse-request.ts';

/** A status without a body, a document, or a new object's address. */
export type RouteAnswer = number | XmlElement | { readonly location: string };

/** Methods and paths from `/finesse/api` on, and what answers them. */
export type Routes = Readonly<
  Record<`${'GET' | 'PUT' | 'POST' | 'DELETE'} /${string}`, (request: FinesseRequest) => RouteAnswer>
>;
