import MailComposer from 'nodemailer/lib/mail-composer';
import { headline, plainLines, renderWithin, WORDS } from '../../core/render-message.js';
import type { OutgoingMessage, SendContext } from '../channel.js';

/** Nobody reads more than this in a mail at night, and no server refuses it. */
const ROOM = { limit: 20_000, size: (text: string) => text.length };

/** The bytes of a mail: plain text and simple HTML, which say the same. */
export function composeEmail(
  from: string,
  to: string,
  message: OutgoingMessage,
  { now, deliveryId }: SendContext,
): Promise<Buffer> {
  return new MailComposer({
    from,
    to,
    subject: headline(message),
    date: new Date(now),
    // The same for a repeated send: mail programs and servers can tell that it is the same mail (RFC 5322, 3.6.4).
    messageId: `<${deliveryId}@${domainOf(from)}>`,
    headers: {
      // RFC 3834: no out-of-office answers. The second is for servers that know only their own word for it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    text: renderWithin(ROOM, plainLines, message),
    html: html(message),
  })
    .compile()
    .build();
}

/** The address within `值班室 <duty@example.gov.cn>`. */
export const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from.trim();

const domainOf = (from: string): string => addressOf(from).split('@')[1] ?? 'localhost';

function html({ locale, title, text, severity, items = [], link, ackLink }: OutgoingMessage) {
  const words = WORDS[locale];
  const listed = items.map((item) => `<li>${anchor(item.title, item.link)}</li>`).join('');
  return [
    `<!doctype html><html lang="${locale}"><body style="font:16px/1.6 sans-serif">`,
    `<h1 style="font-size:18px">${escaped(headline({ severity, title }))}</h1>`,
    ...(text === '' ? [] : [`<p style="white-space:pre-wrap">${escaped(text)}</p>`]),
    ...(listed === '' ? [] : [`<ol>${listed}</ol>`]),
    ...(ackLink === null ? [] : [`<p><strong>${anchor(words.acknowledge, ackLink)}</strong></p>`]),
    ...(link === null ? [] : [`<p>${anchor(words.open, link)}</p>`]),
    '</body></html>',
  ].join('\n');
}

const anchor = (label: string, link: string): string =>
  `<a href="${escaped(link)}">${escaped(label)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
