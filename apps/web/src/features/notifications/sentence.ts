import type { Notification, Words } from '../../api/types';
import type { Text } from '../../i18n/define-text';
import { zh } from './locales';

type TopicKey = Extract<keyof typeof zh, `topic.${string}`>;

function isTopicKey(key: string): key is TopicKey {
  return key in zh;
}

/** A notification as a sentence. A topic that this client does not know yet is still told. */
export function sentenceOf(
  notification: Notification,
  t: Text<typeof zh>,
  say: (words: Words) => string,
): string {
  const key = `topic.${notification.topic}`;
  const topic = t(isTopicKey(key) ? key : 'topic.other');
  const { subject, data } = notification;
  const title = subject?.title ?? (isWords(data['message']) ? say(data['message']) : null);
  return title === null ? topic : t('sentence', { topic, title });
}

/** What the engine's auditor found it says itself, in both languages. */
const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
