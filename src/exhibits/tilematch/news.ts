/** What has changed for the visitor, in sentences. */
import { say, translate } from '../../term/say.ts';
import type { Entry } from '../stage/log.ts';
import type { Client, Result, Table } from './client.ts';

const resultNews = ({ winner, scores, change, rating, why }: Result, { side, foe }: Table): readonly Entry[] => {
  const won = winner === -1 ? translate('A draw') : winner === side ? translate('You win') : say`${foe} wins`;
  return [
    { text: `${won}, ${scores[side]} : ${scores[1 - side]}; ${translate(why)}.`, role: 'heading', aloud: true },
    { text: say`Rating ${change < 0 ? '' : '+'}${change}, now ${rating}.`, role: 'heading', aloud: true },
  ];
};

const tableNews = (table: Table, before: Table | undefined): Entry[] => {
  const news: Entry[] = [];
  if (table.id !== before?.id)
    news.push({ text: say`${table.foe}, rated ${table.foeRating}, is your match.`, role: 'heading', aloud: true });
  if (table.round > 0 && (table.round !== before?.round || table.id !== before.id))
    news.push({ text: say`Round ${table.round} of ${table.rounds}.`, aloud: true });
  if (before && table.foeHere !== before.foeHere)
    news.push({ text: table.foeHere ? say`${table.foe} is back.` : say`${table.foe} has lost the line.`, role: 'warn', aloud: true });
  const { last } = table;
  if (last && last !== before?.last && last.side !== table.side)
    news.push({ text: say`${table.foe} takes a pair, +${last.points}.`, role: 'muted' });
  if (last && last !== before?.last && last.side === table.side) news.push({ text: say`You take a pair, +${last.points}.`, role: 'good' });
  return news;
};

/** The news of a player since an earlier moment. */
export const newsOf = (client: Client, before: Client): readonly Entry[] => {
  const news: Entry[] = [];
  if (client.isQueued && !before.isQueued) news.push({ text: translate('You look for a match.'), aloud: true });
  if (client.table && client.table !== before.table) news.push(...tableNews(client.table, before.table));
  if (client.refusal && client.refusal !== before.refusal)
    news.push({ text: say`The referee refuses it: ${translate(client.refusal.why)}.`, role: 'bad', aloud: true });
  if (client.notice !== undefined && client.notice !== before.notice)
    news.push({ text: say`The referee says: ${translate(client.notice)}.`, role: 'bad', aloud: true });
  if (client.result && client.result !== before.result && client.table) news.push(...resultNews(client.result, client.table));
  return news;
};
