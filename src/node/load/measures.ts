/** The measures of a load: how long players wait for matches and answers, how much happens, and what goes wrong. */
import type { Client } from '../../exhibits/tilematch/client.ts';
import { percentile } from '../../exhibits/tilematch/local.ts';

/** The clock counts whole milliseconds. */
const duration = (milliseconds: number): string => (milliseconds < 1 ? '<1 ms' : `${milliseconds.toFixed(0)} ms`);

const spread = (values: readonly number[]): string =>
  `${[50, 95, 99].map((percent) => `p${percent} ${duration(percentile(values, percent))}`).join(', ')}, of ${values.length}`;

/** Everything that is counted. */
export class Measures {
  /** Milliseconds in the queue, from claim to answer, and of a ping. */
  #waits: number[] = [];
  #answers: number[] = [];
  #trips: number[] = [];
  #results = 0;
  readonly #faults = new Map<string, number>();
  /** Players whose connection has opened. */
  connected = 0;

  /** Drops what came before the measuring, except faults. */
  begin(): void {
    this.#waits = [];
    this.#answers = [];
    this.#trips = [];
    this.#results = 0;
  }

  fault(kind: string): void {
    this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + 1);
  }

  get faults(): number {
    return [...this.#faults.values()].reduce((sum, times) => sum + times, 0);
  }

  /** Counts what has changed for a player. */
  compare(client: Client, before: Client, now: number): void {
    const { answers, trips, table, result, notice } = client;
    if (answers !== before.answers) this.#answers.push(answers.at(-1) ?? 0);
    if (trips !== before.trips) this.#trips.push(trips.at(-1) ?? 0);
    if (table && table.id !== before.table?.id) this.#waits.push(now - client.queuedAt);
    if (result && !before.result) this.#results++;
    if (notice !== undefined && notice !== before.notice) this.fault(`the referee said: ${notice}`);
  }

  /** The report's lines, for so many seconds of measuring. */
  report(seconds: number): readonly string[] {
    return [
      `in the queue     ${spread(this.#waits)}`,
      `claim to answer  ${spread(this.#answers)}`,
      `ping             ${spread(this.#trips)}`,
      `moves            ${(this.#answers.length / seconds).toFixed(0)} a second`,
      `matches          ${this.#waits.length / 2} begun, ${this.#results / 2} ended`,
      `errors           ${[...this.#faults].map(([kind, times]) => `${kind} ${times}`).join(', ') || 'none'}`,
    ];
  }
}
