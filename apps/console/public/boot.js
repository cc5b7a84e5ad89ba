// Language, direction and theme before the first paint; src/settings/settings.ts writes them.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('assay-settings') || '{}') || {};
  } catch (error) {
    kept = {}; // Storage is off, or what it holds is not ours.
  }
  var language = kept.language || (/^ar\b/.test(navigator.language) ? 'ar' : 'en');
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme;
})();
