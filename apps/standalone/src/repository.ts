import { fileURLToPath } from 'node:url';

/** Where the checkout or the installation is: four folders above the built file. */
export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
