import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What is wrong with a page, one line each; empty when nothing is. */
export type Findings = readonly string[];

/** What axe finds with the rules that it applies by default: WCAG 2.2 A and AA, and good practice. */
export async function findingsOfAxe(page: Page): Promise<Findings> {
  await page.evaluate(axe.source);
  // What still rises or fades has colours that nobody will read. What never ends (a skeleton) is looked at as it is.
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished))`);
  return page.evaluate<string[]>(`
    axe.run(document, { resultTypes: ['violations'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))
  `);
}

/** What sticks out to the right, so that the page scrolls sideways. */
export const findingsOfWidth = (page: Page): Promise<Findings> =>
  page.evaluate<string[]>(`
    document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth)
        .map((element) => 'wider than the window: ' + element.outerHTML.slice(0, 160))
  `);

/** Buttons that a thumb would miss (WCAG 2.5.5: 44 px). Explanations of what is read are not acts. */
export const findingsOfThumb = (page: Page): Promise<Findings> =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('button:not([aria-describedby]), summary, input[type=radio]')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => element.checkVisibility() && box.height > 0 && box.height < 44)
      .map(({ element, box }) => box.height + ' px high: ' + element.outerHTML.slice(0, 160))
  `);

/** Everything that is read or read out: text, names, hints, placeholders; not what says itself that it is Chinese. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    (() => {
      const quoted = [...document.querySelectorAll('body [lang|=zh]')];
      const own = quoted.reduce((text, { innerText }) => text.replace(innerText, ''), document.body.innerText);
      const isQuoted = (element) => quoted.some((one) => one.contains(element));
      return [document.title, ...own.split('\\n'),
      ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')]
        .filter((element) => element.checkVisibility() && !isQuoted(element))
        .flatMap((element) => ['aria-label', 'title', 'placeholder']
          .map((name) => element.getAttribute(name) ?? ''))]
      .map((text) => text.trim()).filter((text) => text !== '');
    })()
  `);

const KEY = /^[a-z]+(\.[a-zA-Z-]+)+$/;

/** Keys without words, and places in sentences that were not filled. */
export const findingsOfWords = async (page: Page): Promise<Findings> =>
  (await wordsOf(page)).filter((text) => KEY.test(text) || text.includes('{{'));

/** The only Chinese word of an English page: it leads back. */
const WAY_BACK = '中文';

export const findingsOfEnglish = async (page: Page): Promise<Findings> =>
  (await wordsOf(page)).filter((text) => /\p{Script=Han}/u.test(text) && text !== WAY_BACK);
