/** How often the parent is looked at. Half a second leaves 9.5 s of the 10 s a stop may take. */
const LOOK_EVERY_MS = 500;

/**
 * Stops this process gracefully when the npm that started it has gone.
 *
 * npm runs a script through `sh -c`, and dash does not pass a SIGTERM on: npm and the shell would be gone while
 * the program runs on, holding the port and the data folder. Whoever starts us without npm (systemd, Docker,
 * a terminal) signals us directly, and may well want us to outlive it.
 */
export function stopWithParent() {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
