/** The manual page of the exhibits: what each one shows. */
import type { ManualPage } from '../../../os/man.ts';

const page: ManualPage = {
  name: 'exhibits',
  section: 7,
  summary: 'programs that show the systems the résumé names, running',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'The systems that the résumé names have exhibits: small programs that show the mechanism at work. Start one by its name. On a terminal it fills the screen; its keys stand at the bottom, ? explains how it works, q leaves. Piped, the same engine prints the events of a run; with --seed it prints the same ones again.',
        'They illustrate publicly known techniques. Nothing in them is measured at, or taken from, an employer’s systems; where a figure of the résumé is shown, it stands apart, as the résumé’s claim.',
        'tour takes you through all of them in three minutes.',
      ],
    },
    {
      title: 'THE EXHIBITS',
      blocks: [
        {
          term: 'dm',
          text: 'Two who talk, in two tabs of yours or with an echo, and the wire between them: receipts, the sign of typing, a queue for the time offline. Drop, delay, swap or double what is on the wire, or cut it: each message arrives once and in order.',
        },
        {
          term: 'migrate',
          text: 'Records by the billion move from a legacy store to a new one: leases, batches, checkpoints, retries with backoff, verification, rollback when the error budget is spent. Slow a node, corrupt a batch, kill a worker: each record is still there once.',
        },
        {
          term: 'bobble',
          text: 'The same requests before and after: one key after the other from Redis, or with a memory of one’s own, single flight and batches. CPU and latency side by side, and the price, which is age.',
        },
        {
          term: 'wordpuzzle',
          text: 'A word game: trace words through letters that touch, on the board of the day. A compact trie of 40,000 words finds them all and prunes the search, which --explain draws. The words are chosen from SCOWL, copyright Kevin Atkinson and others, free to use with its notice.',
        },
        {
          term: 'tilematch',
          text: 'Tile matching for two, against the clock: matchmaking by rating, and a referee who believes no client. You play against bots, against another tab or window, or by way of npm run tilematch-server over WebSocket; nothing is connected before you choose. Cheat, cut the line, lose or repeat frames, and see the score stay right. npm run tilematch-load measures the server with thousands of players.',
        },
        {
          term: 'ratelimit',
          text: 'Token bucket, sliding window and concurrency limit under one load, which you play on the space bar; and a handler that panics without taking the others with it.',
        },
        {
          term: 'rewards',
          text: 'An order as a state machine, a queue that delivers at least once, workers, and a lock that is a lease with fencing tokens. Kill or stall a worker, cut it off, deliver twice: issued exactly once. Take the fencing away and see it fail.',
        },
        {
          term: 'trending',
          text: 'What is wanted now in a stream of searches, by a count-min sketch with decay beside the exact answer; and an index of segments that are merged by size and dropped by the day, with a search prompt over it.',
        },
        {
          term: 'shutdown',
          text: 'A server with requests in flight gets SIGTERM, with the fault and with the fix: what is cut, what is drained, which goroutines are left. The fix has four parts; take one away and see what it was good for.',
        },
        {
          term: 'burst',
          text: 'Flash sales and floods of events before a store, straight and through an engine that coalesces, debounces and adapts: the load, what is lost, and how long anyone waits.',
        },
        {
          term: 'dashboard',
          text: 'A seller’s page, laid out by state and device, fetched from upstreams of different slowness by a library with limits, deadlines, hedging and single flight. Make one slow and watch the page go out without it.',
        },
      ],
    },
    {
      title: 'WITHOUT A SCREEN',
      blocks: [
        { term: 'shutdown --seed 7 | tail -n 3', text: 'what became of every request, with the fault and with the fix.' },
        { term: 'trending --seed 7 --query lamp | tail -n 7', text: 'a search in what was taken in.' },
        { term: 'man shutdown', text: 'how one of them works, with its options.' },
        {
          term: 'npm run tilematch-load -- --players 2000',
          text: 'in a copy of the project: bots play tilematch on its server. On 2026-11-24, on a busy machine of two cores, they made 422 moves a second; an answer took less than a millisecond for 95 of 100, and 8 ms or less for 99; no error. With the cores full, 99 of 100 took up to 1.2 s.',
        },
      ],
    },
    {
      title: 'LESS MOTION, SCREEN READERS',
      blocks: [
        'Where the system asks for less motion, or after motion reduced, nothing moves by itself: Space goes on half a second, Enter to the next event. What changes is told in sentences in the log.',
      ],
    },
    { title: 'SEE ALSO', blocks: ['man tour, man cvsh, ls exhibits'] },
  ],
};

export default page;
