import type { Notification } from '../../api/types';
import type { Text } from '../../i18n/define-text';
import { zh } from './locales';

type TopicKey = Extract<keyof typeof zh, `topic.${string}`>;

function isTopicKey(key: string): key is TopicKey {
  return key in zh;
}

/** What the sender put into `data` under this name, if it is text. */
function textOf(data: Notification['data'], name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

/** A notification as a sentence. A topic that this client does not know yet is still told. */
export function sentenceOf(notification: Notification, t: Text<typeof zh>): string {
  const key = `topic.${notification.topic}`;
  const { data } = notification;
  const about = [textOf(data, 'number'), textOf(data, 'title')].filter(Boolean).join(' ');
  const topic = t(isTopicKey(key) ? key : 'topic.other');
  return about === '' ? topic : t('sentence', { topic, about });
}
