// The reference: a page as the server renders it, with its styles and without its program.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";

/** What the page would load or run. */
const PROGRAM = /<script\b[^>]*>[\s\S]*?<\/script>|<link rel="(?:modulepreload|preload)"[^>]*>/g;
const STYLES = /<link rel="stylesheet" href="([^"]+)"/;
/** As the server packs pages, and as the build packs styles. */
const PAGE_QUALITY = 5;
const STYLES_QUALITY = 11;

export class StaticPages {
  url = "";
  #request: APIRequestContext;
  #files = new Map<string, { type: string; body: Buffer }>();
  #server: Server;

  constructor(request: APIRequestContext) {
    this.#request = request;
    this.#server = createServer(({ url = "/" }, response) => this.#answer(url, response));
  }

  async open(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Takes the page at `path` over as it is now, and answers where it stands. */
  async copy(path: string): Promise<string> {
    const html = await (await this.#request.get(path)).text();
    const styles = STYLES.exec(html)?.[1];
    if (!styles) throw new Error(`${path} names no styles`);
    this.#keep(path, "text/html", html.replaceAll(PROGRAM, ""), PAGE_QUALITY);
    this.#keep(styles, "text/css", await (await this.#request.get(styles)).text(), STYLES_QUALITY);
    return `${this.url}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #keep(path: string, type: string, text: string, quality: number): void {
    const body = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    this.#files.set(path, { type: `${type}; charset=utf-8`, body });
  }

  #answer(path: string, response: ServerResponse): void {
    const file = this.#files.get(path);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "content-length": file.body.length }).end(file.body);
  }
}
