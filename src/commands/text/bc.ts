/** bc: calculates with numbers of any length. */
import { Calculator } from '../../languages/bc/run.ts';
import { defineCommand } from '../../os/command.ts';
import { openInputs } from '../../os/inputs.ts';
import { plain } from '../../os/operands.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  library: { short: 'l', long: 'mathlib', summary: 'count to 20 digits after the point, and know s, c, a, l, e and j' },
  quiet: { short: 'q', long: 'quiet', summary: 'nothing: there is no welcome' },
  standard: { short: 's', long: 'standard', summary: 'nothing: what POSIX has means the same' },
  warn: { short: 'w', long: 'warn', summary: 'nothing: what POSIX does not have is not told' },
  interactive: { short: 'i', long: 'interactive', summary: 'nothing: input is read to its end' },
} as const;

export default defineCommand({
  name: 'bc',
  summary: 'Calculate with numbers of any length',
  topic: 'text',
  options,
  dialect: plain,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'A program is expressions, which are printed, and assignments; there are if, while, for, define, arrays, strings and print. scale is how many digits a division keeps after the point, ibase and obase are the bases of what is read and printed.',
    'With -l, e(x) is the exponential, l(x) the logarithm, s(x), c(x) and a(x) are sine, cosine and arctangent, j(n, x) is Bessel’s function.',
    'On a terminal, end the input with Ctrl-D.',
  ],
  examples: [
    { line: "echo '2 ^ 100' | bc", shows: '1267650600228229401496703205376' },
    { line: "echo 'scale = 20; 4 * a(1)' | bc -l", shows: 'Pi, to twenty digits' },
    { line: "echo 'obase = 16; 48879' | bc", shows: 'BEEF' },
  ],
  seeAlso: ['expr', 'awk', 'factor'],
  filter: true,
  run: async (process, { options: { library }, operands }) => {
    const { stdin, memory } = process;
    const calculator = new Calculator(process, library);
    const inputs = openInputs(process, operands);
    if (operands.length > 0)
      for await (const { name, reader } of inputs) if (!(await calculator.run(await readAll(reader, memory), `${name}:`))) return 0;
    if (inputs.status !== 0) return inputs.status;
    // Line by line, so that a terminal shows each result at its Enter.
    let text = '';
    for (let chunk = await stdin.read(); chunk !== null; chunk = await stdin.read()) {
      text += chunk;
      if (stdin.isTty && isWhole(text)) {
        if (!(await calculator.run(text, '(standard_in)'))) return 0;
        text = '';
      }
    }
    await calculator.run(text, '(standard_in)');
    return 0;
  },
});

/** Whether no brace, string or comment is open. */
const isWhole = (text: string): boolean => {
  const code = text.replace(/"[^"]*"|\/\*[\s\S]*?\*\/|#[^\n]*/g, '');
  return !/["]|\/\*/.test(code) && code.split('{').length <= code.split('}').length && !/\\\n$/.test(code);
};
