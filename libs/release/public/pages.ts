import { DateTime } from 'luxon';
import { html, jsonInHtml, Markup } from './html.js';
import { claimReview } from './json-ld.js';
import { FEED_PATH, LIST_PATH } from './public-clarification.js';
import type { PublicBody, PublicClarification } from './public-clarification.js';
import { STYLE } from './style.js';
import { FINDING_WORDS, TAGS, WORDS } from './words.js';
import type { Language } from './words.js';

interface Frame {
  readonly body: PublicBody;
  readonly language: Language;
  /** The address of this page, without its language: `/public/clarifications/…`. */
  readonly path: string;
}

interface Head {
  readonly title: string;
  readonly description: string;
  readonly more?: Markup;
}

/** A page in the other language is the same address with `?lang=`. */
const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

const OTHER: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };

/** Written as it is: a policy that names the sheet by its hash counts every space in the element. */
const SHEET = new Markup(`<style>${STYLE}</style>`);

function page({ body, language, path }: Frame, head: Head, main: Markup): string {
  const t = WORDS[language];
  const name = body.name[language];
  const other = OTHER[language];
  const { text } = html`<!doctype html>
    <html lang="${TAGS[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${head.title} · ${name}</title>
        <meta name="description" content="${head.description}" />
        <link rel="canonical" href="${body.origin}${path}" />
        <link rel="alternate" hreflang="zh-CN" href="${body.origin}${inLanguage(path, 'zh')}" />
        <link rel="alternate" hreflang="en" href="${body.origin}${inLanguage(path, 'en')}" />
        <link
          rel="alternate"
          type="application/rss+xml"
          title="${t.title}"
          href="${body.origin}${FEED_PATH}"
        />
        <link rel="icon" href="/favicon.svg" />
        ${SHEET} ${head.more ?? null}
      </head>
      <body>
        <a class="skip" href="#content">${t.skip}</a>
        <header class="top">
          <a class="body" href="${LIST_PATH}">${name} · ${t.title}</a>
          <nav aria-label="${t.languages}">
            <a href="${inLanguage(path, other)}" lang="${TAGS[other]}" hreflang="${TAGS[other]}"
              >${t.other}</a
            >
          </nav>
        </header>
        <main id="content">${main}</main>
        <footer>
          <p class="soft">${t.foot}</p>
          <nav aria-label="${t.title}">
            <a href="${LIST_PATH}">${t.all}</a> · <a href="${FEED_PATH}">${t.feed}</a>
          </nav>
        </footer>
      </body>
    </html> `;
  return text;
}

/** Chinese words on an English page say so, for whoever has it read aloud. */
function said(text: string, language: Language): Markup {
  if (language === 'zh' || !/\p{Script=Han}/u.test(text)) return html`${text}`;
  return html`<span lang="zh-CN">${text}</span>`;
}

function date(iso: string, { body, language }: Frame): Markup {
  const at = DateTime.fromISO(iso, { zone: body.timeZone });
  const words = at
    .setLocale(TAGS[language])
    .toFormat(language === 'zh' ? 'yyyy年M月d日 HH:mm' : 'd MMMM yyyy, HH:mm');
  return html`<time datetime="${iso}">${words}</time>`;
}

const verdict = ({ verdict: found }: PublicClarification, language: Language): Markup =>
  html`<span class="mark v-${found}"
    ><i aria-hidden="true">${FINDING_WORDS[found].mark}</i>${FINDING_WORDS[found][language]}</span
  >`;

const changed = ({ publishedAt, updatedAt }: PublicClarification): boolean =>
  publishedAt !== updatedAt;

function card(one: PublicClarification, frame: Frame): Markup {
  const { language } = frame;
  const t = WORDS[language];
  const state =
    one.withdrawn !== null
      ? html`<span class="mark v-unverifiable"><i aria-hidden="true">⊘</i>${t.withdrawn}</span>`
      : verdict(one, language);
  const corrected = one.corrections.length > 0 ? html` · ${t.corrected}` : null;
  return html`<li>
    <article>
      ${state}
      <h2><a href="${LIST_PATH}/${one.id}">${said(one.title, language)}</a></h2>
      <p class="cut lines">${said(one.answer, language)}</p>
      <p class="soft">
        ${said(one.issuedBy, language)} · ${date(one.publishedAt, frame)}${corrected}
      </p>
    </article>
  </li>`;
}

