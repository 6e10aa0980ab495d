// The network between a tablet and its server: it can be cut, so that nothing arrives and nobody is told.
import { createServer, connect, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export class Cable {
  url = "";
  #to: number;
  #server: Server;
  #sockets = new Set<Socket>();
  #isCut = false;

  constructor(serverUrl: string) {
    this.#to = Number(new URL(serverUrl).port);
    this.#server = createServer((tablet) => this.#join(tablet));
  }

  async plugIn(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** As behind a lift's door: open connections stay open and fall silent, new ones are never answered. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** What was open before is lost; what is asked for from here on arrives. */
  mend(): void {
    this.#isCut = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  async unplug(): Promise<void> {
    this.mend();
    await new Promise((done) => this.#server.close(done));
  }

  #join(tablet: Socket): void {
    const server = connect(this.#to, "127.0.0.1");
    for (const [from, to] of [[tablet, server], [server, tablet]] as const) {
      this.#sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.on("data", (bytes) => to.write(bytes));
      if (this.#isCut) from.pause();
    }
  }
}
