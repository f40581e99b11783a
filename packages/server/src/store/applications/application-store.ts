import * as v from 'valibot';

/** What another system may ask over HTTP. */
export const ServiceScope = v.picklist(['invitations', 'figures', 'interactions']);
export type ServiceScope = v.InferOutput<typeof ServiceScope>;

/** A system that is not Eyeline's own. */
export interface Application {
  readonly applicationId: string;
  /** What it is called by people. */
  readonly name: string;
  readonly scopes: readonly ServiceScope[];
  /** Which it may use; null: all. */
  readonly entryPointIds: readonly string[] | null;
  /** UTC ms. */
  readonly createdAt: number;
}

/** By which an application shows who it is. Of the secret itself only a hash is kept. */
export interface ApplicationSecret {
  readonly secretId: string;
  /** UTC ms. */
  readonly issuedAt: number;
  /** Null: it does not expire. */
  readonly expiresAt: number | null;
  /** To the minute; null: never. */
  readonly lastUsedAt: number | null;
}

export interface KeptApplication extends Application {
  /** The newest first. */
  readonly secrets: readonly ApplicationSecret[];
}

/** `hash`: SHA-256 of the secret, hex. */
export type NewSecret = Omit<ApplicationSecret, 'lastUsedAt'> & { readonly hash: string };

export interface ApplicationStore {
  add(application: Application, secret: NewSecret): Promise<void>;
  /** False where there is none. */
  change(application: Omit<Application, 'createdAt'>): Promise<boolean>;
  /** With its secrets. False where there is none. */
  remove(applicationId: string): Promise<boolean>;
  /** The newest first. */
  load(): Promise<readonly KeptApplication[]>;
  /** Beside at most `others` that are good at that instant; what has expired makes room. */
  addSecret(applicationId: string, secret: NewSecret, others: number): Promise<'added' | 'no-application' | 'too-many'>;
  /** False where there is none. */
  removeSecret(applicationId: string, secretId: string): Promise<boolean>;
  /** By the secret's hash; null where there is none, or not any more. */
  find(hash: string): Promise<{ readonly application: Application; readonly secret: ApplicationSecret } | null>;
  used(secretId: string, at: number): Promise<void>;
}
