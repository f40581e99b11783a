/** What the loader read from its script tag; empty where the attribute is not there. */
export interface EmbedOptions {
  readonly entryPoint: string;
  readonly server: string;
  readonly accent: string;
  readonly theme: string;
  readonly label: string;
  readonly position: string;
  readonly testPicture: boolean;
  readonly picture: string;
  /** The name of a global function that gives a captcha's token. */
  readonly getProof: string;
  /** The customer asked for it just now, so the cursor goes there. */
  readonly focus: boolean;
}