export interface ListPage {
  readonly items: readonly PublicClarification[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
}

export function listPage({ items, nextCursor, isFirst }: ListPage, frame: Frame): string {
  const t = WORDS[frame.language];
  const next =
    nextCursor === null
      ? null
      : html`<a rel="next" href="${LIST_PATH}?cursor=${nextCursor}">${t.earlier}</a>`;
  const first = isFirst ? null : html`<a href="${LIST_PATH}">${t.newest}</a>`;
  const pages =
    next === null && first === null
      ? null
      : html`<nav class="pages" aria-label="${t.pages}">${first}${next}</nav>`;
  const list = html`<ul class="list">
    ${items.map((one) => card(one, frame))}
  </ul>`;
  const none = html`<h2>${t.none}</h2>
    <p>${t.noneLead}</p>`;
  return page(
    frame,
    { title: t.title, description: t.lead },
    html`<h1>${t.title}</h1>
      <p class="soft">${t.lead}</p>
      ${items.length > 0 ? list : none} ${pages}`,
  );
}

export function clarificationPage(one: PublicClarification, frame: Frame): string {
  const { language, body } = frame;
  const t = WORDS[language];
  const review = claimReview(one, language, body.origin);
  const updated = changed(one) ? html` · ${t.updated} ${date(one.updatedAt, frame)}` : null;
  return page(
    frame,
    {
      title: one.title,
      description: `${t.claim}：${one.claim}`.slice(0, 200),
      ...(review !== null && {
        more: html`<script type="application/ld+json">
          ${jsonInHtml(review)}
        </script>`,
      }),
    },
    html`<article>
      <h1>${said(one.title, language)}</h1>
      <p class="soft">
        ${t.issuedBy} ${said(one.issuedBy, language)} · ${t.published}
        ${date(one.publishedAt, frame)}${updated}
      </p>
      ${withdrawal(one, frame)}
      <section>
        <h2>${t.claim}</h2>
        <blockquote class="said"><p class="lines">${said(one.claim, language)}</p></blockquote>
      </section>
      <section>
        <h2>${t.verdict}</h2>
        <p class="verdict">${verdict(one, language)}</p>
      </section>
      <section>
        <h2>${t.answer}</h2>
        ${paragraphs(one.answer, language)}
      </section>
      ${evidence(one, language)} ${links(one, language)} ${corrections(one, frame)}
    </article>`,
  );
}

const paragraphs = (text: string, language: Language): Markup[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="lines">${said(part, language)}</p>`);

function withdrawal({ withdrawn }: PublicClarification, frame: Frame): Markup | null {
  if (withdrawn === null) return null;
  const t = WORDS[frame.language];
  return html`<div class="notice">
    <p><strong>${t.withdrawnLead}</strong></p>
    <p>
      ${t.withdrawnOn} ${date(withdrawn.at, frame)} ·
      ${t.reason}：${said(withdrawn.reason, frame.language)}
    </p>
  </div>`;
}

function evidence({ evidence: items }: PublicClarification, language: Language): Markup | null {
  if (items.length === 0) return null;
  const t = WORDS[language];
  const rows = items.map(({ text, url, file }) => {
    const link = url === null ? null : html`<br /><a href="${url}" rel="noopener">${url}</a>`;
    const named =
      file === null
        ? null
        : html`<br /><span class="soft"
              >${t.file} ${said(file.name, language)} · SHA-256 <code>${file.sha256}</code></span
            >`;
    return html`<li>${said(text, language)}${link}${named}</li>`;
  });
  return html`<section>
    <h2>${t.evidence}</h2>
    <ul class="plain">
      ${rows}
    </ul>
  </section>`;
}

function links({ links: items }: PublicClarification, language: Language): Markup | null {
  if (items.length === 0) return null;
  const rows = items.map(({ channel, url }) =>
    url === null
      ? html`<li>${said(channel, language)}</li>`
      : html`<li><a href="${url}" rel="noopener">${said(channel, language)}</a></li>`,
  );
  return html`<section>
    <h2>${WORDS[language].links}</h2>
    <ul class="plain">
      ${rows}
    </ul>
  </section>`;
}

/** The newest first. What was said before stays readable. */
function corrections({ corrections: items }: PublicClarification, frame: Frame): Markup | null {
  if (items.length === 0) return null;
  const { language } = frame;
  const t = WORDS[language];
  const rows = [...items].reverse().map(
    ({ at, reason, answerBefore }) =>
      html`<li>
        ${t.correctedOn} ${date(at, frame)} · ${t.reason}：${said(reason, language)}
        <details>
          <summary>${t.before}</summary>
          ${paragraphs(answerBefore, language)}
        </details>
      </li>`,
  );
  return html`<section>
    <h2>${t.corrections}</h2>
    <ul class="plain">
      ${rows}
    </ul>
  </section>`;
}

export type Trouble = 'missing' | 'gone' | 'wrong' | 'failed';

export function troublePage(trouble: Trouble, frame: Frame): string {
  const t = WORDS[frame.language];
  return page(
    { ...frame, path: LIST_PATH },
    {
      title: t[trouble],
      description: t[`${trouble}Lead`],
      more: html`<meta name="robots" content="noindex" />`,
    },
    html`<h1>${t[trouble]}</h1>
      <p>${t[`${trouble}Lead`]}</p>
      <p><a href="${LIST_PATH}">${t.all}</a></p>`,
  );
}
