/** The minutes that are kept: the last hour. The worst is kept however long ago it was. */
export const KEPT_MINUTES = 60;
