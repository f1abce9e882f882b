/** The game without a screen: bots find each other by rating and play over bad lines, and one of them cheats. */
import type { Speech } from '../../locales/speech.ts';
import type { Random } from '../stage/random.ts';
import { addsUp, cheat, cheats, newCrowd, percentile, refused, type Setting } from './local.ts';
import { advance, type Seat, type World, withSeat } from './world.ts';

/** Milliseconds of a step, between two attempts of the cheat, and until a run ends in any case. */
const STEP = 50;
const CHEATING = 9000;
const LONGEST = 600_000;

const time = (now: number): string => `${(now / 1000).toFixed(2).padStart(7)} s  `;

/** What is new at a seat, told by the player of side 0 alone, who speaks for both. */
const newsOf = ({ say }: Speech, now: Seat, before: Seat): string | undefined => {
  const { table, result, name, rating } = now.client;
  if (table?.side !== 0) return undefined;
  const scores = `${name} ${table.scores[0]} : ${table.scores[1]} ${table.foe}`;
  if (table.id !== before.client.table?.id) {
    const apart = Math.abs(rating - table.foeRating);
    return say`${name} ${rating} and ${table.foe} ${table.foeRating} are matched, ${apart} apart`;
  }
  if (result && result !== before.client.result)
    return say`${scores} is the result, ${result.change < 0 ? '' : '+'}${result.change} for ${name}`;
  return before.client.table.isOn && !table.isOn ? say`${scores} after round ${table.round}` : undefined;
};

const hasPlayed = ({ client }: Seat): boolean => client.result !== undefined;

/** How the lines fared, and what the referee refused. */
function* summary({ say, translate }: Speech, world: World): Generator<string> {
  const sum = (of: (seat: Seat) => number): number => world.seats.reduce((total, seat) => total + of(seat), 0);
  const { referee, seats } = world;
  const answers = seats.flatMap(({ client }) => client.answers);
  const frames = [sum(({ link }) => link.sent), sum(({ link }) => link.lost), sum(({ link }) => link.repeated)];
  yield say`${frames[0]} frames sent, ${frames[1]} lost, ${frames[2]} repeated`;
  if (referee)
    yield say`refused: ${
      refused(referee)
        .map(([why, times]) => `${translate(why)} ${times}`)
        .join(', ') || translate('nothing')
    }`;
  yield say`claim to answer: ${[50, 90, 99].map((percent) => `p${percent} ${percentile(answers, percent).toFixed(0)} ms`).join(', ')}`;
  const played = referee?.tally.get('results') ?? 0;
  const holds = seats.every(({ client }) => addsUp(client.table));
  yield say`${played} matches, ${referee?.tally.get('taken') ?? 0} pairs taken; ${holds ? translate('each tile once, each score the sum of its points') : translate('IT DOES NOT ADD UP')}`;
}

/** The lines of a run: each bot plays one match at least, or as many as it can while others play theirs. */
export function* run(speech: Speech, setting: Setting, random: Random): Generator<string> {
  let world = newCrowd(setting, random);
  const done = new Set<string>();
  let tricks = 0;
  yield speech.say`${setting.bots} bots look for matches`;
  while (done.size < setting.bots - (setting.bots % 2) && world.now < LONGEST) {
    const before = world;
    if (world.now % CHEATING === CHEATING - STEP && world.seats[0]?.client.table?.isOn) {
      const kind = cheats[tricks++ % cheats.length] ?? cheats[0];
      yield time(world.now) + speech.say`${world.seats[0].client.name} cheats: ${speech.translate(kind)}`;
      world = withSeat(world, (seat) => ({ ...seat, client: cheat(seat.client, kind, before.now) }));
    }
    world = advance(world, world.now + STEP);
    for (const [i, seat] of world.seats.entries()) {
      if (hasPlayed(seat)) done.add(seat.client.name);
      const news = newsOf(speech, seat, before.seats[i] ?? seat);
      if (news !== undefined) yield time(world.now) + news;
    }
  }
  yield* summary(speech, world);
}
