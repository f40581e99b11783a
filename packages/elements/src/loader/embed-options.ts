/** What the loader hands to the widget's code: the `data-` attributes of its tag as they stand there, and the moment. */
export interface EmbedOptions {
  readonly tag: DOMStringMap;
  readonly entryPoint: string;
  /** The customer asked for it just now, so the cursor goes there. */
  readonly focus: boolean;
}
