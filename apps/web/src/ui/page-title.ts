/** The tab's title is the page's name, led by the number of new things that need somebody: "(2) 值班台". */
let title = '';
let badge = 0;

function show(): void {
  document.title = badge > 0 ? `(${String(badge)}) ${title}` : title;
}

export function setPageTitle(next: string): void {
  title = next;
  show();
}

export function setTitleBadge(count: number): void {
  badge = count;
  show();
}
