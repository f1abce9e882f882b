/** lamp: a lamp burns oil, and its keeper must not sleep. */
import { defineExhibit } from '../../../exhibits/stage/exhibit.ts';
import type { Random } from '../../../exhibits/stage/random.ts';
import { gauge } from '../../../tui/widgets.ts';

/** The engine's state: no screen, no clock, no chance of its own. */
interface Lamp {
  readonly hour: number;
  readonly oil: number;
  readonly dark: number;
}

const FULL = 20;
const NIGHT = 12;
const start: Lamp = { hour: 0, oil: FULL, dark: 0 };

const burn = ({ hour, oil, dark }: Lamp, wind: number): Lamp => {
  const left = Math.max(0, oil - 1 - wind);
  return {
    hour: hour + 1,
    oil: left,
    dark: left > 0 ? dark : dark + 1,
  };
};

const fill = (lamp: Lamp): Lamp => ({ ...lamp, oil: FULL });

interface Model {
  readonly lamp: Lamp;
  readonly random: Random;
}

type Message = 'hour' | 'fill';

const update = ({ lamp, random }: Model, message: Message): Model => {
  if (message === 'fill') return { lamp: fill(lamp), random };
  const next = random.clone();
  return { lamp: burn(lamp, next.integer(4)), random: next };
};

/** A night without a screen: an hour a line, then what became of it. */
function* night(random: Random): Generator<string> {
  let lamp = start;
  while (lamp.hour < NIGHT) {
    lamp = burn(lamp, random.integer(4));
    yield `hour ${lamp.hour}: oil ${lamp.oil}`;
    if (lamp.oil < 4) lamp = fill(lamp);
  }
  yield `dark for ${lamp.dark} of ${lamp.hour} hours`;
}

export default defineExhibit({
  name: 'lamp',
  summary: 'A lamp that must not go out',
  explains: ['Each hour takes oil, more in the wind. Fill it in time.'],
  options: {},
  examples: [{ line: 'lamp --seed 7 | tail -n 1', shows: 'A night' }],
  program: ({ random }) => ({
    init: { lamp: start, random },
    bindings: [{ chords: [' '], summary: 'fill', message: 'fill' }],
    update,
    view: ({ lamp }, canvas) => {
      gauge(canvas, 0, lamp.oil / FULL, { label: 'oil' });
      canvas.put(0, 2, `hour ${lamp.hour}, dark for ${lamp.dark}`);
    },
    tick: ({ lamp }) =>
      lamp.hour < NIGHT ? { every: 500, message: 'hour' } : undefined,
    announce: ({ lamp }, { lamp: before }) =>
      lamp.dark > before.dark ? ['The lamp is out.'] : [],
  }),
  headless: ({ random }) => night(random),
});
