/** What whoever builds a site's page reads where a token says nothing that can be used. */
export const visitorSentences = {
  notConfigured: 'This server knows no keys of this site. Set "identity" in its configuration, or give no token.',
  noSubject: 'The token names nobody. Set "sub" to the customer’s id, of at most 200 characters.',
  otherCustomer: 'This conversation is another customer’s. Call reset when somebody signs out, then identify.',
};
