/** Why a text was not taken as XML. */
export type XmlErrorCode = 'not-xml' | 'html-page' | 'too-long' | 'too-deep' | 'doctype';

/** A text that is not the XML that was asked for. */
export class XmlError extends Error {
  readonly code: XmlErrorCode;

  constructor(code: XmlErrorCode, message: string) {
    super(message);
    this.name = 'XmlError';
    this.code = code;
  }
}
