/** What the owners of the real systems say of them: a résumé's claims stand apart from what an exhibit measures. */
import { defineExtension } from '../../os/extensions.ts';

/** The key of the claim of each exhibit's system, by the exhibit's name. */
export const claimsKey = defineExtension<(exhibit: string) => string | undefined>('claims');
