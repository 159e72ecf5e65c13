// Keeps what is typed on this device until it is sent, and the form's ticket, so that the same form counts once.
const form = document.getElementById('form');
const done = document.querySelector('[data-done]');
const key = (link) => `tessera-answer-${link}`;

function read(link) {
  try {
    return JSON.parse(localStorage.getItem(key(link))) ?? {};
  } catch {
    return {};
  }
}

function write(link, kept) {
  try {
    localStorage.setItem(key(link), JSON.stringify(kept));
  } catch {
    // a browser that keeps nothing: the form works all the same
  }
}

if (done) {
  write(done.dataset.done, { done: true });
}

if (form) {
  const { link } = form.dataset;
  const before = document.getElementById('before');
  const clear = document.getElementById('clear');
  const { ticket } = form.elements;
  let kept = read(link);

  const begin = () => {
    form.reset();
    for (const field of form.querySelectorAll('textarea')) field.value = '';
    for (const field of form.querySelectorAll('input[type=radio]')) field.checked = false;
    // a ticket of its own for the next form; the page that is loaded again brings it
    write(link, {});
  };

  if (kept.done) {
    form.hidden = true;
    before.hidden = false;
    document.getElementById('again').addEventListener('click', () => {
      begin();
      kept = {};
      before.hidden = true;
      form.hidden = false;
      form.querySelector('textarea, input[type=radio]').focus();
    });
  } else {
    if (kept.ticket) ticket.value = kept.ticket;
    for (const [name, value] of Object.entries(kept.answers ?? {})) {
      const field = form.elements[name];
      // what the server gave back is newer
      if (field && !field.value) field.value = value;
    }
  }

  clear.hidden = false;
  clear.addEventListener('click', () => {
    begin();
    kept = {};
    form.querySelector('textarea, input[type=radio]').focus();
  });
  form.addEventListener('input', () => {
    const answers = {};
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith('q') && value) answers[name] = value;
    }
    write(link, { ticket: ticket.value, answers });
  });
  let sent = false;
  const offline = document.getElementById('offline');
  form.addEventListener('submit', (event) => {
    offline.hidden = navigator.onLine;
    // a browser that leaves for its own page of errors takes the form away; here it stays, with what was typed
    if (sent || !navigator.onLine) event.preventDefault();
    else sent = true;
  });
  addEventListener('online', () => {
    offline.hidden = true;
  });
  addEventListener('pageshow', () => {
    sent = false;
  });
}
