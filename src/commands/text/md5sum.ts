/** md5sum: prints MD5 sums, and checks them. */
import { md5 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('md5sum', 'MD5', md5);
