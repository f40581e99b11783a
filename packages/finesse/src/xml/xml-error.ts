/** Why a text was not taken as XML. */
export type XmlErrorCode = 'not-xml' | 'html-page' | 'too-long' | 'too-deep' | 'doctype';

/** A text that is not the XML that was asked for. */
export class XmlError extends Error {
  readonly code: XmlErrorCode;
  /** Of a web page, in quotation marks; `''` where it has none. */
  readonly title: string;

  constructor(code: XmlErrorCode, message: string, title = '') {
    super(message);
    this.name = 'XmlError';
    this.code = code;
    this.title = title;
  }
}
