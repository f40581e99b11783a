/** What whoever builds a page reads where it says what cannot be taken. In the console, so English everywhere. */
export const identitySentences = {
  notTaken:
    'Give texts: id up to 200 characters, name 80, email 254, phone 40, and at most 30 attributes of 500, named by letters, digits, "-" and "_".',
  noToken: 'The page gave no token within 10 seconds. The conversation goes on without it.',
};
