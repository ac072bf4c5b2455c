import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export interface Answer {
  /** HTTP status, 200 when left out. */
  status?: number;
  /** Header names in lower case; `content-type` is plain text when left out. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Answers by itself, as bad servers do: never, slowly, in part. The rest is then without meaning. */
  play?: (response: ServerResponse) => void;
}

export interface SiteRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
}

/**
 * What a host answers with: the path of a folder of files, a map from a URL's path to an HTML page or an
 * answer, or a function (which may wait, to play a slow server). Whatever it does not know is a 404.
 */
export type Site =
  | string
  | Record<string, string | Answer>
  | ((request: SiteRequest) => Answer | undefined | Promise<Answer | undefined>);

const NOT_FOUND: Answer = { status: 404, body: 'Not found.' };

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
};

export async function answerFrom(site: Site, request: SiteRequest): Promise<Answer> {
  if (typeof site === 'function') return (await site(request)) ?? NOT_FOUND;
  if (typeof site === 'string') return fileAnswer(site, request.url.pathname);
  const found = Object.hasOwn(site, request.url.pathname) ? site[request.url.pathname] : undefined;
  return typeof found === 'string' ? html(found) : (found ?? NOT_FOUND);
}

/** An HTML page as an answer, for sites that need a header or a status beside it. */
export function html(body: string, headers: Record<string, string> = {}): Answer {
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

async function fileAnswer(folder: string, pathname: string): Promise<Answer> {
  const file = normalize(join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : ''));
  if (!file.startsWith(normalize(folder + sep))) return NOT_FOUND;
  try {
    const type = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { headers: { 'content-type': type }, body: await readFile(file) };
  } catch {
    return NOT_FOUND;
  }
}
