import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openChromium } from './chromium.js';
import type { Person } from './people.js';
import { Program } from './program.js';
import { Window } from './window.js';
import { freshDatabase } from './workspace.js';
import type { Workspace } from './workspace.js';

interface Options {
  /** Settings of the program besides those of its workspace. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: nobody is there yet, and the program prints the link for the first administrator. */
  readonly administrator?: boolean;
}

/** The compiled product, running, and a browser to use it with. */
export class Studio {
  private readonly windows: Window[] = [];

  private constructor(
    private readonly workspace: Workspace & { readonly databaseUrl: string },
    private readonly env: Readonly<Record<string, string>>,
    private running: Program,
    private readonly browser: Browser,
  ) {}

  static async open({ env = {}, administrator = true }: Options = {}): Promise<Studio> {
    const workspace = await freshDatabase();
    const { MINGBIAN_DATA_DIR = '', DATABASE_URL = '' } = workspace.env;
    const own = administrator ? workspace.env : { MINGBIAN_DATA_DIR, DATABASE_URL };
    const all = { ...own, ...env };
    const [program, browser] = await Promise.all([Program.start({ env: all }), openChromium()]);
    return new Studio(workspace, all, program, browser);
  }

  get program(): Program {
    return this.running;
  }

  get url(): string {
    return this.running.url;
  }

  /** The owner's address of its database. */
  get databaseUrl(): string {
    return this.workspace.databaseUrl;
  }

  /** Starts the program again where it was, after a test has ended it. */
  async restart(): Promise<void> {
    const PORT = new URL(this.url).port;
    this.running = await Program.start({ env: { ...this.env, PORT } });
  }

  /** A browser of somebody's own: nothing is shared with other windows. Chinese, unless it says otherwise. */
  async window(options: BrowserContextOptions = {}): Promise<Window> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const window = await Window.of(context);
    this.windows.push(window);
    return window;
  }

  /** A window of somebody who has signed in before. */
  async windowOf({ client }: Person, options: BrowserContextOptions = {}): Promise<Window> {
    const window = await this.window(options);
    const [name = '', value = ''] = (client.cookie ?? '').split('=');
    await window.page.context().addCookies([{ name, value, url: this.url }]);
    return window;
  }

  /** What any window complained of since the last look; a test that forgives nothing expects none. */
  takeComplaints(): string[] {
    return this.windows.flatMap((window) => window.takeComplaints());
  }

  async closeWindows(): Promise<void> {
    await Promise.all(this.windows.splice(0).map((window) => window.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.running.stop();
    await this.workspace.close();
  }
}

/** A phone held upright, as Playwright's `devices` describe one, at the width that the screens promise. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
