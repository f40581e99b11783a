// The shop itself. The chat needs nothing from here.
const basket = document.querySelector('#basket');
const note = document.querySelector('#note');
let count = 0;

document.querySelector('#product')?.addEventListener('submit', event => {
  event.preventDefault();
  count += 1;
  basket?.replaceChildren(String(count));
  note?.replaceChildren('It is in your basket.');
});
