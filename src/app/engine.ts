/** What stands behind the prompt: the machine, and then what helps to type at it. It loads when the visitor first acts. */
import type { Host } from '../os/host.ts';
import type { Assistant } from './editing/assistant.ts';
import { createMachine, type Machine, type MachineParts } from './machine.ts';
import { createPreferences } from './store/preferences.ts';
import type { SettingsStore } from './store/settings.ts';

/** What an engine is made of. */
export interface EngineParts extends MachineParts {
  readonly settings: SettingsStore;
}

export interface Engine {
  readonly machine: Machine;
  /** Loads what helps to type, once. */
  assistant(): Promise<Assistant>;
  /** Whether a link may run the line by itself. */
  mayLink(line: string): Promise<boolean>;
  /** A machine of its own for linked lines, whose host can change nothing. */
  linked(): Machine;
}

/** The host of a linked line: it tells the time and sleeps, but cannot open, copy, download, share, print or keep anything. */
const readOnly = ({ kind, now, random, zoneOffset, sleep, breathe, languages, reducedMotion, channel, connect, report }: Host): Host => ({
  ...{ kind, now, random, zoneOffset, sleep, breathe, languages, reducedMotion, report },
  ...(channel ? { channel } : {}),
  ...(connect ? { connect } : {}),
  storage: { get: () => undefined, set: () => false, remove: () => {}, keys: () => [] },
});

/** Builds it all. */
export const createEngine = ({ settings, ...parts }: EngineParts): Engine => {
  const machine = createMachine({ ...parts, host: { ...parts.host, preferences: createPreferences(settings) } });
  let assistant: Promise<Assistant> | undefined;
  const history = { entries: () => [], add: () => {}, clear: () => {} };
  return {
    machine,
    assistant: () => {
      assistant ??= import('./editing/assistant.ts').then(({ createAssistant }) => createAssistant(machine));
      return assistant;
    },
    mayLink: async (line) => (await import('./links.ts')).isLinkable(line, machine.commands),
    linked: () => createMachine({ ...parts, host: readOnly(parts.host), history }),
  };
};
