/** The time zone in which a process shows times: `TZ` if it is set, else the host's. */
import type { Process } from '../../os/process.ts';

/** Local time's distance from UTC. */
export interface Zone {
  /** Minutes east of UTC at a time in milliseconds since 1970. */
  offset(at: number): number;
  /** `%Z`: an abbreviation, or `+08` where there is none. */
  name(at: number): string;
}

const numericName = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : String(size % 60).padStart(2, '0');
  return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${rest}`;
};

const fixedZone = (minutes: number, name = numericName(minutes)): Zone => ({ offset: () => minutes, name: () => name });

/** Coordinated Universal Time. */
export const utc: Zone = fixedZone(0);

const computed = (offset: (at: number) => number): Zone => ({ offset, name: (at) => numericName(offset(at)) });

/** POSIX XBD 8.3: `UTC-8` or `<+08>-8`, hours west of UTC; rules for summer time are not read. */
const posixZone = (text: string): Zone | undefined => {
  const match = /^(?:([A-Za-z]{3,})|<([-+\w]+)>)([-+]?)(\d{1,2})(?::(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [, word, quoted, sign, hours, minutes = '0'] = match;
  const west = Number(hours) * 60 + Number(minutes);
  return fixedZone(west === 0 ? 0 : sign === '-' ? west : -west, word ?? quoted ?? '');
};

const namedZone = (timeZone: string): Zone | undefined => {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    return computed((at) => {
      const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours = '0', minutes = '0'] = /([-+])(\d\d):(\d\d)/.exec(text) ?? [];
      return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    });
  } catch {
    return undefined;
  }
};

/** The zone that `TZ` names; UTC for a name that is not known, as in libc. */
export const parseZone = (text: string): Zone => {
  const name = text.replace(/^:/, '');
  return name === '' ? utc : (posixZone(name) ?? namedZone(name) ?? utc);
};

/** The zone of a process. */
export const zoneOf = ({ env, host }: Pick<Process, 'env' | 'host'>): Zone => {
  const name = env.get('TZ');
  return name === undefined ? computed((at) => host.zoneOffset(at)) : parseZone(name);
};
