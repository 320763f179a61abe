// Runs before the first paint: the page's module would come too late to prevent a flash of the other theme.
(() => {
  const linked = /[#&]theme=(light|dark|auto)(?=&|$)/.exec(location.hash);
  let theme = linked?.[1];
  try {
    theme ??= localStorage.getItem('activation-lab.theme') ?? undefined;
  } catch {
    // An opaque origin has no storage.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
