import { invalid, isStorableText } from '#platform';

export interface CommandBody {
  readonly expectedVersion: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The shape that every command has: an object with the version that the user saw. What else is in it belongs to the
 * definition of the command, which says what is missing, wrong or unknown. Throws a 400 problem.
 */
export function readCommandBody(body: unknown): CommandBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid([
      {
        path: '',
        message: { zh: '请求正文应为 JSON 对象', en: 'The body must be a JSON object.' },
      },
    ]);
  }
  const { expectedVersion, ...params } = body as Record<string, unknown>;
  if (
    typeof expectedVersion !== 'number' ||
    !Number.isSafeInteger(expectedVersion) ||
    expectedVersion < 1
  ) {
    throw invalid([
      {
        path: 'expectedVersion',
        message: {
          zh: '应为所见版本的编号，1 或更大的整数',
          en: 'must be the whole number, 1 or more, of the version that was seen',
        },
      },
    ]);
  }
  const broken = unstorable(params, '');
  if (broken !== null)
    throw invalid([
      {
        path: broken,
        message: { zh: '含有无法保存的字符', en: 'must be text without NUL or broken characters' },
      },
    ]);
  return { expectedVersion, params };
}

/** The path of the first text, or key, that no database could hold; null when all is well. */
function unstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    const found = isStorableText(key) ? unstorable(inner, here) : here;
    if (found !== null) return found;
  }
  return null;
}
