/** sha512sum: prints SHA512 sums, and checks them. */
import { sha512 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('sha512sum', 'SHA512', sha512);
