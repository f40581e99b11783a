/** Why an answer cannot be read. */
export const xmlFaults = {
  tooLong: (length: number, most: number) => `The answer has ${length} characters; at most ${most} are read.`,
  webPage: (title: string) => `The answer is a web page${title && ` (${title})`}, not the XML of an API.`,
  /** A web page, as it stands within a sentence. */
  page: (title: string) => `a web page${title && ` (${title})`}`,
  documentType: 'The answer declares a document type; Cisco sends none, so it is not read.',
  notOneDocument: 'The answer is not one XML document.',
  tooDeep: (most: number) => `The answer has elements more than ${most} deep.`,
  notXml: (why: string) => `The answer is not XML (${why}).`,
  noUpdate: (name: string) => `A notification holds <${name}>, not <Update>.`,
};
