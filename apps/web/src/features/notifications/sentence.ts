import type { Notification } from '../../api/types';
import type { Text } from '../../i18n/define-text';
import { zh } from './locales';

type TopicKey = Extract<keyof typeof zh, `topic.${string}`>;

function isTopicKey(key: string): key is TopicKey {
  return key in zh;
}

/** A notification as a sentence. A topic that this client does not know yet is still told. */
export function sentenceOf(notification: Notification, t: Text<typeof zh>): string {
  const key = `topic.${notification.topic}`;
  const topic = t(isTopicKey(key) ? key : 'topic.other');
  const { subject } = notification;
  return subject ? t('sentence', { topic, title: subject.title }) : topic;
}
