import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Server } from 'node:http';

/** What Node itself answers to these, as status codes (Node source, lib/_http_server.js, socketOnError). */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what never became a request (broken syntax, endless headers, too slow) like every other error, since Node
 * on its own sends a status without a word.
 */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    // A socket on which an answer has begun, or that has gone, takes no other.
    if (!socket.writable || ('bytesWritten' in socket && socket.bytesWritten !== 0)) {
      socket.destroy();
      return;
    }
    socket.end(answerTo(STATUS_OF[error.code ?? ''] ?? 400, randomUUID()));
  });
}

function answerTo(status: number, requestId: string): string {
  const title = STATUS_CODES[status] ?? 'Error';
  const code = title.toLowerCase().replaceAll(' ', '-');
  const body = JSON.stringify({
    type: `https://mingbian.example/problems/${code}`,
    title,
    status,
    detail: 'What was sent is no HTTP request that this server can read.',
    code,
    requestId,
  });
  return [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
