/** sha1sum: prints SHA1 sums, and checks them. */
import { sha1 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('sha1sum', 'SHA1', sha1);
