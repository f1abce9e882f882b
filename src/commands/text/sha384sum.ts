/** sha384sum: prints SHA384 sums, and checks them. */
import { sha384 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('sha384sum', 'SHA384', sha384);
