import type { ChannelsFile } from './channels-config.js';
import { fill, insideJson, insideUrl, placeholdersOf } from './template.js';

/** A mistake in channels.yaml; the path leads into the file. */
export interface ChannelsProblem {
  readonly path: readonly string[];
  readonly message: string;
}

type SmsFile = NonNullable<ChannelsFile['sms']>;

const SAMPLE = { to: '13800000000', text: 'x', id: 'x', secret: 'x' };

/** What keeps an SMS gateway from being asked as it is described. */
export function smsProblems(sms: SmsFile, hasSecret: boolean): ChannelsProblem[] {
  const { url, body, success } = sms;
  const problems = placeholderProblems(sms, hasSecret);
  const wrong = (path: readonly string[], message: string) => problems.push({ path, message });
  if (!/^https?:\/\/[^\s{}/?#]+([/?]|$)/.test(url) || !URL.canParse(fill(url, SAMPLE, insideUrl))) {
    wrong(['sms', 'url'], 'must be an address, https://…, with placeholders only after the host');
  }
  if (sms.method === 'GET' && body !== undefined) wrong(['sms', 'body'], 'a GET has no body');
  if (sms.format === 'json' && body !== undefined && !isJson(fill(body, SAMPLE, insideJson))) {
    wrong(['sms', 'body'], 'is not JSON once its placeholders are filled');
  }
  if ((success.pointer === undefined) !== (success.equals === undefined)) {
    wrong(['sms', 'success'], 'pointer and equals belong together');
  }
  return problems;
}

function placeholderProblems(
  { url, body = '', headers }: SmsFile,
  hasSecret: boolean,
): ChannelsProblem[] {
  const secret = hasSecret ? ['secret'] : [];
  const parts = [
    { path: ['sms', 'url'], text: url, known: ['to', 'text', 'id', ...secret] },
    { path: ['sms', 'body'], text: body, known: ['to', 'text', 'id', ...secret] },
    // What people write must not get into headers.
    ...Object.entries(headers).map(([name, text]) => ({
      path: ['sms', 'headers', name],
      text,
      known: secret,
    })),
  ];
  const unknown = parts.flatMap(({ path, text, known }) =>
    placeholdersOf(text)
      .filter((name) => !known.includes(name))
      .map((name) => ({ path, message: `nothing fills {{${name}}} here` })),
  );
  const used = placeholdersOf(url + body);
  const missing = ['to', 'text']
    .filter((name) => !used.includes(name))
    .map((name) => ({ path: ['sms'], message: `neither url nor body has {{${name}}}` }));
  return [...unknown, ...missing];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
