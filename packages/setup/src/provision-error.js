/** Something that the project needs and cannot get. The message is a sentence that says what to do. */
export class ProvisionError extends Error {
  /**
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(message, cause) {
    super(message, { cause });
    this.name = 'ProvisionError';
  }
}
