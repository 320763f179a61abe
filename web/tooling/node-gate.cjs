// Preloaded by every npm script (`node -r`), so that an old Node.js ends with one sentence and not with a
// syntax error. It must therefore stay ES5 and use no dependency.
'use strict';

/**
 * The range that Vite and Rolldown support; `engines` in package.json says the same.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string} why this version cannot be used, or an empty string
 */
function refusal(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  var supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (supported) return '';
  return (
    'Activation Lab needs Node.js 20.19+ or 22.12+, and this is Node.js ' +
    version +
    ': get a current one from https://nodejs.org/en/download.'
  );
}

var message = refusal(process.versions.node);
if (message) {
  console.error(message);
  process.exit(1);
}
