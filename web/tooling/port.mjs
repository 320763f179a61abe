/**
 * @param {string | undefined} text the environment variable PORT
 * @returns {number | null} the port that is asked for, or null
 * @throws {Error} when it is no port number
 */
export function portFromEnvironment(text) {
  if (text === undefined || text === '') return null;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`PORT is "${text}": it must be a number from 0 to 65535.`);
  return port;
}
