/** sha224sum: prints SHA224 sums, and checks them. */
import { sha224 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('sha224sum', 'SHA224', sha224);
