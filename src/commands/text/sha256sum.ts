/** sha256sum: prints SHA256 sums, and checks them. */
import { sha256 } from '../../coreutils/digests.ts';
import { defineSum } from '../../coreutils/sums.ts';

export default defineSum('sha256sum', 'SHA256', sha256);
