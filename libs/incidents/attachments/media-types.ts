import { fileTypeFromBuffer } from 'file-type';
import type { Words } from '#platform';

/** What may be attached, by what the content is (not by its name), with the endings such a file may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'csv', 'md'],
};

const ALLOWED_ENDINGS: readonly string[] = Object.values(ALLOWED).flat();
const NOT_ALLOWED: Words = {
  zh: `只能添加这些类型：${ALLOWED_ENDINGS.join('、')}`,
  en: `Allowed are: ${ALLOWED_ENDINGS.join(', ')}.`,
};

/** The dot and ending of a name, when it is one that files may have. */
export function endingOf(name: string): string {
  const [ending = ''] = /\.[^.]*$/.exec(name) ?? [];
  return ALLOWED_ENDINGS.includes(ending.slice(1).toLowerCase()) ? ending : '';
}

export type MediaTypeResult =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly reason: Words };

/** The type of a file by its content. Refuses what is not on the list, and a name that promises something else. */
export async function mediaTypeOf(name: string, content: Uint8Array): Promise<MediaTypeResult> {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const found = await fileTypeFromBuffer(content);
  const mediaType = found?.mime ?? (isPlainText(content) ? 'text/plain' : null);
  const endings = mediaType === null ? undefined : ALLOWED[mediaType];
  if (endings === undefined) return { ok: false, reason: NOT_ALLOWED };
  if (mediaType === null || !endings.includes(ending)) {
    return {
      ok: false,
      reason: {
        zh: `内容是 ${endings.join(' 或 ')}，文件名却以 .${ending} 结尾`,
        en: `The content is ${endings.join(' or ')}, but the name ends in .${ending}.`,
      },
    };
  }
  return { ok: true, mediaType };
}

function isPlainText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
