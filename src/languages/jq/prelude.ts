/** The functions of jq that are best written in jq. */
import type { Definition } from './ast.ts';
import { valueFunctions } from './functions.ts';
import { nativeFilters } from './natives.ts';
import { NameScope, parseDefinitions } from './parse.ts';

const source = `
def select(f): if f then . else empty end;
def values: select(. != null);
def nulls: select(. == null);
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type == "array" or type == "object");
def scalars: select(type != "array" and type != "object");
def map(f): [.[] | f];
def map_values(f): .[] |= f;
def recurse: recurse(.[]?);
def recurse(f; condition): recurse(f | select(condition));
def first(f): limit(1; f);
def first: .[0];
def last: .[-1];
def nth($n): .[$n];
def nth($n; f): if $n < 0 then error("Out of bounds negative array index") else last(limit($n + 1; f)) end;
def isempty(f): first((f | false), true);
def any(source; f): isempty(source | f | select(.)) | not;
def any(f): any(.[]; f);
def any: any(.);
def all(source; f): isempty(source | f | select(. | not));
def all(f): all(.[]; f);
def all: all(.);
def in(object): . as $key | object | has($key);
def IN(source): any(source == .; .);
def IN(source; set): any(source == set; .);
def paths: path(..) | select(length > 0);
def paths(f): path(.. | select(f)) | select(length > 0);
def leaf_paths: paths(scalars);
def pick(f): . as $whole | reduce path(f) as $path (null; setpath($path; $whole | getpath($path)));
def to_entries: [keys_unsorted[] as $key | {key: $key, value: .[$key]}];
def with_entries(f): to_entries | map(f) | from_entries;
def walk(f): def inner: if type == "object" or type == "array" then map_values(inner) else . end | f; inner;
def match($pattern): matches($pattern; null)[];
def match($pattern; $flags): matches($pattern; $flags)[];
def test($pattern): matches($pattern; null) | length > 0;
def test($pattern; $flags): matches($pattern; $flags) | length > 0;
def named: [.captures[] | select(.name != null) | {key: .name, value: .string}] | from_entries;
def capture($pattern): match($pattern) | named;
def capture($pattern; $flags): match($pattern; $flags) | named;
def scan($pattern; $flags): match($pattern; "g" + $flags) | if (.captures | length) > 0 then [.captures[].string] else .string end;
def scan($pattern): scan($pattern; "");
def split($pattern; $flags): . as $text
  | [foreach (matches($pattern; "g" + $flags)[], null) as $match ({next: 0}; {
      from: .next,
      to: (if $match then $match.offset else ($text | length) end),
      next: (if $match then $match.offset + $match.length else 0 end)
    }; $text[.from:.to])];
def splits($pattern; $flags): split($pattern; $flags)[];
def splits($pattern): splits($pattern; "");
def combinations: if length == 0 then [] else .[0][] as $head | (.[1:] | combinations) as $tail | [$head] + $tail end;
def combinations($n): . as $set | [range($n)] | map($set) | combinations;
def date: todate;
def todateiso8601: todate;
def fromdateiso8601: fromdate;
def dateadd(unit; $n): . + $n;
def datesub(unit; $n): . - $n;
def recurse_down: recurse;
def finites: select(isinfinite or isnan | not);
def normals: select(isnormal);
def isvalid(f): try (f | true) catch false;
def ascii: [.] | implode;
def truncate_stream(stream): . as $depth | null | stream | . as $event
  | if ($event[0] | length) > $depth then [$event[0][$depth:]] + $event[1:] else empty end;
def truncate_stream($depth; stream): $depth | truncate_stream(stream);
def INDEX(stream; key): reduce stream as $row ({}; .[$row | key | tostring] = $row);
def INDEX(key): INDEX(.[]; key);
def skip($n; f): foreach f as $item ({left: $n + 1}; .left -= 1 | .item = $item; if .left <= 0 then .item else empty end);
def add(f): reduce f as $item (null; . + $item);
def debug(message): (message | debug | empty), .;
`;

const builtIn = [...valueFunctions.keys(), ...nativeFilters.keys(), 'builtins/0'];

let parsed: readonly Definition[] | undefined;

/** The definitions, parsed when they are first needed. */
export const preludeDefinitions = (): readonly Definition[] => {
  parsed ??= parseDefinitions(source, new NameScope(builtIn, []));
  return parsed;
};

/** The names that every program knows, as `builtins` lists them. */
export const builtinNames = (): readonly string[] => [
  ...builtIn,
  ...preludeDefinitions().map(({ name, parameters }) => `${name}/${parameters.length}`),
];

/** The names that every program knows, and these variables. */
export const knownNames = (variables: readonly string[]): NameScope => new NameScope(builtinNames(), variables);
