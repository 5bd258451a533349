export {
  AddressRefused,
  freshToken,
  isLoopback,
  type ServedDesk,
  type ServeOptions,
  serveDesk,
} from './serve.ts';
