export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or null when there is none. Tests say what they expect to find in it. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person at a browser, as far as the API can tell: keeps the cookie that it is given. */
export class TestClient {
  cookie: string | null = null;

  constructor(private readonly url: string) {}

  get(path: string, call: Call = {}): Promise<Answer> {
    return this.call('GET', path, call);
  }

  post(path: string, body: unknown = {}, call: Call = {}): Promise<Answer> {
    return this.call('POST', path, { ...call, body });
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.call('PATCH', path, { body });
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path, {});
  }

  async call(method: string, path: string, { body, headers = {} }: Call): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie !== null && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.keepCookie(response.headers);
    const text = await response.text();
    const parsed = text === '' ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  private keepCookie(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookie = pair.endsWith('=') ? null : pair;
    }
  }
}
