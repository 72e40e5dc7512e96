import type { Detector } from '../finding.js';
import { spansOf } from '../finding.js';

/**
 * A URL stays as it is, since it is the evidence. Three things in it point at a person and go:
 * a query value that is exactly a mobile number, an encoded mention, and the name in the address of a
 * profile page. Numbers in paths stay: they are the ids of posts.
 */
const PHONE_VALUE = /(?<==(?:(?:\+|%2B)?86)?)1[3-9]\d{9}(?=$|[^\w%])/i;
const ENCODED_MENTION = /(?<==)%40(?:[\w.-]|%[\dA-F]{2}){1,120}/i;
const PROFILES = [
  String.raw`weibo\.c(?:om|n)/(?:u|n|profile)/`,
  String.raw`zhihu\.com/people/`,
  String.raw`douyin\.com/user/`,
  String.raw`xiaohongshu\.com/user/profile/`,
  String.raw`space\.bilibili\.com/`,
  String.raw`kuaishou\.com/profile/`,
  String.raw`toutiao\.com/c/user/(?:token/)?`,
];
const PROFILE = new RegExp(`(?:${PROFILES.join('|')})(?<what>[\\w.%-]{1,200})`, 'i');

export const phoneInUrl: Detector = {
  kind: 'phone',
  inUrls: true,
  find: (text) => spansOf(PHONE_VALUE, text),
};
export const mentionInUrl: Detector = {
  kind: 'mention',
  inUrls: true,
  find: (text) => spansOf(ENCODED_MENTION, text),
};
export const profileInUrl: Detector = {
  kind: 'account',
  inUrls: true,
  find: (text) => spansOf(PROFILE, text),
};
