import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { BROWSERS_OWN_HOSTS } from './own-requests.ts';
import { type Answer, answerFrom, type Site } from './site.ts';

/** Only names that never resolve on the public net (RFC 6761) and the loopback may be served. */
const SERVABLE = /(^|\.)(test|localhost)$|^127\.0\.0\.1$/;

/**
 * A local proxy that is the browser's only way out: it answers the hosts that a test registers, refuses
 * every other with 502, and remembers all that was asked, so that a test can say "nothing left".
 *
 * One proxy serves one browser: the record does not tell two apart. Only plain http can be answered; https
 * arrives as CONNECT, is recorded as `https://host` and refused. `http://localhost` and `http://NAME.localhost`
 * are secure contexts, `http://NAME.test` is not.
 */
export interface RecordingProxy {
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Serves a host name; a second call for the same name replaces the first. Throws for a public name. */
  site(host: string, site: Site): void;
  /** Every URL asked so far, oldest first, repeats kept. */
  requestedUrls(): string[];
  /** What was asked of hosts that are neither registered nor known as the browser's own. */
  foreignUrls(): string[];
  /** Starts the record anew, for a test that shares its browser with others. */
  forget(): void;
  close(): Promise<void>;
}

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const sites = new Map<string, Site>();
  const open = new Set<Socket>();
  let requested: string[] = [];

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => send(response, { status: 500, body: String(error) }));
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
    requested.push(url.href);
    const site = sites.get(url.hostname);
    if (site === undefined) return send(response, { status: 502, body: `${url.hostname} is not a site of this test.` });
    send(response, await answerFrom(site, { method: request.method ?? 'GET', url, headers: request.headers }));
  }

  server.on('connect', (request, socket) => {
    requested.push(new URL(`https://${request.url}`).href.replace(/\/$/, ''));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  // A browser that is closed in mid-request resets its sockets: no fault of the test.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    site(host, site) {
      if (!SERVABLE.test(host))
        throw new Error(`A test may not pose as ${host}: use a name below .test or .localhost.`);
      sites.set(host, site);
    },
    requestedUrls: () => [...requested],
    foreignUrls: () =>
      requested.filter((url) => {
        const { hostname } = new URL(url);
        return !sites.has(hostname) && !BROWSERS_OWN_HOSTS.includes(hostname);
      }),
    forget() {
      requested = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.play) {
    answer.play(response);
    return;
  }
  const { status = 200, headers = {}, body = '' } = answer;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(body);
}
