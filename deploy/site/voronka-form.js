// Sends <form action="…/forms/KEY" method="post" data-voronka> without leaving the page: docs/forms.md.
(() => {
  const english = /^en/i.test(document.documentElement.lang || navigator.language);
  const say = english
    ? {
        sending: 'Sending…',
        sent: 'Thank you, we have got it. We will get in touch soon.',
        failed: 'Not sent. Check your connection and try again.',
      }
    : {
        sending: 'Отправляем…',
        sent: 'Спасибо, заявка принята. Скоро свяжемся с вами.',
        failed: 'Не отправлено. Проверьте связь и попробуйте ещё раз.',
      };
  const pauses = [1000, 3000, 6000];
  const attempts = new WeakMap();

  // A field called `reset` or `append` hides the form's own `form.reset`, so what a form can do is taken from its prototype.
  const ask = (form, method, ...values) => HTMLFormElement.prototype[method].apply(form, values);
  const stateOf = (form) => ask(form, 'getAttribute', 'data-voronka');
  const setState = (form, state) => ask(form, 'setAttribute', 'data-voronka', state);

  // How the visitor came: taken from the first page that names a campaign, else from the first page of the visit.
  function arrival() {
    const utm = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith('utm_'));
    const now = { utm, referrer: document.referrer };
    try {
      const kept = JSON.parse(sessionStorage.getItem('voronka'));
      if (kept && (kept.utm[0] || !utm[0])) return kept;
      sessionStorage.setItem('voronka', JSON.stringify(now));
    } catch {
      // Storage is not allowed here.
    }
    return now;
  }

  // Stays the same for the same content until it has arrived.
  function idOf(form, data) {
    const content = JSON.stringify([...data].map(([name, value]) => [name, value.name ?? value, value.size]));
    let attempt = attempts.get(form);
    if (attempt?.content !== content) {
      const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
      attempts.set(form, (attempt = { content, id }));
    }
    return attempt.id;
  }

  function read(form) {
    const data = new FormData(form);
    const { utm, referrer } = arrival();
    data.set('_id', idOf(form, data));
    data.set('_page', location.href);
    data.set('_referrer', referrer);
    for (const [name, value] of utm) if (!data.get(name)) data.set(name, value);
    return data;
  }

  async function send(form) {
    const headers = { accept: 'application/json', 'accept-language': english ? 'en' : 'ru' };
    const request = { method: 'POST', body: read(form), headers, credentials: 'omit' };
    for (const pause of [...pauses, 0]) {
      const answer = await fetch(ask(form, 'getAttribute', 'action'), request).catch(() => null);
      if ((answer && answer.status < 502) || !pause) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  function show(form, state, text) {
    let place = ask(form, 'querySelector', '[data-voronka-status]');
    if (!place) ask(form, 'append', (place = document.createElement('p')));
    place.role = 'status';
    place.dataset.voronkaStatus = state;
    place.textContent = text;
  }

  function mark(field, text) {
    field.setCustomValidity(text);
    field.reportValidity();
    field.addEventListener('change', () => field.setCustomValidity(''), { once: true });
  }

  async function refused(form, answer) {
    const { details = [] } = (await answer?.json().catch(() => 0)) || {};
    const find = (type) => details.find((detail) => detail.type === 'google.rpc.' + type)?.debug;
    const text = find('LocalizedMessage')?.message ?? say.failed;
    show(form, 'failed', text);
    const consent = ask(form, 'querySelector', '[data-voronka-consent], [name=consent]');
    if (consent && find('ErrorInfo')?.reason === 'CONSENT_REQUIRED') mark(consent, text);
  }

  addEventListener('submit', async (event) => {
    const form = event.target;
    const state = stateOf(form);
    if (state === null) return;
    event.preventDefault();
    if (state === 'sending') return;
    setState(form, 'sending');
    show(form, 'sending', say.sending);
    const answer = await send(form).catch(console.error);
    setState(form, '');
    if (!answer?.ok) return refused(form, answer);
    attempts.delete(form);
    ask(form, 'reset');
    show(form, 'sent', say.sent);
    ask(form, 'dispatchEvent', new CustomEvent('voronka:sent', { bubbles: true }));
  });
  arrival();
})();
