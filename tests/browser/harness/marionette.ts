import { connect, type Socket } from 'node:net';
import type { Json } from './driver.ts';

/** What Firefox answers with instead of a result, such as `no such window`. */
export class MarionetteError extends Error {
  /** The WebDriver error code. */
  readonly code: string;

  constructor(command: string, code: string, message: string) {
    super(`Firefox refused ${command}: ${code}: ${message}`);
    this.name = 'MarionetteError';
    this.code = code;
  }
}

type Command = [type: 0, id: number, name: string, parameters: Record<string, Json>];
type Reply = [type: 1, id: number, error: { error: string; message: string } | null, result: Json];

interface Waiting {
  command: string;
  resolve(result: Json): void;
  reject(error: Error): void;
}

/**
 * The protocol that stock Firefox itself speaks: JSON over TCP, each packet led by its length in bytes and a
 * colon. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #received: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('close', () => this.#fail(new Error('Firefox closed the Marionette connection.')));
    socket.on('error', (error) => this.#fail(error));
  }

  /** Rejects when nobody listens on the port. */
  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Marionette(socket));
      });
    });
  }

  /** The result as Firefox sends it: most commands wrap theirs as `{ value }`. */
  send(command: string, parameters: Record<string, Json> = {}): Promise<Json> {
    const id = ++this.#lastId;
    const packet: Command = [0, id, command, parameters];
    const body = Buffer.from(JSON.stringify(packet));
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error(`Firefox is gone; ${command} cannot be sent.`));
      this.#waiting.set(id, { command, resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const packet: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The first packet is a greeting, an object; every other is a reply.
      if (Array.isArray(packet)) this.#settle(packet as Reply);
    }
  }

  #settle([, id, error, result]: Reply): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === null) waiting.resolve(result);
    else waiting.reject(new MarionetteError(waiting.command, error.error, error.message));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
