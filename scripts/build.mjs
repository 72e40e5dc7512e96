/** `npm run build`: compiles everything, whether or not it looks up to date. */
import { rebuild } from './lib/prepare.mjs';
import { main } from './lib/progress.mjs';
import { passSignalsToChildren } from './lib/run.mjs';

passSignalsToChildren();
await main(() => rebuild(['server', 'web']));
