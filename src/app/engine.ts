/** What stands behind the prompt: the machine, and what helps to type at it. It loads when the visitor first acts. */
import { type Assistant, createAssistant } from './assistant.ts';
import { createMachine, type Machine, type MachineParts } from './machine.ts';

export interface Engine {
  readonly machine: Machine;
  readonly assistant: Assistant;
}

/** Builds both. */
export const createEngine = (parts: MachineParts): Engine => {
  const machine = createMachine(parts);
  return { machine, assistant: createAssistant(machine) };
};
