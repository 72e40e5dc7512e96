/**
 * The wording by which two sightings are one mention: hash signs, spaces, punctuation, width and case make no
 * difference (`#清源停水#`, `清源停水！`). A text of signs alone stays itself.
 */
export function wordingOf(text: string): string {
  const words = lettersOf(text);
  return words === '' ? text.trim() : words;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const ADDRESS = /https?:\/\/\S+/gi;
/** What people put before and after a claim when they pass it on. It says nothing about the claim. */
const BEFORE = /^(?:转发微博|转发|网传|求证|据说|听说|紧急通知|紧急扩散|扩散|速看|最新消息|突发)+/;
const AFTER =
  /(?:求证实|求证|是真的吗|真的吗|真的假的|真的还是假的|属实吗|求辟谣|请扩散|速转|转发微博)+$/;
/** Of less than this nothing may be taken off: too much would look alike. */
const SHORTEST = 6;

/**
 * The wording by which mentions are one topic, whatever the source: near repeats, without links and the usual
 * frame of a forwarded message. Places, numbers and dates stay, since they make another claim of it.
 */
export function topicWordingOf(text: string): string {
  const whole = wordingOf(text.replace(ADDRESS, ' '));
  const claim = whole.replace(BEFORE, '').replace(AFTER, '');
  return claim.length >= SHORTEST ? claim : whole;
}
