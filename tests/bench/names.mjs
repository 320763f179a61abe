/** The peer that the others are compared with. */
export const OWN = 'activation-lab';
/** The peer that everybody can write. */
export const PLAIN = 'plain-javascript';
