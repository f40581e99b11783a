import { childOf, childrenOf, filledText, isNamed, type XmlElement } from '../xml/xml-element.ts';
import { optional } from './optional.ts';

/** One error as Finesse or UCCX tells it: in an answer (`ErrorType`), in a notification (`errorType`) or in JSON. */
export interface ApiError {
  readonly type: string;
  readonly message: string;
  readonly data: string;
  /** The number that the telephony behind Finesse gave. */
  readonly peripheralCode?: string;
  readonly peripheralText?: string;
  /** The media routing domain that it is about. */
  readonly mediaId?: string;
}

/** The errors in an `<ApiErrors>` or `<apiErrors>`; none when the element is something else. */
export function readApiErrors(element: XmlElement | undefined): readonly ApiError[] {
  const list = element && isNamed(element, 'ApiErrors') ? element : childOf(element, 'ApiErrors');
  return childrenOf(list, 'ApiError').map(error => ({
    type: filledText(error, 'ErrorType') ?? '',
    message: filledText(error, 'ErrorMessage') ?? '',
    data: filledText(error, 'ErrorData') ?? '',
    ...optional('peripheralCode', filledText(error, 'peripheralErrorCode')),
    ...optional('peripheralText', filledText(error, 'peripheralErrorText') ?? filledText(error, 'peripheralErrorMsg')),
    ...optional('mediaId', filledText(error, 'errorMedia')),
  }));
}
