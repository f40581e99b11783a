/** A queue's key in the configuration. */
export type QueueId = string;
