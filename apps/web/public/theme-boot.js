// Chooses the theme before the first paint, so that the night theme never flashes white.
// Reads the same record as src/settings/settings.ts.
(function () {
  var choice = 'system';
  try {
    choice = JSON.parse(localStorage.getItem('mb.settings') || '{}').theme || 'system';
  } catch {
    // Storage may be forbidden; the system's choice is then the only one.
  }
  var dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
