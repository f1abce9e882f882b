/** Which widgets a seller sees, by the seller's state and the device; and what each widget asks of whom. */
import type { Sentences } from '../../locales/speech.ts';

/** A service that widgets ask. */
export interface Upstream {
  readonly name: string;
  /** Milliseconds that it usually takes. */
  readonly usual: number;
  /** Calls that it serves at once at full speed: the client's limit. */
  readonly limit: number;
}

/** The services, by place. */
export const upstreams: readonly Upstream[] = [
  { name: 'orders', usual: 40, limit: 4 },
  { name: 'catalogue', usual: 60, limit: 4 },
  { name: 'reviews', usual: 80, limit: 3 },
  { name: 'chat', usual: 90, limit: 3 },
  { name: 'content', usual: 110, limit: 2 },
];

/** A part of the page. */
export interface Widget {
  readonly title: string;
  /** Its service, by place. */
  readonly upstream: number;
  /** What it asks; widgets that ask the same share one call. */
  readonly question: string;
  /** The answer is the same for every seller. */
  readonly forAll?: true;
}

const [ORDERS, CATALOGUE, REVIEWS, CHAT, CONTENT] = [0, 1, 2, 3, 4];

const toShip: Widget = { title: 'to ship' satisfies Sentences, upstream: ORDERS, question: 'open' };
const salesToday: Widget = { title: 'sales today' satisfies Sentences, upstream: ORDERS, question: 'summary' };
const salesChart: Widget = { title: 'sales chart' satisfies Sentences, upstream: ORDERS, question: 'summary' };
const stock: Widget = { title: 'stock' satisfies Sentences, upstream: CATALOGUE, question: 'stock' };
const bestSellers: Widget = { title: 'best sellers' satisfies Sentences, upstream: CATALOGUE, question: 'ranking' };
const latestReviews: Widget = { title: 'reviews' satisfies Sentences, upstream: REVIEWS, question: 'latest' };
const rating: Widget = { title: 'rating' satisfies Sentences, upstream: REVIEWS, question: 'latest' };
const messages: Widget = { title: 'messages' satisfies Sentences, upstream: CHAT, question: 'unread' };
const campaigns: Widget = { title: 'campaigns' satisfies Sentences, upstream: CONTENT, question: 'campaigns', forAll: true };
const firstSteps: Widget = { title: 'first steps' satisfies Sentences, upstream: CONTENT, question: 'guide', forAll: true };

/** A state that a seller can be in, and the widgets that it calls for, most important first. */
export interface SellerState {
  readonly name: string;
  readonly widgets: readonly Widget[];
}

/** The states. */
export const states: readonly SellerState[] = [
  {
    name: 'busy' satisfies Sentences,
    widgets: [toShip, salesToday, messages, stock, salesChart, bestSellers, latestReviews, rating, campaigns],
  },
  { name: 'growing' satisfies Sentences, widgets: [toShip, salesToday, stock, latestReviews, rating, campaigns] },
  { name: 'new' satisfies Sentences, widgets: [firstSteps, stock, messages, campaigns] },
  { name: 'on holiday' satisfies Sentences, widgets: [messages, salesChart, rating] },
];

/** A device that the page is laid out for. */
export interface Device {
  readonly name: string;
  readonly columns: number;
  /** It has room for so many widgets. */
  readonly room: number;
}

/** The devices. */
export const devices: readonly Device[] = [
  { name: 'web' satisfies Sentences, columns: 3, room: 9 },
  { name: 'phone' satisfies Sentences, columns: 1, room: 4 },
];

/** The widgets of a page. */
export const layout = (state: SellerState, device: Device): readonly Widget[] => state.widgets.slice(0, device.room);
