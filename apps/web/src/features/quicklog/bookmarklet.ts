import { LONGEST } from './shared';

/**
 * Opens the quick log with the page that one is reading: its name, what is selected, its address. It is written behind
 * the #, so that nothing of it is sent anywhere before somebody logs it.
 */
export function bookmarklet(origin: string): string {
  const { title, text, url } = LONGEST;
  const code = `(()=>{const p=new URLSearchParams({title:document.title.slice(0,${String(title)}),text:String(getSelection()).slice(0,${String(text)}),url:location.href.slice(0,${String(url)})});open(${JSON.stringify(`${origin}/log#`)}+p,'_blank','noopener')})()`;
  return `javascript:${encodeURIComponent(code)}`;
}
