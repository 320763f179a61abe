/**
 * A machine that exists only in a test.
 *
 * @param {object} [machine]
 * @param {readonly string[]} [machine.commands] what is on PATH
 * @param {Readonly<Record<string, string>>} [machine.files] path to content
 * @param {readonly string[]} [machine.succeeding] command lines that succeed
 * @param {string} [machine.platform]
 * @param {boolean} [machine.isRoot]
 * @param {boolean} [machine.isInteractive]
 * @param {NodeJS.ProcessEnv} [machine.env]
 * @returns {import('../../../web/tooling/machine.mjs').Host & { asked: string[] }} `asked`: the command lines that ran
 */
export function imaginaryHost({
  commands = [],
  files = {},
  succeeding = [],
  platform = 'linux',
  isRoot = false,
  isInteractive = false,
  env = {},
} = {}) {
  /** @type {string[]} */
  const asked = [];
  return {
    asked,
    env: { PATH: '/bin:/usr/bin', ...env },
    platform,
    isRoot,
    isInteractive,
    exists: (path) => path in files,
    isExecutable: (path) => commands.some((command) => path === `/usr/bin/${command}`),
    readText: (path) => files[path] ?? null,
    run(command, args) {
      const line = [command, ...args].join(' ');
      asked.push(line);
      return succeeding.includes(line) ? 'output\n' : null;
    },
  };
}
