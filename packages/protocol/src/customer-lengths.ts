/** The longest token of a site. */
export const IDENTITY_TOKEN_MAX_LENGTH = 4096;
/** So many things a page may say of a customer besides who it is. */
export const MOST_ATTRIBUTES = 30;
/** How long a text may be that says who a customer is. */
export const LONGEST_OF_CUSTOMER = { id: 200, name: 80, email: 254, phone: 40 } as const;
export const LONGEST_ATTRIBUTE = 500;
