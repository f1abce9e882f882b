/** Random lines in the shell's own vocabulary. */
import fc from 'fast-check';

const TOKENS = (
  'a b x=1 -f if then else elif fi for in do done while until case esac { } ( ) (( )) [[ ]] ! time | |& || && & ; ;; ;& ;;& < > >> <<< <<E <<-E E 2> &> <&1 >| ' +
  '== =~ "q" \'s\' $x ${x:-y} ${x $(a) $( $(( $((1)) <(a) #c function f() a= x=( ` `a` " \' \\ $ ${ } ~ * é 😀 \u0301 $\'\\n $"d" ${x/a/b} ${x:1:2} select [ ] = , \0 \x1b'
).split(' ');

/** One token, or a blank or line break. */
export const token = fc.constantFrom(...TOKENS, ' ', '\n', '\t', '\\\n');

/** Tokens with and without blanks between, or any characters at all. */
export const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.array(token, { maxLength: 30 }), fc.constantFrom(' ', '')).map(([tokens, blank]) => tokens.join(blank)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
