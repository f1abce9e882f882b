/** The manual page of the exhibits: what each one shows. */
import type { ManualPage } from '../../../os/man.ts';

const page: ManualPage = {
  name: 'exhibits',
  section: 7,
  summary: 'programs that show the systems of the résumé, running',
  sections: [
    {
      title: 'DESCRIPTION',
      blocks: [
        'Each system that the résumé mentions has an exhibit: a small program that shows how the system works. Type its name to start it. On a terminal it fills the screen: its keys are at the bottom, ? explains how it works, and q leaves. In a pipe, the same engine prints the events of a run; with the same --seed it prints the same events.',
        'The exhibits use publicly known techniques. Nothing in them is measured at, or taken from, an employer’s systems. A figure from the résumé is marked as the résumé’s claim.',
        'tour shows all of them in three minutes.',
      ],
    },
    {
      title: 'THE EXHIBITS',
      blocks: [
        {
          term: 'dm',
          text: 'A chat between two of your tabs, or with an echo, and the wire between them: receipts, a typing indicator, a queue for messages sent offline. Drop, delay, swap or double what is on the wire, or cut it: each message arrives once and in order.',
        },
        {
          term: 'migrate',
          text: 'Billions of records move from a legacy store to a new one, with leases, batches, checkpoints, retries with backoff, verification, and a rollback when the error budget is spent. Slow a node, corrupt a batch, kill a worker: each record still arrives once.',
        },
        {
          term: 'bobble',
          text: 'The same requests before and after: one key at a time from Redis, or with a local cache, single flight and batches. Compare CPU and latency, and the price: older values.',
        },
        {
          term: 'wordpuzzle',
          text: 'A word game: trace words through adjacent letters, on the board of the day. A compact trie of 40,000 words finds them all and prunes the search; --explain draws it. The words come from SCOWL, copyright Kevin Atkinson and others, free to use with its notice.',
        },
        {
          term: 'tilematch',
          text: 'Tile matching for two, against the clock: matchmaking by rating, and a referee that trusts no client. Play against a bot at once, another tab or window, or over WebSocket through npm run tilematch-server; nothing connects before you press m. Cheat, cut the line, lose or repeat frames, and see the score stay right. npm run tilematch-load measures the server with thousands of players.',
        },
        {
          term: 'ratelimit',
          text: 'Token bucket, sliding window and concurrency limit under the same load, which you play on the space bar; and a handler that panics without stopping the others.',
        },
        {
          term: 'rewards',
          text: 'An order as a state machine, a queue that delivers at least once, workers, and a lock that is a lease with fencing tokens. Kill or stall a worker, cut it off, deliver twice: each reward is issued exactly once. Switch the fencing off and see it fail.',
        },
        {
          term: 'trending',
          text: 'What people search for now: a count-min sketch with decay beside the exact answer. Below it, an index whose segments merge by size and expire by day, with a search prompt.',
        },
        {
          term: 'shutdown',
          text: 'A server with requests in flight gets SIGTERM, with the fault and with the fix: which requests are cut, which drain, which goroutines are left. The fix has four parts; switch one off and see what it was for.',
        },
        {
          term: 'burst',
          text: 'Flash sales and floods of events reach a store directly, and through an engine that coalesces, debounces and adapts. Compare the load, the losses and the waits.',
        },
        {
          term: 'dashboard',
          text: 'A seller’s page, laid out by state and device. A library with limits, deadlines, hedging and single flight fetches it from upstreams of different speeds. Slow one down and watch the page render without it.',
        },
      ],
    },
    {
      title: 'WITHOUT A SCREEN',
      blocks: [
        { term: 'shutdown --seed 7 | tail -n 3', text: 'what happened to every request, with the fault and with the fix.' },
        { term: 'trending --seed 7 --query lamp | tail -n 7', text: 'a search in the indexed documents.' },
        { term: 'man shutdown', text: 'how one exhibit works, with its options.' },
        {
          term: 'npm run tilematch-load -- --players 2000',
          text: 'in a copy of the project, lets bots play tilematch on its server. On 2026-11-24, on a busy two-core machine, they made 422 moves a second without an error; 95 of 100 answers took less than a millisecond, and 99 took at most 8 ms. With both cores full, 99 of 100 took at most 1.2 s.',
        },
      ],
    },
    {
      title: 'LESS MOTION, SCREEN READERS',
      blocks: [
        'If your system asks for less motion, or after motion reduced, nothing moves by itself: Space advances half a second, Enter goes to the next event. The log describes each change in a sentence.',
      ],
    },
    { title: 'SEE ALSO', blocks: ['man tour, man cvsh, ls exhibits'] },
  ],
};

export default page;
