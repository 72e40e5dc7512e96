import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../support/program.js';
import { freshDatabase } from '../support/workspace.js';

let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
beforeAll(async () => {
  workspace = await freshDatabase();
  program = await Program.start({ env: workspace.env });
});
afterAll(async () => {
  await program.stop();
  await workspace.close();
});

/** Everything that comes back until the server closes the connection. */
function say(bytes: string): Promise<string> {
  const { hostname, port } = new URL(program.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('error', reject).on('close', () => {
      resolve(answer);
    });
    socket.write(bytes, 'latin1');
  });
}

const GET = 'GET /api/v1/meta HTTP/1.1\r\n';
const HOST = 'Host: x\r\n';

describe('what is hardly a request', () => {
  it.each([
    ['no HTTP', 'HELO example\r\n\r\n', 400],
    ['a version that is none', `GET / HTTP/9.9\r\n${HOST}\r\n`, 400],
    ['a NUL in a header', `${GET}${HOST}X-A: \0\r\n\r\n`, 400],
    ['a header without a name', `${GET}${HOST}: x\r\n\r\n`, 400],
    ['a space in the address', `GET /a b HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['endless headers', `${GET}${HOST}${'X-A: y\r\n'.repeat(9_000)}\r\n`, 431],
    ['a negative length', `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`, 400],
    [
      'two ways to say how long it is',
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      'a chunk that is none',
      // To a door that reads what it is sent: others may have answered before the chunk is looked at.
      `POST /api/v1/session HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
  ])('such as %j is told so like every other error', async (_, bytes, status) => {
    const answer = await say(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/^content-type: application\/problem\+json/im);
    const problem = JSON.parse(body) as { requestId: string };
    expect(problem).toMatchObject({ status, code: expect.any(String) });
    expect(head.toLowerCase()).toContain(`x-request-id: ${problem.requestId}`);
  });

  it('does the server no harm', async () => {
    expect((await fetch(`${program.url}/api/v1/health/live`)).status).toBe(200);
    expect(program.stderr).toBe('');
  });
});
