export { AddressRefused } from './listen.ts';
export { freshToken, isLoopback, type ServedDesk, type ServeOptions, serveDesk } from './serve.ts';
