// A site of a client's own, on an origin of its own: one page with what an admin has pasted into it.
import { createServer } from 'node:http';
import { after } from 'node:test';

export class Site {
  static async open() {
    const site = new Site();
    await new Promise((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    after(() => site.server.close());
    return site;
  }

  constructor() {
    this.pasted = '';
    this.server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // A browser keeps the connection, which would keep the story from ending.
      response.setHeader('connection', 'close');
      response.end(`<!doctype html><html lang="ru"><meta charset="utf-8"><title>Сайт</title><body>${this.pasted}</body></html>`);
    });
  }

  get origin() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }
}
