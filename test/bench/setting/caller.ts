import { z } from 'zod';

const named = z.object({ id: z.string() });

/** Somebody who is signed in at the API. */
export class Caller {
  private constructor(
    private readonly base: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, username: string, password: string): Promise<Caller> {
    const base = `${url}/api/v1`;
    const response = await fetch(`${base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    await demandSuccess(response, 'session');
    return new Caller(base, cookie.split(';')[0] ?? '');
  }

  get(path: string): Promise<unknown> {
    return this.call(path, { headers: { cookie: this.cookie } });
  }

  post(path: string, body: unknown): Promise<unknown> {
    const headers = { cookie: this.cookie, 'content-type': 'application/json' };
    return this.call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The id of what this POST has made. */
  async make(path: string, body: unknown): Promise<string> {
    return named.parse(await this.post(path, body)).id;
  }

  private async call(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(this.base + path, init);
    return demandSuccess(response, path);
  }
}

async function demandSuccess(response: Response, path: string): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}
