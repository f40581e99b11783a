import { type XmlElement, xml } from '../xml/xml-element.ts';

/** A request that the administration API refuses. */
export class AdminFailure extends Error {
  override readonly name = 'AdminFailure';
  readonly status: number;
  readonly type: string;
  readonly data: string;

  constructor(status: number, type: string, message: string, data = '') {
    super(message);
    this.status = status;
    this.type = type;
    this.data = data;
  }

  toElement(): XmlElement {
    const error = [xml('errorData', this.data), xml('errorMessage', this.message), xml('errorType', this.type)];
    return xml('apiErrors', [xml('apiError', error)]);
  }
}
