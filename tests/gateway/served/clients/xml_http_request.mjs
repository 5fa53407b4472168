// The part of a browser's XMLHttpRequest that the official runtime needs. Packages that provide it for Node show an
// answer's text only when all of it has arrived, unlike browsers.
const OPENED = 1;
const HEADERS_RECEIVED = 2;
const LOADING = 3;
const DONE = 4;

export class XMLHttpRequest {
  readyState = 0;
  status = 0;
  statusText = '';
  responseText = '';
  responseType = '';
  #request = { headers: {}, signal: null };
  #aborted = new AbortController();
  #headers = new Headers();

  open(method, url) {
    this.#request = { method, url, headers: {}, signal: this.#aborted.signal };
    this.#become(OPENED);
  }

  setRequestHeader(name, value) {
    this.#request.headers[name] = value;
  }

  getResponseHeader(name) {
    return this.#headers.get(name);
  }

  getAllResponseHeaders() {
    return [...this.#headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  send(body) {
    this.#receive(body).catch(() => {
      this.status = 0;
      this.#become(DONE);
    });
  }

  abort() {
    this.onreadystatechange = null;
    this.#aborted.abort();
  }

  async #receive(body) {
    const response = await fetch(this.#request.url, { ...this.#request, body });
    this.#headers = response.headers;
    this.status = response.status;
    this.#become(HEADERS_RECEIVED);
    const decoder = new TextDecoder();
    for await (const piece of response.body) {
      this.responseText += decoder.decode(piece, { stream: true });
      this.#become(LOADING);
    }
    this.#become(DONE);
  }

  #become(state) {
    this.readyState = state;
    this.onreadystatechange?.();
  }
}
