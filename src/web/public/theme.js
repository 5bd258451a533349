// Before the first paint: the theme that a person chose stands, so that nothing flashes. Loaded as a file of its own,
// since the page's policy allows no script within it.
try {
  const theme = localStorage.getItem('firstmove.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the system's theme stands.
}
